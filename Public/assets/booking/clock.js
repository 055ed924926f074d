// @ts-check
import { say } from "../words.js";
/** Instants as people read them: one style of day and time on all pages. */

/** @param {Date} date @param {Intl.DateTimeFormatOptions} options */
const part = (date, options) => date.toLocaleDateString(document.documentElement.lang, options);

/** @param {Date} date @param {string} [timeZone] the reader's own if none is named */
const time = (date, timeZone) =>
  date.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });

/**
 * `28 November, 20:30` on this device's clock.
 * @param {string} instant RFC 3339
 */
export function dayAndTime(instant) {
  const date = new Date(instant);
  return say("booking.time.day", { day: part(date, { day: "numeric" }), month: part(date, { month: "long" }), time: time(date) });
}

/**
 * `20:30` on the theater's clock, as all times of its showings; and whose clock that is, if the reader's shows another time.
 * @param {string} instant RFC 3339
 * @param {string | undefined} timeZone the theater's
 */
export function theaterTime(instant, timeZone) {
  const date = new Date(instant);
  const here = time(date);
  if (!timeZone) return here;
  try {
    const there = time(date, timeZone);
    if (there === here) return here;
    const zone = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone, timeZoneName: "short" })
      .formatToParts(date).find(({ type }) => type === "timeZoneName")?.value;
    return say("booking.time.there", { time: there, zone: zone ?? "" });
  } catch {
    // The zone is younger than the browser.
    return say("booking.time.here", { time: here });
  }
}
