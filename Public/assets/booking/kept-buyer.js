// @ts-check
/** Name and e-mail as typed, for as long as the tab is open, so that a reload does not lose them. Never the card. */

const name = "marquee.buyer";

/** @param {{name: string, email: string}} buyer */
export const keepBuyer = buyer => sessionStorage.setItem(name, JSON.stringify(buyer));

/** @returns {{name: string, email: string} | undefined} */
export function keptBuyer() {
  return JSON.parse(sessionStorage.getItem(name) ?? "null") ?? undefined;
}

export const forgetBuyer = () => sessionStorage.removeItem(name);
