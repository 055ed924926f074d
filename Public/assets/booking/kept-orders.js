// @ts-check
/** @import {Named, Showing} from "./types.js" */
/** The orders paid in this browser, so that “My tickets” finds them without a link. */

const name = "marquee.orders";
const most = 20;

/**
 * What a ticket says of its showing. It is kept with the order, because the showing's page is gone some time after it
 * and out of reach without a network.
 * @typedef {{movie: string, startsAt: string, theater: string, auditorium: string, ticketTypes: Named[]}} ShowingFacts
 *
 * @typedef {{id: string, showing?: ShowingFacts}} KeptOrder
 */

/** @param {Showing} showing @returns {ShowingFacts} */
export const factsOf = ({ movie, startsAt, theater, auditorium, ticketTypes }) =>
  ({ movie: movie.title, startsAt, theater: theater.name, auditorium, ticketTypes });

/** @returns {KeptOrder[]} the last one kept first */
export function keptOrders() {
  return JSON.parse(localStorage.getItem(name) ?? "[]");
}

/**
 * Keeps an order; one that is kept already keeps its place.
 * @param {string} id
 * @param {ShowingFacts} [showing]
 */
export function keepOrder(id, showing) {
  const orders = keptOrders();
  const known = orders.find(order => order.id === id);
  if (!known) orders.unshift({ id, showing });
  else if (showing) known.showing = showing;
  localStorage.setItem(name, JSON.stringify(orders.slice(0, most)));
}

/** @param {string} id */
export function forgetOrder(id) {
  localStorage.setItem(name, JSON.stringify(keptOrders().filter(order => order.id !== id)));
}

export const forgetOrders = () => localStorage.removeItem(name);
