// @ts-check
/** @import {Card} from "../booking/types.js" */
import { say } from "../words.js";

/** @typedef {{field: string, sentence: string}} Fault */

/**
 * As it would have been typed: digits of any script and width as 0–9, every dash and slash as the plain one, nothing that
 * is not seen.
 * @param {string} text
 */
const plain = text => text.normalize("NFKC")
  .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, digit => String(digit.charCodeAt(0) & 15))
  .replace(/\p{Cf}/gu, "").replace(/[\p{Pd}\u2212]/gu, "-").replace(/[\u2044\u2215]/g, "/").replace(/\s+/g, " ").trim();

/** @param {string} text */
const digits = text => plain(text).replace(/[ .,_-]/g, "");

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

/** Month first and then year first; a sign between them, or none. */
const expiries = [/^(?<month>\d{1,2}) ?[\/.,-]? ?(?<year>\d{4}|\d{2})$/, /^(?<year>\d{4}) ?[\/.,-]? ?(?<month>\d{1,2})$/];

/**
 * A date as people and password managers write it: `4/29`, `04/29`, `04 / 2029`, `0429`, `042029`, `2029-04`.
 * @param {string} text
 */
export function expiry(text) {
  for (const form of expiries) {
    const { month, year } = form.exec(plain(text))?.groups ?? {};
    if (Number(month) >= 1 && Number(month) <= 12) return { month: Number(month), year: Number(year) + (year.length === 2 ? 2000 : 0) };
  }
  return undefined;
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
  if (!number) faults.push({ field: "number", sentence: say("checkout.faults.number") });
  else if (!/^\d{12,19}$/.test(number) || !hasValidCheckDigit(number)) {
    faults.push({ field: "number", sentence: say("checkout.faults.noCard") });
  }
  if (!date) faults.push({ field: "expiry", sentence: say("checkout.faults.expiry") });
  else if (new Date(date.year, date.month, 1) <= now) faults.push({ field: "expiry", sentence: say("checkout.declines.expired_card") });
  if (!/^\d{3,4}$/.test(cvc)) faults.push({ field: "cvc", sentence: say("checkout.faults.cvc") });
  if (faults.length > 0 || !date) return { faults };
  return { card: { number, expMonth: date.month, expYear: date.year, cvc }, faults };
}
