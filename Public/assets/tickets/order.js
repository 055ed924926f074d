// @ts-check
/** @import {Appointment, Order, OrderedShowing, OrderStatus} from "../booking/types.js" */
/** @import {KeptOrder} from "../booking/kept-orders.js" */
import { element } from "../booking/elements.js";
import { dayAndTime } from "../booking/clock.js";
import { formatted } from "../booking/money.js";
import { whenOf } from "../booking/showing.js";
import { api } from "../booking/site.js";
import { announce } from "../booking/voice.js";
import { showLarge } from "./large-code.js";
import { ticketElement } from "./ticket.js";

/** @type {Record<Exclude<OrderStatus, "paid">, string>} */
const refunds = {
  refunding: "This order is being refunded. Its tickets are not valid any more.",
  refunded: "This order was refunded: the money goes back to the card it was paid with. Its tickets are not valid any more.",
  refund_failed: "This order was cancelled, but the money could not go back to the card. Please ask the box office. Its tickets are not valid any more.",
};

/**
 * What has become of the showing since it was sold; nothing if it takes place as it was sold.
 * @param {OrderedShowing} showing
 */
function news(showing) {
  const at = (/** @type {Appointment} */ { when, theater, auditorium }) => [when, theater, auditorium].filter(Boolean).join(", ");
  const sold = showing.soldAs ?? showing;
  switch (showing.status) {
    case "cancelled": return "This showing is cancelled. Please ask the cinema for your money.";
    case "withdrawn": return "This showing is not on the programme any more. Please ask the cinema before you go.";
    case "moved": return sold.movie === showing.movie
      ? `This showing was moved. It is now: ${at(showing)}. These tickets were sold for: ${at(sold)}.`
      : `Another film is shown. It is now: ${showing.movie}, ${at(showing)}. These tickets were sold for: ${sold.movie}, ${at(sold)}. Please ask the cinema before you go.`;
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
  const count = order.tickets.length === 1 ? "1 ticket" : `${order.tickets.length} tickets`;
  return element("section", { className: "order", "aria-label": showing ? `${showing.movie}, ${whenOf(showing)}` : count },
    element("p", { className: "lead" }, `${count}, ${formatted(order.total)}. ${valid.length > 0 ? "Show the code at the door, on paper or on the screen." : ""}`),
    element("p", { className: "on-paper" }, `Order ${order.id}, ${formatted(order.total)}`),
    ...(Object.hasOwn(refunds, order.status) ? [element("p", { className: "notice notice-warning" }, refunds[/** @type {keyof refunds} */ (order.status)])] : []),
    ...(order.status === "paid" && order.showing && news(order.showing) ? [element("p", { className: "notice notice-warning" }, news(order.showing) ?? "")] : []),
    ...(order.keptAt ? [element("p", { className: "notice" }, `Booking cannot be reached, so these are the tickets as they were when this device last asked, on ${dayAndTime(order.keptAt)}.`)] : []),
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
      () => { copy.textContent = "Link copied"; announce("The link is copied."); },
      () => { location.hash = link.hash; announce("The link is in the address bar."); });
  } }, "Copy the link to these tickets");
  return element("p", { className: "actions" },
    element("button", { type: "button", className: "button", onclick: () => print() }, "Print"),
    element("a", { className: "button button-quiet", href: api.orderPageURL(order.id) }, "Plain page to print"),
    element("a", { className: "button button-quiet", href: api.calendarURL(order.id), download: "" }, "Add to calendar"),
    copy);
}
