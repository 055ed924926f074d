// @ts-check
/** @import {Money, Named, Showing} from "./types.js" */

/** @type {Map<string, Intl.NumberFormat>} to make one takes a cheap phone 20 ms */
const formats = new Map();

/**
 * Money for people: `€12.50`.
 * @param {Money} money
 */
export function formatted({ amount, currency }) {
  const format = formats.get(currency) ?? new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency });
  formats.set(currency, format);
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** What the seats of one showing cost. */
export class PriceList {
  /** @param {Pick<Showing, "prices" | "ticketTypes" | "priceCategories">} showing */
  constructor({ prices, ticketTypes, priceCategories }) {
    this.ticketTypes = ticketTypes;
    this.prices = prices;
    this.categoryNames = new Map(priceCategories.map(({ code, name }) => [code, name]));
  }

  /**
   * @param {string} ticketType
   * @param {string} priceCategory
   * @returns {Money | undefined} nothing if that ticket is not sold for such a seat
   */
  price(ticketType, priceCategory) {
    return this.prices.find(price => price.ticketType === ticketType && price.priceCategory === priceCategory);
  }

  /**
   * The tickets sold for seats of a category, the usual one first.
   * @param {string} priceCategory
   * @returns {Named[]}
   */
  ticketTypesFor(priceCategory) {
    return this.ticketTypes.filter(({ code }) => this.price(code, priceCategory));
  }
}
