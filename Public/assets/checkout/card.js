// @ts-check
/** @import {Card} from "../booking/types.js" */

/** @typedef {{field: string, sentence: string}} Fault */

/** @param {string} text */
const digits = text => text.replace(/[\s-]/g, "");

/**
 * The check digit of card numbers (ISO/IEC 7812-1, Luhn).
 * @param {string} number
 */
export function hasValidCheckDigit(number) {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/**
 * A date as people and password managers write it: `4/29`, `04/29`, `04 / 2029`, `0429`, `2029-04`.
 * @param {string} text
 */
export function expiry(text) {
  const match = /^(?<month>\d{1,2})\s*[/.-]?\s*(?<year>\d{4}|\d{2})$/.exec(text.trim())
    ?? /^(?<year>\d{4})-(?<month>\d{2})$/.exec(text.trim());
  const month = Number(match?.groups?.month);
  const year = Number(match?.groups?.year);
  if (!match || month < 1 || month > 12) return undefined;
  return { month, year: year < 100 ? 2000 + year : year };
}

/**
 * @param {{number: string, expiry: string, cvc: string}} fields as typed
 * @param {Date} now
 * @returns {{card?: Card, faults: Fault[]}} a card only if there are no faults
 */
export function readCard(fields, now = new Date()) {
  /** @type {Fault[]} */
  const faults = [];
  const number = digits(fields.number);
  const date = expiry(fields.expiry);
  const cvc = digits(fields.cvc);
  if (!number) faults.push({ field: "number", sentence: "Enter the number of your card." });
  else if (!/^\d{12,19}$/.test(number) || !hasValidCheckDigit(number)) {
    faults.push({ field: "number", sentence: "This is no card number. Check it against your card." });
  }
  if (!date) faults.push({ field: "expiry", sentence: "Enter the month and year on your card, such as 04/29." });
  else if (new Date(date.year, date.month, 1) <= now) faults.push({ field: "expiry", sentence: "This card has expired." });
  if (!/^\d{3,4}$/.test(cvc)) faults.push({ field: "cvc", sentence: "Enter the 3 or 4 digits of the security code." });
  if (faults.length > 0 || !date) return { faults };
  return { card: { number, expMonth: date.month, expYear: date.year, cvc }, faults };
}
