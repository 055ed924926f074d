// @ts-check
/** @import {Room, Row, Seat} from "./room.js" */
/** @import {SeatStates} from "./seat-states.js" */
/** @import {Choice} from "./choice.js" */
/** @import {SeatWords} from "./seat-words.js" */
import { element } from "../booking/elements.js";
import { seatAfterKey } from "./keys.js";

/** A cheap phone draws about so many seats in 30 ms. Between two slices it can answer a finger. */
const slice = 64;

/**
 * The room as a grid of checkboxes with one tab stop. Seats that cannot be had stay in it, so that who listens to the
 * room hears all of it; they say so and refuse.
 */
export class SeatMap {
  /** @type {Map<Seat, HTMLInputElement>} */
  #boxes = new Map();
  /** @type {Map<Seat, string>} what each box shows, so that a change of one seat touches one box */
  #shown = new Map();
  /** @type {Seat} */
  #tabStop;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;

  /**
   * @param {{room: Room, words: SeatWords, states: SeatStates, choice: Choice, onRefuse: (sentence: string) => void}} parts
   */
  constructor({ room, words, states, choice, onRefuse }) {
    this.room = room;
    this.words = words;
    this.states = states;
    this.choice = choice;
    this.onRefuse = onRefuse;
    this.#tabStop = room.first();
    this.element = this.#grid();
  }

  /** Shows what is now known and chosen, a large room slice by slice. */
  refresh() {
    clearTimeout(this.#rest);
    let drawn = 0;
    for (const row of this.room.rows) {
      if (drawn > slice) {
        // Asking for the height makes the browser lay out this slice now, instead of all of them later.
        this.#rest = setTimeout(() => this.refresh(), Math.min(0, this.element.offsetHeight));
        return;
      }
      drawn += this.#show(row);
    }
  }

  /** @param {Seat} seat */
  box(seat) {
    return this.#boxes.get(seat);
  }

  #grid() {
    const { room } = this;
    const grid = element("table", {
      role: "grid", className: "seats", "aria-labelledby": "room-heading", "aria-describedby": "seat-map-help",
      "aria-rowcount": String(room.rows.length), "aria-colcount": String(room.columns + 1),
    });
    grid.style.setProperty("--columns", String(room.columns));
    grid.style.setProperty("--rows", String(room.rows.length));
    grid.addEventListener("click", event => this.#onClick(event));
    grid.addEventListener("keydown", event => this.#onKey(event));
    grid.addEventListener("focusin", ({ target }) => {
      const seat = this.#seatOf(target);
      if (seat) this.#setTabStop(seat);
    });
    return grid;
  }

  /** @param {Row} row @returns how many of its seats were drawn, for the first time or anew */
  #show(row) {
    if (!this.#boxes.has(row.seats[0])) this.element.append(this.#line(row));
    return row.seats.filter(seat => this.#showSeat(seat)).length;
  }

  /** @param {Seat} seat */
  #showSeat(seat) {
    const box = /** @type {HTMLInputElement} */ (this.#boxes.get(seat));
    const state = this.states.of(seat.label);
    const isChosen = this.choice.has(seat.label);
    const shown = `${state} ${isChosen}`;
    if (this.#shown.get(seat) === shown) return false;
    this.#shown.set(seat, shown);
    box.checked = isChosen;
    box.dataset.state = state;
    if (state === "available") box.removeAttribute("aria-disabled");
    else box.setAttribute("aria-disabled", "true");
    box.setAttribute("aria-label", this.words.name(seat, state));
    return true;
  }

  /** @param {Row} row */
  #line(row) {
    const before = this.room.rows[row.seats[0].rowIndex - 1];
    const label = element("th", { role: "rowheader", scope: "row", "aria-colindex": "1" }, row.label);
    const line = element("tr", { role: "row" }, label, ...row.seats.map(seat => this.#cell(seat)));
    if (before && row.depth - before.depth > 1) line.className = "after-aisle";
    return line;
  }

  /** @param {Seat} seat */
  #cell(seat) {
    const box = element("input", { type: "checkbox", className: "seat", tabIndex: seat === this.#tabStop ? 0 : -1 });
    box.dataset.seat = seat.label;
    box.dataset.kind = seat.kind;
    box.dataset.category = seat.priceCategory;
    this.#boxes.set(seat, box);
    // Column 1 is the row's label.
    const column = String(seat.column - this.room.firstColumn + 2);
    const cell = element("td", { role: "gridcell", "aria-colindex": column }, box);
    cell.style.gridColumn = column;
    return cell;
  }

  /** @param {EventTarget | null} target */
  #seatOf(target) {
    return target instanceof HTMLInputElement ? this.room.seat(target.dataset.seat ?? "") : undefined;
  }

  /** @param {MouseEvent} event also sent by the space bar */
  #onClick(event) {
    const seat = this.#seatOf(event.target);
    const refusal = seat && this.choice.toggle(seat, this.states.of(seat.label));
    if (!refusal) return;
    event.preventDefault();
    this.onRefuse(refusal);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const seat = this.#seatOf(event.target);
    const next = seat && seatAfterKey(event, this.room, seat);
    if (!next) return;
    event.preventDefault();
    this.box(next)?.focus();
  }

  /** @param {Seat} seat */
  #setTabStop(seat) {
    this.box(this.#tabStop)?.setAttribute("tabindex", "-1");
    this.#tabStop = seat;
    this.box(seat)?.setAttribute("tabindex", "0");
  }
}
