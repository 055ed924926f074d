// @ts-check
/** @import {BookingAPI} from "../booking/api.js" */
/** @import {SeatChange, SeatStatus} from "../booking/types.js" */
import { LiveConnection, liveAddress } from "./live.js";
import { SeatPoller } from "./poller.js";

/** Until seats are asked for while a connection is being opened. */
const headStart = 1500;
/** A connection that ends sooner has not worked. */
const working = 10_000;
const firstPause = 1000, longestPause = 60_000;
/** A path can die without a word: after so long without a message the version is compared. */
const quiet = 45_000;
const hiddenLong = 5 * 60_000;
const tryAgainLater = 1013;

/**
 * @typedef {"live" | "polling"} WayToKnow
 * @typedef {object} WatcherListener
 * @property {(status: SeatStatus, way: WayToKnow) => void} onSeats
 * @property {(change: SeatChange) => void} onChange
 * @property {(error: unknown) => void} onFailure the seats cannot be had; it goes on trying
 */

/**
 * Knows the seats of a showing for as long as someone looks at the page: through a live connection, and while there is
 * none (blocked, broken, not there yet), by asking every few seconds.
 */
export class SeatWatcher {
  /** @type {LiveConnection | undefined} */
  #live;
  #openedAt = 0;
  #failures = 0;
  #isOn = false;
  /** Of the newest seats that were told: within an epoch nothing older is told after them. */
  #newest = { epoch: "", version: -1 };
  /** The service itself does not answer. */
  #isAway = false;
  /** Nobody has looked at the page for long. */
  #isParked = false;
  /** @type {Record<string, ReturnType<typeof setTimeout>>} */
  #timers = {};

  /** @param {BookingAPI} api @param {string} showtime @param {WatcherListener} listener */
  constructor(api, showtime, listener) {
    this.api = api;
    this.showtime = showtime;
    this.listener = listener;
    this.poller = new SeatPoller(api, showtime, {
      onSeats: status => this.#onPolled(status),
      onFailure: error => {
        this.#isAway = true;
        listener.onFailure(error);
      },
    });
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#onHidden() : this.#onVisible()));
    addEventListener("online", () => this.#isOn && this.start());
  }

  /** Looks now, through a new connection, and goes on looking. */
  start() {
    this.pause();
    this.#isOn = true;
    this.#isParked = false;
    this.#failures = 0;
    this.#open();
    if (document.hidden) this.#onHidden();
  }

  pause() {
    this.#isOn = false;
    this.#drop();
    this.poller.stop();
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
  }

  #open() {
    if (!this.#isOn || this.#live || this.#isParked) return;
    this.#openedAt = performance.now();
    this.#live = new LiveConnection(liveAddress(this.api.base, this.showtime), {
      onSnapshot: status => {
        this.#isAway = false;
        if (this.#isOld(status)) return this.#onEnd({ isGap: true, code: 1006 });
        this.poller.stop();
        this.#newest = status;
        this.listener.onSeats(status, "live");
        this.#expectMessage();
      },
      onChange: change => {
        this.#failures = 0;
        this.#newest = { epoch: this.#newest.epoch, version: change.version };
        this.listener.onChange(change);
        this.#expectMessage();
      },
      onEnd: end => this.#onEnd(end),
    });
    if (!this.poller.isOn) this.#poll(headStart);
  }

  #drop() {
    this.#live?.close();
    this.#live = undefined;
    clearTimeout(this.#timers.quiet);
  }

  /** @param {{isGap: boolean, code: number}} end */
  #onEnd({ isGap, code }) {
    const wasLive = this.#live?.isLive;
    this.#drop();
    const isFirstGap = isGap && this.#failures === 0;
    this.#failures = performance.now() - this.#openedAt > working ? 1 : this.#failures + 1;
    if (code === tryAgainLater) this.#failures = Math.max(this.#failures, 5);
    if (isFirstGap) return this.#open();
    const pause = this.#openLater();
    if (wasLive) this.#poll(pause + headStart * Math.random());
    else if (this.#failures === 1) this.#poll();
  }

  /** @param {number} [delay] */
  #poll(delay) {
    if (!document.hidden) this.poller.start(delay);
  }

  /** Exponential, with full jitter: those whom a restart has thrown out together do not come back together. */
  #openLater(longest = longestPause) {
    const pause = Math.random() * Math.min(longest, firstPause * 2 ** (this.#failures - 1));
    clearTimeout(this.#timers.open);
    this.#timers.open = setTimeout(() => this.#open(), pause);
    return pause;
  }

  /** @param {SeatStatus} status */
  #onPolled(status) {
    const isBack = this.#isAway;
    this.#isAway = false;
    if (!this.#isOld(status)) {
      this.#newest = status;
      this.listener.onSeats(status, "polling");
    }
    // The service is there again, so the connection need not sit out the pause that grew while it was away.
    if (isBack && !this.#live) this.#openLater(firstPause);
  }

  /** @param {SeatStatus} status @returns whether newer seats of the same epoch were told; another epoch is no older */
  #isOld({ epoch, version }) {
    return epoch === this.#newest.epoch && version < this.#newest.version;
  }

  #expectMessage() {
    clearTimeout(this.#timers.quiet);
    this.#timers.quiet = setTimeout(() => this.#compare(), quiet * (1 + Math.random()));
  }

  /** Asks whether the connection has told everything; if not, or if nobody answers, a new one is opened. */
  async #compare() {
    const live = this.#live;
    if (!live?.isLive) return;
    const newest = await this.api.seats(this.showtime).catch(() => undefined);
    if (live !== this.#live) return;
    if (newest && newest.epoch === live.epoch && newest.version <= live.version) this.#expectMessage();
    else this.start();
  }

  #onHidden() {
    this.poller.stop();
    clearTimeout(this.#timers.hidden);
    this.#timers.hidden = setTimeout(() => this.#park(), hiddenLong);
  }

  #park() {
    this.#isParked = true;
    this.#drop();
  }

  #onVisible() {
    clearTimeout(this.#timers.hidden);
    if (!this.#isOn) return;
    if (this.#live?.isLive) this.#compare();
    else this.start();
  }
}
