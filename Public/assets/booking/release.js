// @ts-check
import { forgetHold } from "./kept-holds.js";
import { Problem, Unreachable } from "./problem.js";
import { api } from "./site.js";

/**
 * Gives the seats of a hold back. If the API cannot be told, they come back by themselves when the hold ends.
 * @param {string} hold
 */
export async function release(hold) {
  forgetHold(hold);
  try {
    await api.release(hold);
  } catch (error) {
    if (!(error instanceof Problem || error instanceof Unreachable)) throw error;
  }
}
