// @ts-check
/** @import {Room, Seat} from "./room.js" */
/** @import {Wish} from "./best-seats.js" */

/**
 * @typedef {object} Group seats side by side, no aisle between them
 * @property {Seat[]} seats
 * @property {Seat[]} stretch all seats of the row between the same two aisles
 * @property {number} strands how many seats it leaves empty and alone between two taken ones
 * @property {number} cost how far it is from the wished place, and its other faults, in seat widths
 */

// All lengths are in seat widths.
const rowDepth = 1.8;
/** The best place is in the middle, about two thirds of the way back; who sits in front of it bends the neck. */
const bestDepth = 0.65, frontFactor = 1.4;
const singleAtAisle = 2, mixedPrices = 1;

/** All ways for some people to sit side by side in what is free of a room. */
export class SeatGroups {
  /** @param {Room} room @param {(seat: Seat) => boolean} isFree @param {Wish} wish */
  constructor(room, isFree, wish) {
    this.free = new Set([...room.seats.values()].filter(isFree));
    this.wish = wish;
    const front = room.rows[0].depth, back = room.rows[room.rows.length - 1].depth;
    this.place = wish.near ?? {
      column: room.firstColumn + (room.columns - 1) / 2,
      depth: front + (back - front) * bestDepth,
    };
    this.stretches = room.rows.flatMap(({ seats }) => stretches(seats));
  }

  /**
   * @param {number} size
   * @param {boolean} [withWheelchair] one of them in a wheelchair space; the companion seats beside it are theirs too
   */
  of(size, withWheelchair = false) {
    /** @type {Group[]} */
    const groups = [];
    for (const stretch of this.stretches) {
      for (let start = 0; start + size <= stretch.length; start += 1) {
        const seats = stretch.slice(start, start + size);
        if (this.#suits(seats, withWheelchair)) groups.push(this.#group(seats, stretch));
      }
    }
    return groups;
  }

  /**
   * Seats that would stay empty and alone between two taken ones if these groups were taken.
   * @param {Group[]} groups
   */
  strands(groups) {
    if (groups.length === 2 && groups[0].stretch !== groups[1].stretch) return groups[0].strands + groups[1].strands;
    const taken = groups.flatMap(({ seats }) => seats);
    return new Set(groups.flatMap(group => this.#singles(group, taken).between)).size;
  }

  /** @param {Seat[]} seats @param {boolean} withWheelchair */
  #suits(seats, withWheelchair) {
    const { category } = this.wish;
    const [space, ...others] = withWheelchair ? seats.filter(({ kind }) => kind === "wheelchair") : [];
    if (withWheelchair && (!space || others.length > 0)) return false;
    return seats.every(seat => this.free.has(seat) && (
      seat.kind === "seat" ? !category || seat.priceCategory === category : space && Math.abs(seat.column - space.column) <= 1));
  }

  /** @param {Seat[]} seats @param {Seat[]} stretch @returns {Group} */
  #group(seats, stretch) {
    const group = { seats, stretch, strands: 0, cost: 0 };
    const { between, atAisle } = this.#singles(group, seats);
    const isMixed = seats.some(({ priceCategory }) => priceCategory !== seats[0].priceCategory);
    const way = seats.reduce((sum, seat) => sum + this.#way(seat), 0) / seats.length;
    group.strands = between.length;
    group.cost = way + (this.wish.near ? 0 : singleAtAisle * atAisle.length) + (isMixed ? mixedPrices : 0);
    return group;
  }

  /** @param {Seat} seat */
  #way(seat) {
    const depth = seat.depth - this.place.depth;
    const factor = depth < 0 && !this.wish.near ? frontFactor : 1;
    return Math.hypot(seat.column - this.place.column, depth * rowDepth * factor);
  }

  /**
   * The single seats that stay empty beside a group: shut in between two taken ones, or at an aisle or wall.
   * @param {Group} group @param {Seat[]} taken what the party takes
   */
  #singles({ seats, stretch }, taken) {
    /** @type {Record<"between" | "atAisle", Seat[]>} */
    const singles = { between: [], atAisle: [] };
    const isFree = (/** @type {Seat} */ seat) => this.free.has(seat) && !taken.includes(seat);
    for (const [edge, side] of [[seats[0], -1], [seats[seats.length - 1], 1]]) {
      const place = stretch.indexOf(/** @type {Seat} */ (edge)) + /** @type {number} */ (side);
      const single = stretch[place], next = stretch[place + /** @type {number} */ (side)];
      if (single?.kind !== "seat" || !isFree(single)) continue;
      if (next?.kind !== "seat") singles.atAisle.push(single);
      else if (!isFree(next)) singles.between.push(single);
    }
    return singles;
  }
}

/** @param {Group} group @param {Group} other */
export function overlap({ seats, stretch }, other) {
  return stretch === other.stretch && seats.some(seat => other.seats.includes(seat));
}

/**
 * How far apart two groups sit.
 * @param {Group} group @param {Group} other
 */
export function distance({ seats }, { seats: others }) {
  const first = seats[0], last = seats[seats.length - 1];
  const otherFirst = others[0], otherLast = others[others.length - 1];
  const columns = Math.max(0, otherFirst.column - last.column, first.column - otherLast.column);
  return Math.hypot(columns, (first.depth - otherFirst.depth) * rowDepth);
}

/**
 * The seats of a row, cut at its aisles.
 * @param {Seat[]} seats
 */
function stretches(seats) {
  /** @type {Seat[][]} */
  const parts = [];
  for (const seat of seats) {
    const part = parts.at(-1);
    if (part && seat.column - part[part.length - 1].column === 1) part.push(seat);
    else parts.push([seat]);
  }
  return parts;
}
