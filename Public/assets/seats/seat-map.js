// @ts-check
/** @import {Room, Seat} from "./room.js" */
/** @import {SeatStates} from "./seat-states.js" */
/** @import {Choice} from "./choice.js" */
/** @import {SeatWords} from "./seat-words.js" */
import { element } from "../booking/elements.js";
import { seatAfterKey } from "./keys.js";

/**
 * The room as a grid of checkboxes with one tab stop. Seats that cannot be had stay in it, so that who listens to the
 * room hears all of it; they say so and refuse.
 */
export class SeatMap {
  /** @type {Map<Seat, HTMLInputElement>} */
  #boxes = new Map();
  /** @type {Map<Seat, string>} what each box shows, so that a change of one seat touches one box */
  #shown = new Map();
  /** @type {HTMLInputElement | undefined} */
  #tabStop;

  /**
   * @param {{room: Room, words: SeatWords, states: SeatStates, choice: Choice, onRefuse: (sentence: string) => void}} parts
   */
  constructor({ room, words, states, choice, onRefuse }) {
    this.room = room;
    this.words = words;
    this.states = states;
    this.choice = choice;
    this.onRefuse = onRefuse;
    this.element = this.#grid();
    this.#setTabStop(room.first());
    this.refresh();
  }

  /** Shows what is now known and chosen. */
  refresh() {
    for (const [seat, box] of this.#boxes) {
      const state = this.states.of(seat.label);
      const isChosen = this.choice.has(seat.label);
      const shown = `${state} ${isChosen}`;
      if (this.#shown.get(seat) === shown) continue;
      this.#shown.set(seat, shown);
      box.checked = isChosen;
      box.dataset.state = state;
      if (state === "available") box.removeAttribute("aria-disabled");
      else box.setAttribute("aria-disabled", "true");
      box.setAttribute("aria-label", this.words.name(seat, state));
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
    let depth = room.rows[0].depth;
    for (const row of room.rows) {
      const line = element("tr", { role: "row" });
      if (row.depth - depth > 1) line.className = "after-aisle";
      depth = row.depth;
      const label = element("th", { role: "rowheader", scope: "row", "aria-colindex": "1" }, row.label);
      line.append(label, ...row.seats.map(seat => this.#cell(seat)));
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
    this.#tabStop?.setAttribute("tabindex", "-1");
    this.#tabStop = this.box(seat);
    this.#tabStop?.setAttribute("tabindex", "0");
  }
}
