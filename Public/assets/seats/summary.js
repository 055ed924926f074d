// @ts-check
/** @import {Choice, ChosenSeat} from "./choice.js" */
/** @import {Seat} from "./room.js" */
import { element } from "../booking/elements.js";
import { formatted } from "../booking/money.js";
import { say } from "../words.js";
import { seatName } from "./room.js";

/** @typedef {{sentence: string, action?: {text: string, run: () => void}}} Notice */

/** The chosen seats as a list: a ticket type for each, the total as it grows, and the way on. */
export class Summary {
  #notice = "";
  #drawn = "";

  /**
   * @param {HTMLElement} section of the page, with its heading in it
   * @param {object} parts
   * @param {Choice} parts.choice
   * @param {(seat: Seat) => Seat | undefined} parts.companion the companion seat that goes with a seat and can be had
   * @param {() => void} parts.onContinue
   */
  constructor(section, { choice, companion, onContinue }) {
    this.section = section;
    this.choice = choice;
    this.companion = companion;
    this.empty = element("p", { className: "soft" });
    this.list = element("ul", { className: "chosen" });
    this.notice = element("div", { className: "choice-notice" });
    this.total = element("strong");
    this.sum = element("p", { className: "total" }, element("span", {}, say("seats.choice.total")), this.total);
    this.continue = element("button", { type: "button", className: "button", onclick: onContinue }, say("seats.choice.continue"));
    this.bar = element("div", { className: "choice-bar" }, this.notice, this.sum, this.continue);
    section.append(this.empty, this.list, this.bar);
    section.hidden = false;
    this.refresh();
  }

  refresh() {
    const { choice } = this;
    this.empty.textContent = choice.isLimited ? say("seats.choice.empty", { count: choice.most }) : say("seats.noneChosen");
    // What has not changed stays, for somebody may have one of the lists of tickets open.
    const drawn = JSON.stringify(choice.seats.map(({ seat, ticketType }) => [seat.label, ticketType, this.companion(seat)?.label]));
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const before = document.activeElement;
    const focused = before && this.list.contains(before) ? before.getAttribute("data-control") : undefined;
    this.list.replaceChildren(...choice.seats.map(chosen => this.#item(chosen)));
    this.empty.hidden = choice.size > 0;
    this.sum.hidden = this.continue.hidden = choice.size === 0;
    this.bar.hidden = choice.size === 0 && !this.#notice;
    this.total.textContent = choice.total ? formatted(choice.total) : "";
    if (focused) this.#restoreFocus(focused);
  }

  /**
   * Says what the buyer has to know about the choice, beside the way on, where it is seen on a phone too.
   * @param {Notice | undefined} notice
   */
  showNotice(notice) {
    const { sentence = "", action } = notice ?? {};
    const shown = `${sentence} ${action?.text ?? ""}`.trim();
    if (shown === this.#notice) return;
    this.#notice = shown;
    const hadFocus = this.notice.contains(document.activeElement);
    this.notice.replaceChildren();
    if (sentence) this.notice.append(element("p", {}, sentence));
    if (action) {
      const take = () => {
        action.run();
        this.continue.focus();
      };
      this.notice.append(element("button", { type: "button", className: "button button-quiet", onclick: take }, action.text));
    }
    this.bar.hidden = this.choice.size === 0 && !sentence;
    if (hadFocus) this.notice.querySelector("button")?.focus();
  }

  /** @param {boolean} isBusy */
  setBusy(isBusy) {
    this.continue.setAttribute("aria-disabled", String(isBusy));
    this.continue.textContent = isBusy ? say("seats.choice.keeping") : say("seats.choice.continue");
  }

  /** @param {ChosenSeat} chosen */
  #item({ seat, ticketType, price }) {
    const { choice } = this;
    const types = choice.prices.ticketTypesFor(seat.priceCategory);
    const select = element("select", {
      "aria-label": say("seats.choice.ticket", { seat: seatName(seat) }), "data-control": `type ${seat.label}`,
      onchange: () => choice.setTicketType(seat.label, select.value),
    }, ...types.map(({ code, name }) => element("option", { value: code }, name)));
    select.value = ticketType;
    const remove = element("button", {
      type: "button", className: "remove", "aria-label": say("seats.choice.remove", { seat: seatName(seat) }), "data-control": `remove ${seat.label}`,
      onclick: () => choice.remove(seat.label),
    }, "×");
    const item = element("li", {},
      element("span", { className: "chosen-seat" }, seatName(seat)), select,
      element("span", { className: "chosen-price" }, formatted(price)), remove);
    const companion = this.companion(seat);
    if (companion) {
      item.append(element("button", {
        type: "button", className: "add-companion", "data-control": `companion ${seat.label}`, onclick: () => choice.add(companion),
      }, say("seats.choice.companion", { seat: companion.label })));
    }
    return item;
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
