// @ts-check
/** @import {Money, Named, Showing} from "./types.js" */

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

  /** Whether there is any ticket for seats of a category. @param {string} priceCategory */
  sells(priceCategory) {
    return this.ticketTypesFor(priceCategory).length > 0;
  }
}
