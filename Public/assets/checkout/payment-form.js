// @ts-check
/** @import {Card} from "../booking/types.js" */
/** @import {Fault} from "./card.js" */
import { byId, element } from "../booking/elements.js";
import { keepBuyer, keptBuyer } from "../booking/kept-buyer.js";
import { say } from "../words.js";
import { readCard } from "./card.js";

/** @typedef {{name: string, email: string, payment: {card: Card}}} Details */

/** The form of name, e-mail and card: what it says, and what is wrong with it beside each field and in one summary. */
export class PaymentForm {
  /** @type {HTMLElement | undefined} what had the focus last */
  last;

  /** @param {() => void} onSubmit */
  constructor(onSubmit) {
    this.form = /** @type {HTMLFormElement} */ (byId("payment"));
    this.button = byId("pay");
    this.summary = byId("error-summary");
    this.form.addEventListener("submit", event => {
      event.preventDefault();
      onSubmit();
    });
    this.form.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement) this.#setFault(target, "");
      keepBuyer({ name: this.#field("name").value, email: this.#field("email").value });
    });
    this.form.addEventListener("focusin", ({ target }) => { this.last = /** @type {HTMLElement} */ (target); });
    const typed = keptBuyer();
    this.#field("name").value ||= typed?.name ?? "";
    this.#field("email").value ||= typed?.email ?? "";
  }

  /** Brings the reader back to the field that they left. */
  focus() {
    (this.last ?? this.#field("name")).focus();
  }

  /** @returns {{payment?: Details, faults: Fault[]}} a payment only if there are no faults */
  read() {
    const name = this.#field("name").value.trim();
    const email = this.#field("email").value.trim();
    /** @type {Fault[]} */
    const faults = [];
    if (!name) faults.push({ field: "name", sentence: say("checkout.faults.name") });
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      faults.push({ field: "email", sentence: email ? say("checkout.faults.noEmail") : say("checkout.faults.email") });
    }
    const [number, expiry, cvc] = ["number", "expiry", "cvc"].map(field => this.#field(field).value);
    const { card, faults: cardFaults } = readCard({ number, expiry, cvc });
    faults.push(...cardFaults);
    return card && faults.length === 0 ? { payment: { name, email, payment: { card } }, faults } : { faults };
  }

  /**
   * Shows what is wrong, and brings the reader to the summary of it; no faults take all of it away.
   * @param {string} heading
   * @param {Fault[]} faults
   */
  show(heading, faults) {
    for (const input of this.form.querySelectorAll("input")) {
      this.#setFault(input, faults.find(({ field }) => field === input.id)?.sentence ?? "");
    }
    this.summary.hidden = faults.length === 0;
    if (faults.length === 0) return;
    this.form.hidden = false;
    const links = faults.map(({ field, sentence }) => element("li", {}, element("a", { href: `#${field}`, onclick: this.#follow }, sentence)));
    this.summary.replaceChildren(element("h3", {}, heading), element("ul", {}, ...links));
    this.summary.focus();
  }

  /** @param {string} total @param {boolean} isBusy */
  setButton(total, isBusy) {
    this.button.textContent = isBusy ? say("checkout.paying") : say("checkout.payAmount", { total });
    this.button.setAttribute("aria-disabled", String(isBusy));
  }

  /** @param {import("./refusals.js").Refusal} refusal */
  showRefusal({ heading, fault }) {
    this.show(heading, [fault]);
  }

  /** The fragment of this page is the hold's id, so a link to a field moves the focus alone. */
  #follow = (/** @type {MouseEvent} */ event) => {
    event.preventDefault();
    const { hash } = /** @type {HTMLAnchorElement} */ (event.currentTarget);
    this.#field(hash.slice(1)).focus();
  };

  /** @param {string} id */
  #field(id) {
    return /** @type {HTMLInputElement} */ (byId(id));
  }

  /** @param {HTMLInputElement} input @param {string} sentence */
  #setFault(input, sentence) {
    byId(`${input.id}-error`).textContent = sentence;
    if (sentence) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}
