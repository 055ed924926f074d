// @ts-check
/**
 * The search's form, its results, and the address that carries the query, so that a search can be shared.
 */
import { say } from "../words.js";
import { Finding, foldedWords, plain, readTree } from "./films.js";

/** @typedef {import("./films.js").Query} Query */
/** @typedef {import("./films.js").Film} Film */

const { home = "/", data = "/data" } = document.body.dataset;
const shownAtOnce = 60;
const typingPause = 150;
const needs = ["audio-description", "captions", "relaxed"];

/** @template {Element} T @param {string} selector @returns {T} */
const one = selector => /** @type {T} */ (document.querySelector(selector));

/** @type {HTMLFormElement} */
const form = one(".search-form");
/** @type {HTMLDetailsElement} */
const filters = one(".search-filters");
/** @type {HTMLElement} */
const status = one(".search-status");
/** @type {HTMLElement} */
const section = one(".search-results");
/** @type {HTMLElement} */
const list = one(".results");
/** @type {HTMLButtonElement} */
const moreButton = one(".search-more");
/** @type {HTMLElement} */
const genreLink = one(".search-genre");

// MARK: The files

/** @type {Map<string, Promise<any[]>>} */
const known = new Map();

class GoneError extends Error {}

/** @param {string} file @param {AbortSignal} signal */
function read(file, signal) {
  const before = known.get(file);
  if (before) return before;
  const answer = fetch(`${data}/search/${file}.json`, { signal }).then(response => {
    if (response.status === 404) throw new GoneError(file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.json();
  });
  // A failure is not kept, so that the next key stroke tries again; nor is what nobody waits for any more.
  const forget = () => known.get(file) === answer && known.delete(file);
  signal.addEventListener("abort", forget);
  answer.then(() => signal.removeEventListener("abort", forget), forget);
  known.set(file, answer);
  return answer;
}

const index = {
  words: readTree(form.dataset.words ?? ""),
  showings: (form.dataset.showings ?? "").split(" ").filter(boundary => boundary !== ""),
  read,
};

// MARK: The query

/** @param {string} name */
const field = name => /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));

/** What the form asks for, as the address has it: fields that are empty are left out. */
function parameters() {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (String(value).trim() !== "") asked.append(name, String(value).trim());
  for (const name of ["from", "to"]) {
    // What a date field cannot show stays in the address until another date is chosen.
    const refused = field(name).dataset.refused;
    if (refused !== undefined && !asked.has(name)) asked.set(name, refused);
  }
  return asked;
}

/** @param {URLSearchParams} asked */
function fill(asked) {
  for (const name of ["q", "person", "genre", "format", "language", "from", "to"]) {
    const value = asked.get(name) ?? "";
    const input = field(name);
    input.value = value;
    if (name === "from" || name === "to") {
      if (value !== "" && input.value !== value) input.dataset.refused = value;
      else delete input.dataset.refused;
    } else if (input instanceof HTMLSelectElement && input.value !== value) {
      // What is not on today may have been when the search was shared.
      input.add(new Option(value, value, false, true));
    }
  }
  for (const need of needs) box(need).checked = asked.getAll("accessibility").includes(need);
}

/** @param {string} need */
const box = need => /** @type {HTMLInputElement} */ (form.querySelector(`[name="accessibility"][value="${need}"]`));

/**
 * A day since 1970; `undefined` if there is no such day.
 * @param {string} text
 */
function day(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // 31 February is taken for a day of March by some browsers.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? time / 86_400_000 : undefined;
}

/** @param {string} name @param {string} message empty if nothing is wrong */
function complain(name, message) {
  const input = field(name);
  one(`#${name}-error`).textContent = message;
  if (message) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", `${name}-error`);
    filters.open = true;
  } else {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/**
 * The first and the last day that are asked for; what is wrong with them is said beside the fields.
 * @param {URLSearchParams} asked
 */
function dates(asked) {
  const [from, to] = ["from", "to"].map(name => {
    const text = asked.get(name);
    const isUnfinished = text === null && field(name).validity.badInput;
    const value = text === null ? undefined : day(text);
    const isWrong = isUnfinished || (text !== null && value === undefined);
    const what = isUnfinished ? say("search.dates.unfinished") : say("search.dates.none", { text: text ?? "" });
    complain(name, isWrong ? `${what} ${say("search.dates.choose")}` : "");
    return isWrong ? null : value;
  });
  if (from === null || to === null) return undefined;
  if (from !== undefined && to !== undefined && to < from) {
    complain("to", say("search.dates.order"));
    return undefined;
  }
  return { from: from ?? -Infinity, to: to ?? Infinity };
}

/**
 * @param {URLSearchParams} asked @param {{ from: number, to: number }} range
 * @returns {Query}
 */
function query(asked, range) {
  const chosen = form.querySelector(`[name="genre"] option[value="${CSS.escape(asked.get("genre") ?? "")}"]`);
  return {
    ...range,
    words: foldedWords(asked.get("q") ?? ""),
    asked: plain(asked.get("q") ?? ""),
    person: foldedWords(asked.get("person") ?? ""),
    genre: asked.has("genre") ? Number(/** @type {HTMLElement} */ (chosen)?.dataset.id ?? -1) : 0,
    format: asked.get("format") ?? "",
    language: asked.get("language") ?? "",
    needs: needs.reduce((sum, need, bit) => sum + (asked.getAll("accessibility").includes(need) ? 2 ** bit : 0), 0),
  };
}

// MARK: The results

/** @param {number} day since 1970 */
const dayName = day =>
  new Date(day * 86_400_000).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** @param {Film} film */
function result(film) {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = `${home}movies/${film.slug}/`;
  link.append(film.title, " ");
  if (film.year) soft(link, "span", String(film.year));
  const facts = [];
  if (film.next) facts.push([say("search.film.on", { day: dayName(film.next.day) }), ...film.next.formats].join(" · "));
  if (film.people.length) facts.push(say("search.film.with", { people: film.people.join(", ") }));
  if (facts.length) soft(item, "p", facts.join("; "));
  return item;
}

/** @param {Element} parent @param {string} name @param {string} text */
function soft(parent, name, text) {
  const element = parent.appendChild(document.createElement(name));
  element.className = "soft";
  element.textContent = text;
}

/** @type {import("./films.js").Finding | undefined} */
let finding;
let shown = 0;

/** @param {string} sentence */
function show(sentence) {
  const films = finding?.films ?? [];
  status.textContent = sentence;
  list.replaceChildren(...films.slice(0, shown).map(result));
  section.hidden = films.length === 0;
  moreButton.hidden = finding === undefined || (finding.isComplete && films.length <= shown);
}

/** @param {URLSearchParams} asked @param {import("./films.js").Finding} finding */
function summary(asked, finding) {
  const count = finding.films.length;
  const text = asked.get("q");
  const isFiltered = [...asked.keys()].some(name => name !== "q");
  if (count === 0 && finding.isComplete) {
    if (text) return isFiltered ? say("search.none.forTextFiltered", { text }) : say("search.none.forText", { text });
    return isFiltered ? say("search.none.filtered") : say("search.none.atAll");
  }
  if (!finding.isComplete) return count === 0 ? say("search.none.soFar") : say("search.count.soFar", { count });
  return shown < count ? say("search.count.first", { count, shown }) : say("search.count.all", { count });
}

// MARK: Searching

let stale = new AbortController();

/** @param {boolean} isNext whether to look further, rather than anew */
async function search(isNext = false) {
  stale.abort();
  const { signal } = (stale = new AbortController());
  const asked = parameters();
  try {
    if (!isNext) begin(asked);
    if (signal.aborted || !finding) return;
    const wanted = isNext ? shown + shownAtOnce : shownAtOnce;
    if (finding.films.length < wanted && !finding.isComplete) await finding.more(signal);
    if (signal.aborted) return;
    const focused = shown;
    shown = Math.min(wanted, finding.films.length);
    show(summary(asked, finding));
    if (isNext) /** @type {HTMLElement | null} */ (list.children[focused]?.querySelector("a"))?.focus();
  } catch (error) {
    if (signal.aborted) return;
    finding = undefined;
    show(
      error instanceof GoneError
        ? say("search.gone")
        : say("search.unreachable"),
    );
  }
}

/** @param {URLSearchParams} asked */
function begin(asked) {
  finding = undefined;
  shown = 0;
  linkGenre(asked);
  const range = dates(asked);
  if (!range) return show(say("search.dates.wait"));
  if ([...asked.keys()].length === 0) return show("");
  const wanted = query(asked, range);
  if ((asked.has("q") && wanted.words.length === 0) || (asked.has("person") && wanted.person.length === 0)) {
    return show(say("search.empty"));
  }
  finding = new Finding(wanted, index);
}

/**
 * A genre alone leads to its page, which has the films that are not shown now as well.
 * @param {URLSearchParams} asked
 */
function linkGenre(asked) {
  const genre = asked.get("genre");
  genreLink.hidden = !genre || asked.has("q") || asked.has("person");
  const link = /** @type {HTMLAnchorElement} */ (genreLink.querySelector("a"));
  link.href = `${home}genres/${encodeURIComponent(genre ?? "")}/`;
}

// MARK: The address

/** Whether the address tells what is being typed: then the next letter replaces it, and going back skips it. */
let isTyping = false;
let pause = 0;

function keepInAddress() {
  const url = new URL(location.href);
  url.search = parameters().toString();
  if (url.href !== location.href) history[isTyping ? "replaceState" : "pushState"](null, "", url);
}

function restore() {
  isTyping = false;
  fill(new URL(location.href).searchParams);
  search();
}

function searchNow() {
  clearTimeout(pause);
  keepInAddress();
  isTyping = false;
  search();
}

form.addEventListener("input", event => {
  const input = /** @type {HTMLElement} */ (event.target);
  delete input.dataset.refused;
  clearTimeout(pause);
  pause = window.setTimeout(() => {
    keepInAddress();
    isTyping = input.matches("[type=search], [type=text]");
    search();
  }, typingPause);
});
form.addEventListener("change", () => {
  keepInAddress();
  isTyping = false;
});
form.addEventListener("submit", event => {
  event.preventDefault();
  searchNow();
});
form.addEventListener("reset", () => {
  for (const name of ["from", "to"]) delete field(name).dataset.refused;
  // The fields are empty only after this event.
  setTimeout(searchNow);
});
moreButton.addEventListener("click", () => search(true));
window.addEventListener("popstate", restore);

form.hidden = false;
filters.open = matchMedia("(min-width: 48rem)").matches || [...new URL(location.href).searchParams.keys()].some(name => name !== "q");
restore();
