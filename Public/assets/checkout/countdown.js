// @ts-check
/** When the buyer is told, in seconds before the end. */
const warnings = [120, 30];

/** @param {number} seconds */
export const inWords = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Counts down to the end of a hold on the buyer's clock; the API alone says when it is really over. */
export class Countdown {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #end = 0;
  #last = Infinity;

  /** @param {{onSecond: (left: number) => void, onWarning: (left: number) => void, onEnd: () => void}} listener */
  constructor(listener) {
    this.listener = listener;
  }

  /** @param {string} expiresAt */
  start(expiresAt) {
    this.#end = Date.parse(expiresAt);
    this.#last = Infinity;
    this.#tick();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #tick() {
    clearTimeout(this.#timer);
    const milliseconds = Math.max(0, this.#end - Date.now());
    const left = Math.ceil(milliseconds / 1000);
    this.listener.onSecond(left);
    if (left === 0) return this.listener.onEnd();
    // One that was passed asleep is said late rather than never.
    if (warnings.some(at => left <= at && this.#last > at)) this.listener.onWarning(left);
    this.#last = left;
    this.#timer = setTimeout(() => this.#tick(), milliseconds % 1000 || 1000);
  }
}
