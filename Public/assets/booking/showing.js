// @ts-check
/** @import {Showing} from "./types.js" */
import { say } from "../words.js";
import { seatPage } from "./site.js";

/**
 * What a seat page says of its showing, for programs.
 * @param {ParentNode} page
 * @returns {Showing}
 */
export function showingOn(page) {
  return JSON.parse(page.querySelector("#showing-data")?.textContent ?? "null");
}

/**
 * The showing as its own seat page tells it; nothing if that page is gone, as it is some time after the showing.
 * @param {string} id
 * @returns {Promise<Showing | undefined>}
 */
export async function showing(id) {
  const response = await fetch(seatPage(id)).catch(() => undefined);
  if (!response?.ok) return undefined;
  // The policy of the pages lets no script make elements from text. The site escapes each `<` in the data.
  const data = (await response.text()).match(/ id="showing-data">([^<]*)</)?.[1];
  return data && JSON.parse(data) || undefined;
}

/**
 * Day and time in words, as the seat page or booking says them; of an order that was kept without them, the calendar's.
 * @param {{when?: string, startsAt: string}} showing
 */
export const whenOf = ({ when, startsAt }) => when ?? localTime(startsAt);

/**
 * Day and time on the theater's clock, whatever clock the reader lives by: the instant is written with the theater's
 * offset, so its own digits are the local time.
 * @param {string} instant RFC 3339
 */
function localTime(instant) {
  const wallClock = new Date(`${instant.slice(0, 19)}Z`);
  /** @param {Intl.DateTimeFormatOptions} options */
  const part = options => wallClock.toLocaleDateString(document.documentElement.lang, { ...options, timeZone: "UTC" });
  return say("booking.time.weekday", {
    weekday: part({ weekday: "long" }), day: part({ day: "numeric" }), month: part({ month: "long" }), time: instant.slice(11, 16),
  });
}
