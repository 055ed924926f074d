// @ts-check
/** @import {Room} from "./room.js" */
/** @import {PriceList} from "../booking/price-list.js" */
import { element } from "../booking/elements.js";
import { formatted } from "../booking/money.js";
import { say } from "../words.js";

/**
 * What each drawing in the plan means; only what the room really has.
 * @param {Room} room
 * @param {PriceList} prices
 */
export function legend(room, prices) {
  const seats = [...room.seats.values()];
  const list = element("ul", { className: "legend", "aria-label": say("seats.legend.label") });
  /** @param {Record<string, string>} look @param {string} text */
  const explain = (look, text) => {
    const sample = element("span", { className: "seat", "aria-hidden": "true" });
    Object.assign(sample.dataset, { state: "available", kind: "seat", category: "standard" }, look);
    list.append(element("li", {}, sample, text));
  };
  for (const [code, name] of prices.categoryNames) {
    const [usual] = prices.ticketTypesFor(code);
    const price = usual && prices.price(usual.code, code);
    if (price && seats.some(seat => seat.priceCategory === code)) explain({ category: code }, `${name} ${formatted(price)}`);
  }
  explain({ chosen: "true" }, say("seats.legend.chosen"));
  explain({ state: "sold" }, say("seats.legend.sold"));
  explain({ state: "held" }, say("seats.legend.held"));
  if (seats.some(seat => !prices.sells(seat.priceCategory))) explain({ state: "closed" }, say("seats.legend.closed"));
  if (seats.some(seat => seat.kind === "wheelchair")) explain({ kind: "wheelchair" }, say("seats.legend.wheelchair"));
  if (seats.some(seat => seat.kind === "companion")) explain({ kind: "companion" }, say("seats.legend.companion"));
  return list;
}
