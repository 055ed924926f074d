// @ts-check
import { ticketsPage } from "../booking/site.js";

/**
 * Calls when the buyer follows a link to a page of this site that is no step of the purchase. Reloading, going back,
 * another tab, a sleeping phone and a closed window are no such thing: from there a buyer comes back.
 *
 * @param {() => string[]} steps addresses of the pages that belong to the purchase besides this one and the tickets
 * @param {() => void} onWalkingAway
 */
export function watchWalkingAway(steps, onWalkingAway) {
  document.addEventListener("click", event => {
    const opensElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (event.defaultPrevented || opensElsewhere || !link?.href || link.target || link.hasAttribute("download")) return;
    const paths = [location.href, ticketsPage(""), ...steps()].map(step => new URL(step, location.href).pathname);
    if (link.origin === location.origin && !paths.includes(link.pathname)) onWalkingAway();
  });
}
