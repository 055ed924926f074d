// @ts-check
/** @import {Showing, Ticket} from "../booking/types.js" */
import { element } from "../booking/elements.js";
import { localTime } from "../booking/showing.js";

/**
 * One seat of an order, to be shown at the door.
 * @param {Ticket} ticket
 * @param {string} picture URL of its QR code
 * @param {Showing | undefined} showing
 */
export function ticketElement(ticket, picture, showing) {
  const type = showing?.ticketTypes.find(({ code }) => code === ticket.ticketType)?.name ?? ticket.ticketType;
  const code = element("img", { className: "ticket-code", src: picture, alt: `QR code of the ticket for seat ${ticket.seat}`, width: 320, height: 320 });
  const missing = element("p", { className: "notice notice-warning", hidden: true }, "The code could not be loaded. ",
    element("button", { type: "button", className: "button button-quiet", onclick: () => { code.src = picture; } }, "Try again"));
  code.addEventListener("error", () => { missing.hidden = false; });
  code.addEventListener("load", () => { missing.hidden = true; });
  return element("li", { className: "ticket" },
    element("div", { className: "ticket-text" },
      element("h2", {}, showing?.movie.title ?? `Seat ${ticket.seat}`),
      ...(showing ? [
        element("p", { className: "ticket-when" }, localTime(showing.startsAt)),
        element("p", {}, `${showing.theater.name}, ${showing.auditorium}`),
      ] : []),
      element("p", { className: "ticket-seat" }, element("span", { className: "soft" }, "Seat "), element("strong", {}, ticket.seat), " ", element("span", {}, type))),
    element("div", { className: "ticket-code-paper" }, code, missing));
}
