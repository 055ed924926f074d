// @ts-check
/** @import {Fault} from "./card.js" */

/**
 * For cards that are reported lost or stolen as well: who holds such a card is told what everybody else is told.
 * @type {Fault}
 */
const refusal = { field: "number", sentence: "The bank declined this card and gives no reason. Please ask your bank, or use another card." };

/**
 * What a decline means for the buyer, by its code. The field is where to mend it, if it can be mended.
 * @type {Record<string, Fault>}
 */
const declines = {
  insufficient_funds: { field: "number", sentence: "There is not enough money on this card. Please use another one." },
  card_velocity_exceeded: { field: "number", sentence: "This card has been used too often for now. Please use another one." },
  expired_card: { field: "expiry", sentence: "This card has expired." },
  incorrect_cvc: { field: "cvc", sentence: "The security code does not belong to this card." },
  invalid_cvc: { field: "cvc", sentence: "The security code does not have the right number of digits." },
  incorrect_number: { field: "number", sentence: "This is no card number. Check it against your card." },
  invalid_expiry_month: { field: "expiry", sentence: "The month on the card is not right. It is a number from 01 to 12, and not over yet." },
  invalid_expiry_year: { field: "expiry", sentence: "The year on the card is not right." },
  processing_error: { field: "number", sentence: "The bank could not process the card just now. Please try again in a moment." },
  authentication_required: { field: "number", sentence: "The bank wants to be sure that it is you. Please pay again and pass its check, or use another card." },
  payment_intent_authentication_failure: { field: "number", sentence: "The bank could not make sure that it is you. Please pay again and pass its check, or use another card." },
  resource_missing: { field: "number", sentence: "This card is not known. Please use another one." },
  test_mode_live_card: { field: "number", sentence: "Only test cards work here, such as 4242 4242 4242 4242." },
};

/**
 * @param {string | undefined} code
 * @returns {Fault}
 */
export const decline = code => declines[code ?? ""] ?? refusal;
