// @ts-check
/** @import {Fault} from "./card.js" */

/** What a bank's refusal means for the buyer, by decline code. The field is where to mend it, if it can be mended. */
/** @type {Record<string, Fault>} */
const declines = {
  insufficient_funds: { field: "number", sentence: "There is not enough money on this card." },
  lost_card: { field: "number", sentence: "The bank does not accept this card. Please use another one." },
  stolen_card: { field: "number", sentence: "The bank does not accept this card. Please use another one." },
  card_velocity_exceeded: { field: "number", sentence: "This card has been used too often for now. Please use another one." },
  expired_card: { field: "expiry", sentence: "This card has expired." },
  incorrect_cvc: { field: "cvc", sentence: "The security code does not belong to this card." },
  invalid_cvc: { field: "cvc", sentence: "The security code is not complete." },
  incorrect_number: { field: "number", sentence: "This is no card number. Check it against your card." },
  invalid_expiry_month: { field: "expiry", sentence: "The month must be between 01 and 12." },
  invalid_expiry_year: { field: "expiry", sentence: "The year on the card is not right." },
  processing_error: { field: "number", sentence: "The bank could not process the card just now. Please try again." },
  authentication_required: { field: "number", sentence: "The bank wants to ask you first, and this page cannot do that yet. Please use another card." },
  test_mode_live_card: { field: "number", sentence: "Only test cards work here, such as 4242 4242 4242 4242." },
};

/** @type {Fault} */
const refusal = { field: "number", sentence: "The bank refused this card without a reason. Ask the bank, or use another card." };

/**
 * @param {string | undefined} code
 * @returns {Fault}
 */
export const decline = code => declines[code ?? ""] ?? refusal;
