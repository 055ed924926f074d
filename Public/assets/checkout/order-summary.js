// @ts-check
/** @import {Hold, Showing} from "../booking/types.js" */
import { byId, element } from "../booking/elements.js";
import { formatted } from "../booking/money.js";
import { whenOf } from "../booking/showing.js";

/**
 * What is being bought, beside the form.
 * @param {Hold} hold
 * @param {Showing | undefined} showing
 */
export function showOrder(hold, showing) {
  if (showing) {
    byId("order-showing").replaceChildren(
      element("p", { className: "order-film" }, showing.movie.title),
      element("p", {}, whenOf(showing)),
      element("p", { className: "soft" }, `${showing.theater.name}, ${showing.auditorium}`));
  }
  byId("order-seats").replaceChildren(...hold.seats.map(({ seat, ticketType, price }) => {
    const type = showing?.ticketTypes.find(({ code }) => code === ticketType)?.name ?? ticketType;
    return element("li", {}, element("span", {}, element("b", {}, seat), ` ${type}`), element("span", {}, formatted(price)));
  }));
  byId("order-total").textContent = formatted(hold.total);
}
