// @ts-check
/** @import {SeatChange, SeatStatus} from "../booking/types.js" */

/** How long a connection may take until its first message. */
const patience = 8000;

/**
 * @typedef {object} LiveListener
 * @property {(status: SeatStatus) => void} onSnapshot
 * @property {(change: SeatChange) => void} onChange
 * @property {(end: {isGap: boolean, code: number}) => void} onEnd once, unless `close` was called
 *
 * Where the seats of a showing are told live.
 * @param {string} base of the API
 * @param {string} showtime
 */
export function liveAddress(base, showtime) {
  const address = new URL(`${base}/v1/showtimes/${encodeURIComponent(showtime)}/live`, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}

/** One WebSocket: a snapshot, then every change. Where a change is missing it ends, for whoever has a gap knows nothing. */
export class LiveConnection {
  /** Of the newest message; below 0 before the first. */
  version = -1;
  /** Of the store: its versions are told apart from those of any other. */
  epoch = "";
  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {ReturnType<typeof setTimeout>} */
  #timer;

  /** @param {string} address @param {LiveListener} listener */
  constructor(address, listener) {
    this.listener = listener;
    this.#timer = setTimeout(() => this.#end(), patience);
    try {
      this.#socket = new WebSocket(address);
    } catch {
      // A secure page may open no insecure socket; that is one more way for there to be none.
      this.#timer = setTimeout(() => this.#end());
      return;
    }
    this.#socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    this.#socket.onclose = ({ code }) => this.#end({ code });
  }

  get isLive() {
    return this.version >= 0;
  }

  close() {
    clearTimeout(this.#timer);
    if (!this.#socket) return;
    this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
  }

  /** @param {{type: string} & SeatStatus & SeatChange} message kinds that are not known yet are left alone */
  #take(message) {
    const { type, version } = message;
    if (type === "snapshot") {
      clearTimeout(this.#timer);
      this.version = version;
      this.epoch = message.epoch;
      this.listener.onSnapshot(message);
    } else if (type === "change" && version === this.version + 1) {
      this.version = version;
      this.listener.onChange(message);
    } else if (type === "change" && version > this.version) {
      this.#end({ isGap: true });
    }
  }

  #end({ isGap = false, code = 1006 } = {}) {
    this.close();
    this.listener.onEnd({ isGap, code });
  }
}
