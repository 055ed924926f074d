// @ts-check
/** @import {Room, Seat} from "./room.js" */
/** @import {SeatState, SeatStates} from "./seat-states.js" */
/** @import {PriceList} from "../booking/price-list.js" */
/** @import {Choice} from "./choice.js" */
import { element } from "../booking/elements.js";
import { formatted } from "../booking/price-list.js";
import { seatAfterKey } from "./keys.js";
import { seatName } from "./room.js";

const kinds = { seat: "", wheelchair: "wheelchair space", companion: "companion seat" };
/** @type {Record<SeatState, string>} */
const words = { available: "available", sold: "sold", held: "kept for someone else", unknown: "not known whether free" };

/**
 * The room as a grid of checkboxes with one tab stop. Seats that cannot be had stay in it, so that who listens to the
 * room hears all of it; they say so and refuse.
 */
export class SeatMap {
  /** @type {Map<string, HTMLInputElement>} */
  #boxes = new Map();

  /**
   * @param {{room: Room, prices: PriceList, states: SeatStates, choice: Choice, onRefuse: (sentence: string) => void}} parts
   */
  constructor({ room, prices, states, choice, onRefuse }) {
    this.room = room;
    this.prices = prices;
    this.states = states;
    this.choice = choice;
    this.onRefuse = onRefuse;
    this.element = this.#grid();
    this.#setTabStop(room.first());
    this.refresh();
  }

  /** Shows what is now known and chosen. */
  refresh() {
    for (const [label, box] of this.#boxes) {
      const seat = /** @type {Seat} */ (this.room.seat(label));
      const state = this.states.of(label);
      const isFree = state === "available";
      box.checked = this.choice.has(label);
      box.dataset.state = state;
      if (isFree) box.removeAttribute("aria-disabled");
      else box.setAttribute("aria-disabled", "true");
      box.setAttribute("aria-label", this.#name(seat, state));
    }
  }

  #grid() {
    const { room } = this;
    const grid = element("table", {
      role: "grid", className: "seats", "aria-labelledby": "room-heading", "aria-describedby": "seat-map-help",
      "aria-rowcount": String(room.rows.length), "aria-colcount": String(room.columns),
    });
    grid.style.setProperty("--columns", String(room.columns));
    let depth = room.rows[0].depth;
    for (const row of room.rows) {
      const line = element("tr", { role: "row" });
      if (row.depth - depth > 1) line.className = "after-aisle";
      depth = row.depth;
      line.append(element("th", { role: "rowheader", scope: "row" }, row.label), ...row.seats.map(seat => this.#cell(seat)));
      grid.append(line);
    }
    grid.addEventListener("click", event => this.#onClick(event));
    grid.addEventListener("keydown", event => this.#onKey(event));
    grid.addEventListener("focusin", ({ target }) => {
      const seat = this.#seatOf(target);
      if (seat) this.#setTabStop(seat);
    });
    return grid;
  }

  /** @param {Seat} seat */
  #cell(seat) {
    const box = element("input", { type: "checkbox", className: "seat", tabIndex: -1 });
    box.dataset.seat = seat.label;
    box.dataset.kind = seat.kind;
    box.dataset.category = seat.priceCategory;
    this.#boxes.set(seat.label, box);
    const column = seat.column - this.room.firstColumn + 1;
    const cell = element("td", { role: "gridcell", "aria-colindex": String(column) }, box);
    // Column 1 of the row's own grid is its label.
    cell.style.gridColumn = String(column + 1);
    return cell;
  }

  /** @param {Seat} seat @param {SeatState} state */
  #name(seat, state) {
    const category = this.prices.categoryNames.size > 1 ? this.prices.categoryNames.get(seat.priceCategory) : "";
    const [usual] = this.prices.ticketTypesFor(seat.priceCategory);
    const price = usual && this.prices.price(usual.code, seat.priceCategory);
    return [seatName(seat), kinds[seat.kind], category, price && formatted(price), words[state]].filter(Boolean).join(", ");
  }

  /** @param {EventTarget | null} target */
  #seatOf(target) {
    return target instanceof HTMLInputElement ? this.room.seat(target.dataset.seat ?? "") : undefined;
  }

  /** @param {MouseEvent} event also sent by the space bar */
  #onClick(event) {
    const seat = this.#seatOf(event.target);
    if (!seat) return;
    const state = this.states.of(seat.label);
    if (this.choice.has(seat.label)) {
      this.choice.remove(seat.label);
    } else if (state !== "available") {
      event.preventDefault();
      this.onRefuse(`${seatName(seat)} is ${words[state]}.`);
    } else if (this.choice.isFull) {
      event.preventDefault();
      this.onRefuse(`One booking can have ${this.choice.most} seats. Take one back to choose another.`);
    } else {
      this.choice.add(seat);
    }
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const seat = this.#seatOf(event.target);
    const next = seat && seatAfterKey(event, this.room, seat);
    if (!next) return;
    event.preventDefault();
    this.#boxes.get(next.label)?.focus();
  }

  /** @param {Seat} seat */
  #setTabStop(seat) {
    for (const box of this.element.querySelectorAll('[tabindex="0"]')) box.setAttribute("tabindex", "-1");
    this.#boxes.get(seat.label)?.setAttribute("tabindex", "0");
  }
}
