// @ts-check
/** @import {Layout, LayoutSeat} from "../booking/types.js" */
import { say } from "../words.js";

/**
 * @typedef {LayoutSeat & {row: string, number: string, rowIndex: number, depth: number}} Seat
 * @typedef {{label: string, depth: number, seats: Seat[]}} Row
 */

/** A room: its rows from the screen backwards, its seats, and who sits next to whom. */
export class Room {
  /** @param {Layout} layout */
  constructor(layout) {
    /** @type {Row[]} */
    this.rows = layout.rows.map((row, rowIndex) => ({
      ...row,
      seats: row.seats.map(seat => ({
        ...seat, row: row.label, number: seat.label.slice(row.label.length), rowIndex, depth: row.depth,
      })),
    }));
    /** @type {Map<string, Seat>} */
    this.seats = new Map(this.rows.flatMap(row => row.seats.map(seat => [seat.label, seat])));
    const columns = [...this.seats.values()].map(seat => seat.column);
    this.firstColumn = Math.min(...columns);
    this.columns = Math.max(...columns) - this.firstColumn + 1;
  }

  /** @param {string} label */
  seat(label) {
    return this.seats.get(label);
  }

  /**
   * The next seat of the row, over an aisle if need be; the seat itself at the row's end.
   * @param {Seat} seat
   * @param {1 | -1} step
   */
  beside(seat, step) {
    const { seats } = this.rows[seat.rowIndex];
    return seats[seats.indexOf(seat) + step] ?? seat;
  }

  /**
   * The seats right and left of a seat, no aisle between.
   * @param {Seat} seat
   */
  neighbours({ rowIndex, column }) {
    return this.rows[rowIndex].seats.filter(other => Math.abs(other.column - column) === 1);
  }

  /**
   * The seat nearest in column, so many rows away or in the outermost row.
   * @param {Seat} seat
   * @param {number} steps backwards if positive
   */
  behind(seat, steps) {
    const index = Math.max(0, Math.min(this.rows.length - 1, seat.rowIndex + steps));
    if (index === seat.rowIndex) return seat;
    return this.rows[index].seats.reduce((nearest, other) =>
      Math.abs(other.column - seat.column) < Math.abs(nearest.column - seat.column) ? other : nearest);
  }

  /** @param {Seat} seat */
  rowStart(seat) {
    return this.rows[seat.rowIndex].seats[0];
  }

  /** @param {Seat} seat */
  rowEnd(seat) {
    return /** @type {Seat} */ (this.rows[seat.rowIndex].seats.at(-1));
  }

  first() {
    return this.rows[0].seats[0];
  }

  last() {
    return /** @type {Seat} */ (this.rows.at(-1)?.seats.at(-1));
  }
}

/** @param {Pick<Seat, "row" | "number">} seat */
export const seatName = ({ row, number }) => say("seats.seat.name", { row, number });
