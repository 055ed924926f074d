// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {SeatStatus} from "../booking/types.js" */
import { Unreachable } from "../booking/problem.js";

const interval = 5000;
const longest = 30_000;

/** Looks at the seats of a showing every few seconds while someone looks at the page. */
export class SeatWatcher {
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #isStopped = false;

  /**
   * @param {BookingAPI} api
   * @param {string} showtime
   * @param {{onSeats: (status: SeatStatus) => void, onUnreachable: () => void, onProblem: (problem: unknown) => void}} listener
   */
  constructor(api, showtime, listener) {
    this.api = api;
    this.showtime = showtime;
    this.listener = listener;
    document.addEventListener("visibilitychange", () => !document.hidden && this.look());
    addEventListener("online", () => this.look());
  }

  /** Looks now, and goes on looking. */
  async look() {
    clearTimeout(this.#timer);
    if (document.hidden || this.#isStopped) return;
    try {
      const status = await this.api.seats(this.showtime);
      this.#failures = 0;
      this.listener.onSeats(status);
    } catch (error) {
      this.#failures += 1;
      if (error instanceof Unreachable) this.listener.onUnreachable();
      else this.listener.onProblem(error);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), this.#pause());
  }

  stop() {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Longer after each failure, and never the same for all who wait for the service to come back. */
  #pause() {
    if (this.#failures === 0) return interval;
    return Math.min(longest, 1500 * 2 ** this.#failures) * (0.75 + Math.random() / 2);
  }
}
