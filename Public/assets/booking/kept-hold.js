// @ts-check
/** The hold that this tab is buying, so that back and reload find it again. */

const name = "marquee.hold";

/** @typedef {{id: string, showtime: string}} KeptHold */

/** @param {KeptHold} hold */
export const keepHold = ({ id, showtime }) => sessionStorage.setItem(name, JSON.stringify({ id, showtime }));

export const forgetHold = () => sessionStorage.removeItem(name);

/** @returns {KeptHold | undefined} */
export function keptHold() {
  return JSON.parse(sessionStorage.getItem(name) ?? "null") ?? undefined;
}
