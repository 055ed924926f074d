// @ts-check
/** The orders paid in this browser, newest first, so that “My tickets” finds them without a link. */

const name = "marquee.orders";
const most = 20;

/** @returns {string[]} ids */
export function keptOrders() {
  return JSON.parse(localStorage.getItem(name) ?? "[]");
}

/** @param {string} id */
export function keepOrder(id) {
  const others = keptOrders().filter(other => other !== id);
  localStorage.setItem(name, JSON.stringify([id, ...others].slice(0, most)));
}

export const forgetOrders = () => localStorage.removeItem(name);
