// @ts-check
import { byId, element } from "./elements.js";

/**
 * Says a sentence to who listens to the page, when they have time for it.
 * @param {string} sentence
 */
export function announce(sentence) {
  const announcer = byId("announcer");
  // The same words twice are no change, and would not be read.
  announcer.textContent = announcer.textContent === sentence ? `${sentence}\u00A0` : sentence;
}

/**
 * Shows a sentence at the top of the page and says it; no sentence takes it away.
 * @param {string} sentence
 * @param {{warning?: boolean, actions?: HTMLElement[]}} options
 */
export function showStatus(sentence, { warning = false, actions = [] } = {}) {
  const status = byId("booking-status");
  status.hidden = !sentence;
  if (!sentence) return status.replaceChildren();
  const notice = element("div", { className: warning ? "notice notice-warning" : "notice" }, element("p", {}, sentence));
  if (actions.length > 0) notice.append(element("p", { className: "actions" }, ...actions));
  status.replaceChildren(notice);
  announce(sentence);
}
