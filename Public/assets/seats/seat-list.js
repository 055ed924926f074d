// @ts-check
/** @import {Room, Row, Seat} from "./room.js" */
/** @import {SeatState, SeatStates} from "./seat-states.js" */
/** @import {Choice} from "./choice.js" */
/** @import {SeatWords} from "./seat-words.js" */
import { element } from "../booking/elements.js";
import { say } from "../words.js";

/** @type {Record<SeatState, string>} as in the legend of the plan */
const shortWords = {
  available: "", sold: say("seats.list.sold"), held: say("seats.list.held"), unknown: "", closed: say("seats.list.closed"),
};

/** The same seats as a list, row by row, for those to whom a plan says little. A row is drawn when it is opened. */
export class SeatList {
  /** @type {{row: Row, tally: HTMLElement, items: HTMLElement}[]} */
  #rows = [];
  /** @type {Map<Seat, {box: HTMLInputElement, state: HTMLElement}>} */
  #drawn = new Map();

  /**
   * @param {{room: Room, words: SeatWords, states: SeatStates, choice: Choice, onRefuse: (sentence: string) => void}} parts
   */
  constructor({ room, words, states, choice, onRefuse }) {
    this.words = words;
    this.states = states;
    this.choice = choice;
    this.onRefuse = onRefuse;
    this.element = element("div", { className: "seat-list", id: "seat-list" }, ...room.rows.map(row => this.#row(row)));
    this.refresh();
  }

  /** Shows what is now known and chosen. */
  refresh() {
    if (this.element.hidden) return;
    for (const { row, tally } of this.#rows) {
      const free = row.seats.filter(({ label }) => this.states.of(label) === "available").length;
      const chosen = row.seats.filter(({ label }) => this.choice.has(label)).length;
      const count = row.seats.length;
      const words = this.states.isKnown ? say("seats.list.free", { free, count }) : say("seats.count", { count });
      const text = chosen > 0 ? say("seats.list.chosen", { tally: words, chosen }) : words;
      if (tally.textContent !== text) tally.textContent = text;
    }
    for (const [seat, { box, state: words }] of this.#drawn) {
      const state = this.states.of(seat.label);
      box.checked = this.choice.has(seat.label);
      if (box.dataset.state === state) continue;
      box.dataset.state = state;
      box.setAttribute("aria-label", this.words.name(seat, state));
      if (state === "available") box.removeAttribute("aria-disabled");
      else box.setAttribute("aria-disabled", "true");
      words.textContent = shortWords[state];
    }
  }

  /** @param {Row} row */
  #row(row) {
    const tally = element("span", { className: "soft" });
    const items = element("ul");
    const line = element("details", {}, element("summary", {}, element("span", {}, say("seats.list.row", { row: row.label })), tally), items);
    line.addEventListener("toggle", () => {
      if (items.childElementCount > 0) return;
      items.append(...row.seats.map(seat => this.#item(seat)));
      this.refresh();
    });
    this.#rows.push({ row, tally, items });
    return line;
  }

  /** @param {Seat} seat */
  #item(seat) {
    const box = element("input", { type: "checkbox" });
    box.dataset.seat = seat.label;
    const state = element("span", { className: "soft" });
    this.#drawn.set(seat, { box, state });
    box.addEventListener("click", event => {
      const refusal = this.choice.toggle(seat, this.states.of(seat.label));
      if (!refusal) return;
      event.preventDefault();
      this.onRefuse(refusal);
    });
    return element("li", {}, element("label", {}, box, element("span", {}, say("seats.list.seat", { number: seat.number, facts: this.words.facts(seat) })), state));
  }
}
