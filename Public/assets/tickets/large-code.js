// @ts-check
/** @import {Ticket} from "../booking/types.js" */
/** @import {ShowingFacts} from "../booking/kept-orders.js" */
import { element } from "../booking/elements.js";
import { whenOf } from "../booking/showing.js";
import { api } from "../booking/site.js";
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
  const close = element("button", { type: "button", className: "button", onclick: () => dialog.close() }, "Close");
  const previous = element("button", { type: "button", className: "button button-quiet", onclick: () => turn(-1) }, "Previous");
  const next = element("button", { type: "button", className: "button button-quiet", onclick: () => turn(1) }, "Next");
  const dialog = element("dialog", { className: "large-code", "aria-label": "The code for the door" }, place,
    element("p", { className: "actions" }, ...(tickets.length > 1 ? [previous, next] : []), close));

  /** @param {number} step */
  function turn(step) {
    index = (index + step + tickets.length) % tickets.length;
    const ticket = tickets[index];
    place.replaceChildren(
      codeImage(ticket, api.url(ticket.png)),
      element("p", { className: "large-code-seat" }, "Seat ", element("strong", {}, ticket.seat), ` ${typeName(ticket, showing)}`,
        tickets.length > 1 ? `, ${index + 1} of ${tickets.length}` : ""),
      element("p", {}, showing ? `${showing.movie}, ${whenOf(showing)}` : ""));
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
