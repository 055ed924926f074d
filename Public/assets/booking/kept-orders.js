// @ts-check
/** @import {Named, OrderedShowing, Showing} from "./types.js" */
import { Kept } from "./kept.js";
import { id, instant, list, record, text } from "./shapes.js";

/**
 * The orders paid in this browser, so that “My tickets” finds them without a link.
 *
 * What a ticket says of its showing is kept with the order, because the showing's page is gone some time after it and out
 * of reach without a network.
 * @typedef {object} ShowingFacts
 * @property {string} movie
 * @property {string} startsAt
 * @property {string} [when] day and time in words
 * @property {string} theater
 * @property {string} [address]
 * @property {string} auditorium
 * @property {Named[]} ticketTypes
 *
 * @typedef {{id: string, showing?: ShowingFacts, name?: string}} KeptOrder `name` is that of the buyer
 */

const most = 20;
const words = text(1000);
const named = record({ code: text(300), name: words });
const facts = record({ movie: words, startsAt: instant, theater: words, auditorium: words, ticketTypes: list(named, 100) }, { when: words, address: words });

/** @type {Kept<KeptOrder[]>} */
const orders = new Kept("localStorage", "marquee.orders", list(record({ id }, { showing: facts, name: words }), most));

/** @param {Showing} showing @returns {ShowingFacts} */
export const factsOf = ({ movie, startsAt, when, theater, auditorium, ticketTypes }) =>
  ({ movie: movie.title, startsAt, when, theater: theater.name, address: theater.address, auditorium, ticketTypes });

/** @param {OrderedShowing} showing as an order tells it @returns {ShowingFacts} */
export const factsOfOrdered = ({ movie, startsAt, when, theater, auditorium, ticketTypes }) =>
  ({ movie, startsAt, when, theater, auditorium, ticketTypes });

/** @returns {KeptOrder[]} the last one kept first */
export const keptOrders = () => orders.read() ?? [];

/** @param {string} id */
export const keptOrder = id => keptOrders().find(order => order.id === id);

/**
 * Keeps an order; one that is kept already keeps its place.
 * @param {string} id
 * @param {{showing?: ShowingFacts, name?: string}} [known]
 * @returns {boolean} whether “My tickets” will find it
 */
export function keepOrder(id, known = {}) {
  const kept = keptOrders();
  const before = kept.find(order => order.id === id);
  if (before) Object.assign(before, known);
  else kept.unshift({ id, ...known });
  return orders.write(kept.slice(0, most));
}

/** @param {string} id */
export const forgetOrder = id => orders.write(keptOrders().filter(order => order.id !== id));

export const forgetOrders = () => orders.forget();

/** Calls when another tab has bought or forgotten one. @param {() => void} listener */
export const onOrdersChange = listener => orders.onChange(listener);
