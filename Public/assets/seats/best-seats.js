// @ts-check
/** @import {Room, Seat} from "./room.js" */
/** @import {Group} from "./seat-groups.js" */
import { distance, overlap, SeatGroups } from "./seat-groups.js";

/**
 * @typedef {object} Wish
 * @property {number} count how many people
 * @property {string} [category] price category of the seats; any if none is named
 * @property {boolean} [wheelchair] whether one of them needs a wheelchair space
 * @property {{column: number, depth: number}} [near] where they would like to be, if not at the best place of the room
 */

/** What a seat width between two groups, and a stranded seat where near seats are wished, count beside distances. */
const apart = 2, strandedNear = 1;

/**
 * The best free seats for a party: side by side if that can be had, else in as few groups as possible, close together.
 * Wheelchair spaces and the companion seats beside them are for those who ask for them.
 *
 * Among seats side by side, first come those that strand no single seat between two taken ones, then those nearest to
 * the best place of the room. Who wishes to be `near` a place gets near seats, even if they strand one.
 *
 * @param {Room} room
 * @param {(seat: Seat) => boolean} isFree
 * @param {Wish} wish
 * @returns {Seat[][]} the groups; none if there are not enough seats
 */
export function bestSeats(room, isFree, wish) {
  const groups = new SeatGroups(room, isFree, wish);
  const party = together(groups) ?? inTwo(groups) ?? scattered(groups) ?? [];
  return party.map(({ seats }) => seats);
}

/** @param {SeatGroups} groups */
function together(groups) {
  const { count, wheelchair } = groups.wish;
  return best(groups.of(count, wheelchair).map(group => [group]), ([group]) => ranked(groups, 0, groups.strands([group]), group.cost));
}

/** @param {SeatGroups} groups */
function inTwo(groups) {
  const { count, wheelchair } = groups.wish;
  /** @type {Group[][]} */
  const pairs = [];
  for (let size = wheelchair ? 1 : Math.ceil(count / 2); size < count; size += 1) {
    const others = groups.of(count - size);
    for (const group of groups.of(size, wheelchair)) {
      for (const other of others) if (!overlap(group, other)) pairs.push([group, other]);
    }
  }
  return best(pairs, pair => {
    const [group, other] = pair;
    // Worst is to part somebody in a wheelchair from all others.
    const alone = (group.seats.length === 1 ? wheelchair ? 2 : 1 : 0) + (other.seats.length === 1 ? 1 : 0);
    const cost = (group.cost * group.seats.length + other.cost * other.seats.length) / count;
    return ranked(groups, alone, groups.strands(pair), cost + apart * distance(group, other));
  });
}

/**
 * In three groups and more: always the largest that is left, close to the first.
 * @param {SeatGroups} groups
 */
function scattered(groups) {
  const { count, wheelchair } = groups.wish;
  /** @type {Group[]} */
  const party = [];
  for (let missing = count; missing > 0;) {
    const next = largest(groups, missing, party, party.length === 0 && wheelchair);
    if (!next) return undefined;
    party.push(next);
    missing -= next.seats.length;
  }
  return party;
}

/** @param {SeatGroups} groups @param {number} most @param {Group[]} party @param {boolean} [withWheelchair] */
function largest(groups, most, party, withWheelchair) {
  const sizes = Array.from({ length: most }, (_, index) => most - index);
  for (const size of sizes) {
    if (most - size === 1 && size > 2) continue; // it would leave one alone for nothing
    const free = groups.of(size, withWheelchair).filter(group => !party.some(other => overlap(group, other)));
    const found = best(free, group => [group.cost + (party.length > 0 ? apart * distance(party[0], group) : 0)]);
    if (found) return found;
  }
  return undefined;
}

/** @param {SeatGroups} groups @param {number} alone @param {number} strands @param {number} cost */
function ranked({ wish }, alone, strands, cost) {
  return wish.near ? [alone, cost + strandedNear * strands] : [alone, strands, cost];
}

/**
 * @template Value
 * @param {Value[]} values
 * @param {(value: Value) => number[]} rank lower is better, the first number weighs most
 * @returns {Value | undefined} the first of the best
 */
function best(values, rank) {
  /** @type {Value | undefined} */
  let found;
  /** @type {number[] | undefined} */
  let lowest;
  for (const value of values) {
    const its = rank(value);
    if (lowest && !isLower(its, lowest)) continue;
    [found, lowest] = [value, its];
  }
  return found;
}

/** @param {number[]} one @param {number[]} other */
function isLower(one, other) {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place >= 0 && one[place] < other[place];
}
