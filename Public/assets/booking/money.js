// @ts-check
/** @import {Money} from "./types.js" */

/**
 * How many digits stand behind the decimal point (ISO 4217, “minor unit”): 2 unless listed here.
 *
 * Browsers have a table of their own in `Intl`. It follows what shops round to, so in it a forint has no smaller part,
 * and what the catalog counts in hundredths would be shown a hundred times too large. This is the table of the type
 * `Currency` in Swift, and a test holds the two together.
 * @type {Record<string, number>}
 */
const minorDigits = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0,
  XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
};

/** @type {Record<string, string>} what is written before an amount, where it is not the code and a space */
const signs = { EUR: "€", GBP: "£", USD: "$", JPY: "¥" };

/**
 * Money for people, to the letter as the pages have it that the site has rendered: `€12.50`, `¥1,250`.
 * @param {Money} money
 */
export function formatted({ amount, currency }) {
  const digits = minorDigits[currency] ?? 2;
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = digits > 0 ? `.${text.slice(-digits)}` : "";
  return `${amount < 0 ? "−" : ""}${signs[currency] ?? `${currency}\u00A0`}${whole}${decimals}`;
}
