// @ts-check
/** @import {Fault} from "./card.js" */
import { say } from "../words.js";

/**
 * For cards that are reported lost or stolen as well: who holds such a card is told what everybody else is told.
 * @type {Fault} its sentence is a word
 */
const refusal = { field: "number", sentence: "checkout.declines.refused" };

/**
 * What a decline means for the buyer, by its code. The field is where to mend it, if it can be mended; the
 * sentence is a word.
 * @type {Record<string, Fault>}
 */
const declines = {
  insufficient_funds: { field: "number", sentence: "checkout.declines.insufficient_funds" },
  card_velocity_exceeded: { field: "number", sentence: "checkout.declines.card_velocity_exceeded" },
  expired_card: { field: "expiry", sentence: "checkout.declines.expired_card" },
  incorrect_cvc: { field: "cvc", sentence: "checkout.declines.incorrect_cvc" },
  invalid_cvc: { field: "cvc", sentence: "checkout.declines.invalid_cvc" },
  incorrect_number: { field: "number", sentence: "checkout.declines.incorrect_number" },
  invalid_expiry_month: { field: "expiry", sentence: "checkout.declines.invalid_expiry_month" },
  invalid_expiry_year: { field: "expiry", sentence: "checkout.declines.invalid_expiry_year" },
  processing_error: { field: "number", sentence: "checkout.declines.processing_error" },
  authentication_required: { field: "number", sentence: "checkout.declines.authentication_required" },
  payment_intent_authentication_failure: { field: "number", sentence: "checkout.declines.payment_intent_authentication_failure" },
  resource_missing: { field: "number", sentence: "checkout.declines.resource_missing" },
  test_mode_live_card: { field: "number", sentence: "checkout.declines.test_mode_live_card" },
};

/**
 * @param {string | undefined} code
 * @returns {Fault}
 */
export function decline(code = "") {
  const { field, sentence } = Object.hasOwn(declines, code) ? declines[code] : refusal;
  return { field, sentence: say(sentence) };
}
