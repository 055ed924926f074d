// @ts-check
/** @import {Ticket} from "../booking/types.js" */
/** @import {KeptOrder, ShowingFacts} from "../booking/kept-orders.js" */
import { element } from "../booking/elements.js";
import { formatted } from "../booking/money.js";
import { whenOf } from "../booking/showing.js";

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
      element("h2", {}, showing?.movie ?? `Seat ${ticket.seat}`),
      ...(showing ? [
        element("p", { className: "ticket-when" }, whenOf(showing)),
        element("p", {}, `${showing.theater}, ${showing.auditorium}`),
        ...(showing.address ? [element("p", { className: "soft" }, showing.address)] : []),
      ] : []),
      element("p", { className: "ticket-seat" }, element("span", { className: "soft" }, "Seat "), element("strong", {}, ticket.seat), " ", element("span", {}, typeName(ticket, showing) + price)),
      ...(kept?.name ? [element("p", { className: "on-paper" }, kept.name)] : []),
      element("p", { className: "on-paper ticket-number" }, `Ticket ${ticket.id}`)),
    isVoid
      ? element("p", { className: "ticket-void" }, "This ticket is not valid any more.")
      : element("div", { className: "ticket-code-paper" }, ...code(ticket, picture),
        element("button", { type: "button", className: "button show-large", "aria-label": `Show the code of seat ${ticket.seat} large`, onclick: onShowLarge }, "Show large")));
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
  const missing = element("p", { className: "notice notice-warning", hidden: true }, "The code could not be loaded. ",
    element("button", { type: "button", className: "button button-quiet", onclick: () => { image.src = picture; } }, "Try again"));
  image.addEventListener("error", () => { missing.hidden = false; });
  image.addEventListener("load", () => { missing.hidden = true; });
  return [image, missing];
}

/** @param {Ticket} ticket @param {string} picture */
export function codeImage(ticket, picture) {
  // Without `crossOrigin` the picture could not be read back, and so not be kept for when there is no network.
  return element("img", { className: "ticket-code", crossOrigin: "anonymous", src: picture, alt: `QR code of the ticket for seat ${ticket.seat}`, width: 320, height: 320 });
}
