// @ts-check
/**
 * Takes showings off the page on the minute they begin.
 *
 * A showing is an element with `data-starts-at`. Whatever holds showings and nothing else (a film of the day, a theater,
 * a day) has `data-hides-when-begun` and goes with the last of them; a `data-programme` without any left shows its
 * `data-all-begun` sentence.
 */

/** @param {Element} element */
const isInUse = element => element.contains(document.activeElement);

/** @param {Element} group */
const isEmpty = group => !group.querySelector("[data-starts-at]:not([hidden])");

/** Hides what has begun by `now`. What has the keyboard's focus stays until the focus moves on. */
function hideBegun(now = Date.now()) {
  for (const showing of document.querySelectorAll("[data-starts-at]:not([hidden])")) {
    const startsAt = Date.parse(showing.getAttribute("data-starts-at") ?? "");
    if (startsAt <= now && !isInUse(showing)) showing.setAttribute("hidden", "");
  }
  for (const group of document.querySelectorAll("[data-hides-when-begun]:not([hidden])")) {
    if (isEmpty(group) && !isInUse(group)) group.setAttribute("hidden", "");
  }
  for (const sentence of document.querySelectorAll("[data-all-begun]")) {
    const programme = sentence.closest("[data-programme]");
    if (programme && isEmpty(programme)) sentence.removeAttribute("hidden");
  }
}

/** Timers of sleeping pages come late; the page that is shown again catches up at once. */
function hideOnEveryMinute() {
  hideBegun();
  setTimeout(hideOnEveryMinute, 60_000 - (Date.now() % 60_000));
}

hideOnEveryMinute();
addEventListener("pageshow", () => hideBegun());
document.addEventListener("visibilitychange", () => hideBegun());
