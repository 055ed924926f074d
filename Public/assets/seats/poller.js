// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {SeatStatus} from "../booking/types.js" */
const interval = 5000;
const longest = 30_000;

/** Asks for the seats of a showing every few seconds; what has not changed is answered with no more than 304. */
export class SeatPoller {
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Counts the times it was started and stopped, so that an answer to an earlier time is left alone. */
  #run = 0;
  isOn = false;

  /**
   * @param {BookingAPI} api
   * @param {string} showtime
   * @param {{onSeats: (status: SeatStatus) => void, onFailure: (error: unknown) => void}} listener
   */
  constructor(api, showtime, listener) {
    this.api = api;
    this.showtime = showtime;
    this.listener = listener;
  }

  /** @param {number} [delay] milliseconds until the first look */
  start(delay = 0) {
    this.stop();
    this.isOn = true;
    this.#timer = setTimeout(() => this.#look(this.#run), delay);
  }

  stop() {
    this.isOn = false;
    this.#run += 1;
    clearTimeout(this.#timer);
  }

  /** @param {number} run */
  async #look(run) {
    try {
      const status = await this.api.seats(this.showtime);
      if (run !== this.#run) return;
      this.#failures = 0;
      this.listener.onSeats(status);
    } catch (error) {
      if (run !== this.#run) return;
      this.#failures += 1;
      this.listener.onFailure(error);
    }
    if (run === this.#run) this.#timer = setTimeout(() => this.#look(run), this.#pause());
  }

  /** Longer after each failure, and never the same for all who wait for the service to come back. */
  #pause() {
    if (this.#failures === 0) return interval;
    return Math.min(longest, 1500 * 2 ** this.#failures) * (0.75 + Math.random() / 2);
  }
}
