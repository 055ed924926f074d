// @ts-check
import { Kept } from "./kept.js";
import { record, text } from "./shapes.js";

/**
 * Name and e-mail as typed, for as long as the tab is open, so that a reload does not lose them. Never the card.
 * @type {Kept<{name: string, email: string}>}
 */
const buyer = new Kept("sessionStorage", "marquee.buyer", record({ name: text(500), email: text(500) }));

/** @param {{name: string, email: string}} typed */
export const keepBuyer = typed => buyer.write(typed);
export const keptBuyer = () => buyer.read();
export const forgetBuyer = () => buyer.forget();
