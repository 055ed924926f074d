// @ts-check
/** @import {Ticket} from "../booking/types.js" */
/** @import {KeptOrder, ShowingFacts} from "../booking/kept-orders.js" */
import { element } from "../booking/elements.js";
import { formatted } from "../booking/money.js";
import { whenOf } from "../booking/showing.js";
import { say } from "../words.js";

/**
 * One seat of an order, to be shown at the door. What is void has no code any more.
 * @param {Ticket} ticket
 * @param {string} picture URL of its QR code
 * @param {KeptOrder | undefined} kept what this device knows of its order
 * @param {() => void} onShowLarge
 */
export function ticketElement(ticket, picture, kept, onShowLarge) {
  const showing = kept?.showing;
  const price = ticket.price ? `, ${formatted(ticket.price)}` : "";
  const isVoid = ticket.status === "void";
  return element("li", { className: isVoid ? "ticket is-void" : "ticket" },
    element("div", { className: "ticket-text" },
      element("h2", {}, showing?.movie ?? say("tickets.seat", { seat: ticket.seat })),
      ...(showing ? [
        element("p", { className: "ticket-when" }, whenOf(showing)),
        element("p", {}, `${showing.theater}, ${showing.auditorium}`),
        ...(showing.address ? [element("p", { className: "soft" }, showing.address)] : []),
      ] : []),
      element("p", { className: "ticket-seat" }, element("span", { className: "soft" }, `${say("tickets.seatLabel")} `), element("strong", {}, ticket.seat), " ", element("span", {}, typeName(ticket, showing) + price)),
      ...(kept?.name ? [element("p", { className: "on-paper" }, kept.name)] : []),
      element("p", { className: "on-paper ticket-number" }, say("tickets.number", { number: ticket.id }))),
    isVoid
      ? element("p", { className: "ticket-void" }, say("tickets.void"))
      : element("div", { className: "ticket-code-paper" }, ...code(ticket, picture),
        element("button", { type: "button", className: "button show-large", "aria-label": say("tickets.code.showLarge", { seat: ticket.seat }), onclick: onShowLarge }, say("tickets.code.large"))));
}

/** @param {Ticket} ticket @param {ShowingFacts | undefined} showing */
export const typeName = (ticket, showing) =>
  showing?.ticketTypes.find(({ code }) => code === ticket.ticketType)?.name ?? ticket.ticketType;

/**
 * The QR code, and a way to ask for it again.
 * @param {Ticket} ticket
 * @param {string} picture
 */
function code(ticket, picture) {
  const image = codeImage(ticket, picture);
  const missing = element("p", { className: "notice notice-warning", hidden: true }, `${say("tickets.code.missing")} `,
    element("button", { type: "button", className: "button button-quiet", onclick: () => { image.src = picture; } }, say("tickets.code.again")));
  image.addEventListener("error", () => { missing.hidden = false; });
  image.addEventListener("load", () => { missing.hidden = true; });
  return [image, missing];
}

/** @param {Ticket} ticket @param {string} picture */
export function codeImage(ticket, picture) {
  // Without `crossOrigin` the picture could not be read back, and so not be kept for when there is no network.
  return element("img", { className: "ticket-code", crossOrigin: "anonymous", src: picture, alt: say("tickets.code.picture", { seat: ticket.seat }), width: 320, height: 320 });
}
