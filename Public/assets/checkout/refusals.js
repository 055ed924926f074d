// @ts-check
/** @import {Fault} from "./card.js" */
import { plainWords, Problem, Unreachable } from "../booking/problem.js";
import { decline } from "./declines.js";

/**
 * Why a payment did not go through, as the form shows it.
 * @typedef {{heading: string, fault: Fault}} Refusal
 */

/** @param {string | undefined} code @returns {Refusal} */
export const declined = code =>
  ({ heading: "The payment was declined", fault: decline(code) });

/** @type {Refusal} */
export const canceled = {
  heading: "The payment was cancelled",
  fault: { field: "number", sentence: "You have not been charged. Pay again, or use another card." },
};

/** @type {Refusal} */
export const notReceived = {
  heading: "Your payment has not reached us",
  fault: { field: "number", sentence: "You have not been charged. Please pay again." },
};

/**
 * @param {unknown} error that `BookingAPI.pay` ended with
 * @returns {Refusal}
 */
export function refusal(error) {
  if (error instanceof Unreachable) {
    return {
      heading: "No answer yet",
      fault: {
        field: "number",
        sentence: "Booking did not answer, so we cannot tell yet whether you have paid. This page goes on asking. You may also press Pay again: it is never charged twice.",
      },
    };
  }
  if (!(error instanceof Problem)) throw error;
  switch (error.code) {
    case "payment_declined": return declined(error.members.declineCode);
    case "too_many_seats": return {
      heading: "The payment did not go through",
      fault: { field: "email", sentence: "There is a limit of seats for each e-mail address, and this order would go beyond it. Nothing was paid." },
    };
    case "invalid_request": return {
      heading: "The payment did not go through",
      fault: { field: /^(name|email)\b/.exec(error.message)?.[1] ?? "number", sentence: error.message },
    };
    default: return { heading: "The payment did not go through", fault: { field: "number", sentence: plainWords(error) } };
  }
}
