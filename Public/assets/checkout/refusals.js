// @ts-check
/** @import {Fault} from "./card.js" */
import { plainWords, Problem, Unreachable } from "../booking/problem.js";
import { say } from "../words.js";
import { decline } from "./declines.js";

/**
 * Why a payment did not go through, as the form shows it.
 * @typedef {{heading: string, fault: Fault}} Refusal
 */

/** @param {string | undefined} code @returns {Refusal} */
export const declined = code =>
  ({ heading: say("checkout.refusals.declined"), fault: decline(code) });

/** @returns {Refusal} */
export const canceled = () => ({
  heading: say("checkout.refusals.canceled"),
  fault: { field: "number", sentence: say("checkout.refusals.payAgain") },
});

/** @returns {Refusal} */
export const notReceived = () => ({
  heading: say("checkout.refusals.notReceived"),
  fault: { field: "number", sentence: say("checkout.refusals.pleasePayAgain") },
});

/**
 * @param {unknown} error that `BookingAPI.pay` ended with
 * @returns {Refusal}
 */
export function refusal(error) {
  if (error instanceof Unreachable) {
    return {
      heading: say("checkout.refusals.noAnswer"),
      fault: {
        field: "number",
        sentence: say("checkout.refusals.goesOnAsking"),
      },
    };
  }
  if (!(error instanceof Problem)) throw error;
  switch (error.code) {
    case "payment_declined": return declined(error.members.declineCode);
    case "too_many_seats": return {
      heading: say("checkout.refusals.failed"),
      fault: { field: "email", sentence: say("checkout.refusals.tooManySeats") },
    };
    case "invalid_request": return {
      heading: say("checkout.refusals.failed"),
      fault: { field: /^(name|email)\b/.exec(error.message)?.[1] ?? "number", sentence: error.message },
    };
    default: return { heading: say("checkout.refusals.failed"), fault: { field: "number", sentence: plainWords(error) } };
  }
}
