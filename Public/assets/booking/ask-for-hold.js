// @ts-check
/** @import {BookingAPI} from "./api.js" */
/** @import {Hold, SeatRequest} from "./types.js" */
import { newIdempotencyKey } from "./api.js";
import { areSame, forgetWish, keepHold, keepWish, keptWish } from "./kept-holds.js";
import { Unreachable } from "./problem.js";

/**
 * Asks for a hold. The key of the request is kept until there is an answer, in whichever tab or page it comes: without
 * it, seats whose answer was lost would look as if somebody else had them.
 *
 * @param {BookingAPI} api
 * @param {string} showtime
 * @param {SeatRequest[]} seats
 * @returns {Promise<Hold>} kept as this browser's hold for the showing
 */
export async function askForHold(api, showtime, seats) {
  const before = keptWish(showtime);
  const key = before && areSame(before.seats, seats) ? before.key : newIdempotencyKey();
  keepWish({ key, showtime, seats });
  try {
    const hold = await api.hold(showtime, seats, key);
    // The hold before the wish goes: in between, another tab would take the seats for somebody else's.
    keepHold(hold, api.timeLeft(hold));
    forgetWish(key);
    return hold;
  } catch (error) {
    if (!(error instanceof Unreachable)) forgetWish(key);
    throw error;
  }
}
