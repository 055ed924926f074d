// @ts-check
/** @import {Room, Seat} from "./room.js" */
/** @import {SeatStates} from "./seat-states.js" */
/** @import {PriceList} from "../booking/price-list.js" */
import { element } from "../booking/elements.js";
import { formatted } from "../booking/money.js";
import { say } from "../words.js";
import { bestSeats } from "./best-seats.js";
import { inWords } from "./seat-words.js";

/** A form that finds the best free seats for so many people: who does not want to look for them need not. */
export class Finder {
  /**
   * @param {object} parts
   * @param {Room} parts.room
   * @param {PriceList} parts.prices
   * @param {SeatStates} parts.states
   * @param {(seat: Seat) => boolean} parts.isFree
   * @param {(seats: Seat[]) => void} parts.onFound
   */
  constructor({ room, prices, states, isFree, onFound }) {
    this.room = room;
    this.states = states;
    this.isFree = isFree;
    this.onFound = onFound;
    const seats = [...room.seats.values()];
    this.count = select(counts(2), "2");
    const categories = [...prices.categoryNames].filter(([code]) => prices.sells(code) && seats.some(seat => seat.priceCategory === code && seat.kind === "seat"));
    this.category = select([["", say("seats.finder.anyPrice")], ...categories.map(([code, name]) => [code, `${name} ${price(prices, code)}`])], "");
    this.wheelchair = element("input", { type: "checkbox" });
    this.answer = element("div", { className: "finder-answer", role: "status" });
    const wheelchair = element("label", { className: "finder-wheelchair" }, this.wheelchair, say("seats.finder.wheelchair"));
    wheelchair.hidden = !seats.some(({ kind }) => kind === "wheelchair");
    const category = element("label", {}, element("span", { className: "visually-hidden" }, say("seats.finder.price")), this.category);
    category.hidden = categories.length < 2;
    this.element = element("form", { className: "finder", "aria-label": say("seats.finder.label") },
      element("label", {}, element("span", { className: "visually-hidden" }, say("seats.finder.count")), this.count),
      category, element("button", { className: "button button-quiet" }, say("seats.finder.find")), wheelchair, this.answer);
    this.element.addEventListener("submit", event => {
      event.preventDefault();
      this.#find();
    });
  }

  /** @param {number} most for how many people it may look */
  limit(most) {
    const wanted = Math.min(Number(this.count.value), most);
    this.count.replaceChildren(...options(counts(most)));
    this.count.value = String(wanted);
  }

  /** Takes back what it said: it speaks of a moment that is over. */
  clear() {
    this.answer.replaceChildren();
  }

  #find() {
    const count = Number(this.count.value), wheelchair = this.wheelchair.checked;
    const groups = bestSeats(this.room, this.isFree, { count, wheelchair, category: this.category.value });
    const seats = groups.flat();
    this.clear();
    if (groups.length === 1) return this.onFound(seats);
    if (groups.length === 0) {
      this.answer.append(element("p", {}, this.#tooFew(count, wheelchair)));
      return;
    }
    const take = element("button", { type: "button", className: "button button-quiet", onclick: () => this.onFound(seats) }, say("seats.finder.take"));
    this.answer.append(
      element("p", {}, say("seats.finder.apart", { count, seats: groups.map(inWords).join("; ") })), take);
  }

  /** @param {number} count @param {boolean} wheelchair */
  #tooFew(count, wheelchair) {
    if (!this.states.isKnown) return say("seats.finder.unknown");
    const kind = wheelchair ? "wheelchair" : "seat";
    const free = [...this.room.seats.values()].filter(seat => seat.kind === kind && this.isFree(seat)
      && (wheelchair || !this.category.value || seat.priceCategory === this.category.value)).length;
    if (wheelchair && free === 0) return say("seats.finder.noSpace");
    return free === 0 ? say("seats.finder.none", { people: count }) : say("seats.finder.few", { people: count, count: free });
  }
}

/** @param {number} most @returns {string[][]} */
function counts(most) {
  return Array.from({ length: most }, (_, index) => [String(index + 1), say("seats.count", { count: index + 1 })]);
}

/** @param {string[][]} choices value and text */
function options(choices) {
  return choices.map(([value, text]) => element("option", { value }, text));
}

/** @param {string[][]} choices value and text @param {string} chosen */
function select(choices, chosen) {
  const made = element("select", {}, ...options(choices));
  made.value = chosen;
  return made;
}

/** @param {PriceList} prices @param {string} category */
function price(prices, category) {
  const [usual] = prices.ticketTypesFor(category);
  const found = usual && prices.price(usual.code, category);
  return found ? formatted(found) : "";
}
