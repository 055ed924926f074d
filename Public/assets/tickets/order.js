// @ts-check
/** @import {Appointment, Order, OrderedShowing, OrderStatus} from "../booking/types.js" */
/** @import {KeptOrder} from "../booking/kept-orders.js" */
import { element } from "../booking/elements.js";
import { dayAndTime } from "../booking/clock.js";
import { formatted } from "../booking/money.js";
import { whenOf } from "../booking/showing.js";
import { api } from "../booking/site.js";
import { announce } from "../booking/voice.js";
import { say } from "../words.js";
import { showLarge } from "./large-code.js";
import { ticketElement } from "./ticket.js";

/** @type {Record<Exclude<OrderStatus, "paid">, string>} what is said of each, as a word */
const refunds = {
  refunding: "tickets.order.refunding",
  refunded: "tickets.order.refunded",
  refund_failed: "tickets.order.refund_failed",
};

/**
 * What has become of the showing since it was sold; nothing if it takes place as it was sold.
 * @param {OrderedShowing} showing
 */
function news(showing) {
  const at = (/** @type {Appointment} */ { when, theater, auditorium }) => [when, theater, auditorium].filter(Boolean).join(", ");
  const sold = showing.soldAs ?? showing;
  switch (showing.status) {
    case "cancelled": return say("tickets.news.cancelled");
    case "withdrawn": return say("tickets.news.withdrawn");
    case "moved": return sold.movie === showing.movie
      ? say("tickets.news.moved", { now: at(showing), sold: at(sold) })
      : say("tickets.news.otherFilm", { movie: showing.movie, now: at(showing), soldMovie: sold.movie, sold: at(sold) });
    default: return undefined;
  }
}

/**
 * The tickets of one order, and what can be done with them.
 * @param {Order} order
 * @param {KeptOrder | undefined} kept what this device knows of it
 */
export function orderElement(order, kept) {
  const showing = kept?.showing;
  const valid = order.tickets.filter(({ status }) => status !== "void");
  const count = order.tickets.length, tickets = say("tickets.order.tickets", { count });
  const lead = say("tickets.order.lead", { tickets, total: formatted(order.total) });
  return element("section", { className: "order", "aria-label": showing ? `${showing.movie}, ${whenOf(showing)}` : tickets },
    element("p", { className: "lead" }, `${lead} ${valid.length > 0 ? say("tickets.order.atTheDoor") : ""}`),
    element("p", { className: "on-paper" }, say("tickets.order.number", { number: order.id, total: formatted(order.total) })),
    ...(Object.hasOwn(refunds, order.status) ? [element("p", { className: "notice notice-warning" }, say(refunds[/** @type {keyof refunds} */ (order.status)]))] : []),
    ...(order.status === "paid" && order.showing && news(order.showing) ? [element("p", { className: "notice notice-warning" }, news(order.showing) ?? "")] : []),
    ...(order.keptAt ? [element("p", { className: "notice" }, say("tickets.order.kept", { time: dayAndTime(order.keptAt) }))] : []),
    element("ul", { className: "ticket-list" }, ...order.tickets.map(ticket =>
      ticketElement(ticket, api.url(ticket.png), kept, () => showLarge(valid, valid.indexOf(ticket), showing)))),
    // Below the codes: at the door, the code is what has to be in sight.
    ...(valid.length > 0 ? [actions(order)] : []));
}

/** @param {Order} order */
function actions(order) {
  const link = new URL(location.href);
  link.hash = encodeURIComponent(order.id);
  const copy = element("button", { type: "button", className: "button button-quiet", onclick: async () => {
    await navigator.clipboard.writeText(link.href).then(
      () => { copy.textContent = say("tickets.link.copied"); announce(say("tickets.link.isCopied")); },
      () => { location.hash = link.hash; announce(say("tickets.link.inAddress")); });
  } }, say("tickets.link.copy"));
  return element("p", { className: "actions" },
    element("button", { type: "button", className: "button", onclick: () => print() }, say("tickets.order.print")),
    element("a", { className: "button button-quiet", href: api.orderPageURL(order.id) }, say("tickets.order.page")),
    element("a", { className: "button button-quiet", href: api.calendarURL(order.id), download: "" }, say("tickets.order.calendar")),
    copy);
}
