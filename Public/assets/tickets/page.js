// @ts-check
/** @import {Order} from "../booking/types.js" */
import { byId, element } from "../booking/elements.js";
import { forgetOrders, keepOrder, keptOrders } from "../booking/kept-orders.js";
import { formatted } from "../booking/price-list.js";
import { plainWords, Problem, Unreachable } from "../booking/problem.js";
import { showing as findShowing } from "../booking/showing.js";
import { api, idInFragment, programmePage } from "../booking/site.js";
import { announce, showStatus } from "../booking/voice.js";
import { ticketElement } from "./ticket.js";

const place = byId("tickets");

/** Shows the order of the link, or else the orders paid in this browser. */
async function load() {
  const linked = idInFragment();
  const ids = linked ? [linked] : keptOrders();
  if (ids.length === 0) {
    const link = element("a", { className: "button", href: programmePage }, "See the programme");
    return showStatus("There are no tickets in this browser yet. The link that you kept after paying shows them anywhere.", { actions: [link] });
  }
  try {
    const orders = linked ? [await api.order(linked)] : await known(ids);
    if (linked) keepOrder(linked);
    showStatus("");
    place.replaceChildren(...await Promise.all(orders.map(orderElement)));
    if (!linked) place.append(forgetting());
    place.hidden = false;
  } catch (error) {
    showStatus(plainWords(error), { warning: true });
    if (error instanceof Unreachable) setTimeout(load, 3000);
  }
}

/**
 * Of the orders of this browser, those that booking still has.
 * @param {string[]} ids
 */
async function known(ids) {
  const orders = await Promise.all(ids.map(id => api.order(id).catch(error => {
    if (error instanceof Problem && error.code === "unknown_order") return undefined;
    throw error;
  })));
  return orders.flatMap(order => order ?? []);
}

/** @param {Order} order */
async function orderElement(order) {
  const showing = await findShowing(order.showtime);
  const tickets = order.tickets.map(ticket => ticketElement(ticket, api.url(ticket.png), showing));
  const count = tickets.length === 1 ? "1 ticket" : `${tickets.length} tickets`;
  return element("section", { className: "order", "aria-label": showing?.movie.title ?? count },
    element("p", { className: "lead" }, `${count}, ${formatted(order.total)}. Show the code at the door, on paper or on the screen.`),
    actions(order),
    element("ul", { className: "ticket-list" }, ...tickets));
}

/** @param {Order} order */
function actions(order) {
  const link = new URL(location.href);
  link.hash = encodeURIComponent(order.id);
  const copy = element("button", { type: "button", className: "button button-quiet", onclick: async () => {
    await navigator.clipboard.writeText(link.href).then(
      () => announce("The link is copied."),
      () => { location.hash = link.hash; announce("The link is in the address bar."); });
    copy.textContent = "Link copied";
  } }, "Copy the link to these tickets");
  return element("p", { className: "actions" },
    element("button", { type: "button", className: "button", onclick: () => print() }, "Print"), copy);
}

/** On a computer that others use too. */
function forgetting() {
  const forget = element("button", { type: "button", className: "button button-quiet", onclick: () => {
    forgetOrders();
    place.replaceChildren();
    load();
  } }, "Forget these tickets on this device");
  return element("p", { className: "actions" }, forget);
}

addEventListener("hashchange", load);
load();
