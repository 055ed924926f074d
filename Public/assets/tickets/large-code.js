// @ts-check
/** @import {Ticket} from "../booking/types.js" */
/** @import {ShowingFacts} from "../booking/kept-orders.js" */
import { element } from "../booking/elements.js";
import { whenOf } from "../booking/showing.js";
import { api } from "../booking/site.js";
import { say, sayAround } from "../words.js";
import { stayAwake } from "./awake.js";
import { codeImage, typeName } from "./ticket.js";

/**
 * Shows one code after the other as large as the screen is, black on white, and keeps the screen from going dark.
 * @param {Ticket[]} tickets the valid ones of one order
 * @param {number} first
 * @param {ShowingFacts | undefined} showing
 */
export function showLarge(tickets, first, showing) {
  let index = first;
  const place = element("div", { className: "large-code-ticket", "aria-live": "polite" });
  const close = element("button", { type: "button", className: "button", onclick: () => dialog.close() }, say("tickets.code.close"));
  const previous = element("button", { type: "button", className: "button button-quiet", onclick: () => turn(-1) }, say("tickets.code.previous"));
  const next = element("button", { type: "button", className: "button button-quiet", onclick: () => turn(1) }, say("tickets.code.next"));
  const dialog = element("dialog", { className: "large-code", "aria-label": say("tickets.code.label") }, place,
    element("p", { className: "actions" }, ...(tickets.length > 1 ? [previous, next] : []), close));

  /** @param {number} step */
  function turn(step) {
    index = (index + step + tickets.length) % tickets.length;
    const ticket = tickets[index];
    place.replaceChildren(
      codeImage(ticket, api.url(ticket.png)),
      element("p", { className: "large-code-seat" }, ...seat(ticket)),
      element("p", {}, showing ? `${showing.movie}, ${whenOf(showing)}` : ""));
  }

  /** @param {Ticket} ticket */
  function seat(ticket) {
    const places = { seat: element("strong", {}, ticket.seat), type: typeName(ticket, showing) };
    return tickets.length === 1
      ? sayAround("tickets.code.seat", places)
      : sayAround("tickets.code.seatOf", { ...places, number: String(index + 1), count: String(tickets.length) });
  }

  turn(0);
  document.body.append(dialog);
  const sleep = stayAwake();
  dialog.addEventListener("close", () => {
    sleep();
    dialog.remove();
  });
  dialog.showModal();
}
