// @ts-check
import { say } from "../words.js";
/** When the buyer is told, in seconds before the end; never in between. */
const warnings = [300, 120, 60];

/** From here on, seconds count, and the buyer is warned. */
export const short = 120;

/**
 * As it stands in the page: whole minutes, at the end also seconds.
 * @param {number} seconds
 */
export function timeLeft(seconds) {
  if (seconds >= short) return say("checkout.left.minutes", { count: Math.floor(seconds / 60) });
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * As it is said.
 * @param {number} seconds
 */
export function timeLeftInWords(seconds) {
  const minutes = Math.round(seconds / 60);
  return seconds < 55 ? say("checkout.left.seconds", { count: seconds }) : say("checkout.left.minutes", { count: minutes });
}

/** Counts down to the end of a hold; the API alone says when it is really over. */
export class Countdown {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #end = 0;
  #last = Infinity;

  /**
   * @param {() => number} now the time by which holds end
   * @param {{onSecond: (left: number) => void, onWarning: (left: number) => void, onEnd: () => void}} listener
   */
  constructor(now, listener) {
    this.now = now;
    this.listener = listener;
  }

  /** @param {string} expiresAt */
  start(expiresAt) {
    const end = Date.parse(expiresAt);
    // What was said of this end is not said again.
    if (end !== this.#end) this.#last = Infinity;
    this.#end = end;
    this.#tick();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#end = 0;
  }

  #tick() {
    clearTimeout(this.#timer);
    const milliseconds = Math.max(0, this.#end - this.now());
    const left = Math.ceil(milliseconds / 1000);
    this.listener.onSecond(left);
    if (left === 0) return this.listener.onEnd();
    // One that was passed asleep is said late rather than never.
    if (warnings.some(at => left <= at && this.#last > at)) this.listener.onWarning(left);
    this.#last = left;
    this.#timer = setTimeout(() => this.#tick(), milliseconds % 1000 || 1000);
  }
}
