// @ts-check
/** @import {Choice, ChosenSeat} from "./choice.js" */
import { element } from "../booking/elements.js";
import { formatted } from "../booking/price-list.js";
import { seatName } from "./room.js";

/** The chosen seats as a list: a ticket type for each, the total as it grows, and the way on. */
export class Summary {
  /**
   * @param {HTMLElement} section of the page, with its heading in it
   * @param {Choice} choice
   * @param {() => void} onContinue
   */
  constructor(section, choice, onContinue) {
    this.section = section;
    this.choice = choice;
    this.empty = element("p", { className: "soft" }, `Choose up to ${choice.most} seats in the plan.`);
    this.list = element("ul", { className: "chosen" });
    this.error = element("p", { className: "choice-error", role: "alert" });
    this.total = element("strong");
    this.continue = element("button", { type: "button", className: "button", onclick: onContinue }, "Continue to payment");
    this.bar = element("div", { className: "choice-bar" },
      element("p", { className: "total" }, element("span", {}, "Total"), this.total), this.continue);
    section.append(this.empty, this.list, this.error, this.bar);
    section.hidden = false;
    this.refresh();
  }

  refresh() {
    const { choice } = this;
    const before = document.activeElement;
    const focused = before && this.list.contains(before) ? before.getAttribute("data-control") : undefined;
    this.list.replaceChildren(...choice.seats.map(chosen => this.#item(chosen)));
    this.empty.hidden = choice.size > 0;
    this.bar.hidden = choice.size === 0;
    this.total.textContent = choice.total ? formatted(choice.total) : "";
    if (focused) this.#restoreFocus(focused);
  }

  /** @param {string} sentence */
  showError(sentence) {
    this.error.textContent = sentence;
  }

  /** @param {boolean} isBusy */
  setBusy(isBusy) {
    this.continue.setAttribute("aria-disabled", String(isBusy));
    this.continue.textContent = isBusy ? "Keeping your seats…" : "Continue to payment";
  }

  /** @param {ChosenSeat} chosen */
  #item({ seat, ticketType, price }) {
    const { choice } = this;
    const types = choice.prices.ticketTypesFor(seat.priceCategory);
    const select = element("select", {
      "aria-label": `Ticket for ${seatName(seat)}`, "data-control": `type ${seat.label}`,
      onchange: () => choice.setTicketType(seat.label, select.value),
    }, ...types.map(({ code, name }) => element("option", { value: code }, name)));
    select.value = ticketType;
    const remove = element("button", {
      type: "button", className: "remove", "aria-label": `Remove ${seatName(seat)}`, "data-control": `remove ${seat.label}`,
      onclick: () => choice.remove(seat.label),
    }, "×");
    return element("li", {},
      element("span", { className: "chosen-seat" }, seatName(seat)), select,
      element("span", { className: "chosen-price" }, formatted(price)), remove);
  }

  /**
   * The list is drawn anew on each change; the focus goes to the same control, or on to the next one, or to the heading.
   * @param {string} control
   */
  #restoreFocus(control) {
    const same = this.list.querySelector(`[data-control="${CSS.escape(control)}"]`);
    const next = same ?? this.list.querySelector("button") ?? this.section.querySelector("h2");
    if (!(next instanceof HTMLElement)) return;
    if (next.tagName === "H2") next.tabIndex = -1;
    next.focus();
  }
}
