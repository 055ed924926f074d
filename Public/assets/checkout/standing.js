// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {Hold, PaymentStatus} from "../booking/types.js" */
import { endsHold, Problem } from "../booking/problem.js";

/**
 * How a purchase stands: the hold, or why there is none any more; and the newest payment for it, nothing if none was
 * tried. `refused` is one whose bank has agreed and which then sold nothing all the same.
 *
 * @typedef {PaymentStatus | {status: "refused", error: Problem} | undefined} PaymentStanding
 * @typedef {{hold: Hold | Problem, payment: PaymentStanding}} Standing
 */

/**
 * @param {BookingAPI} api
 * @param {string} id of the hold
 * @returns {Promise<Standing>}
 */
export async function standing(api, id) {
  const [hold, payment] = await Promise.all([api.keptHold(id).catch(over), api.payment(id).catch(noPayment)]);
  return { hold, payment };
}

/** @param {unknown} error */
function over(error) {
  if (endsHold(error)) return error;
  throw error;
}

/** @param {unknown} error @returns {PaymentStanding} */
function noPayment(error) {
  if (!(error instanceof Problem) || error.status >= 500 || error.status === 429) throw error;
  // Of a hold that is unknown or over, its own answer tells.
  return error.code === "too_many_seats" ? { status: "refused", error } : undefined;
}
