// @ts-check
/** @import {SeatStatus, SeatRequest, Hold, Order, Payment, PaymentAnswer, PaymentStatus} from "./types.js" */
import { isOrder } from "./order-shape.js";
import { Problem, Unreachable } from "./problem.js";

const gatewayErrors = [502, 503, 504];
/** Waits before the second, third and fourth try, in milliseconds. */
const waits = [400, 1200, 3000];

/** @param {number} milliseconds */
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** A key under which one intention is sent, however often it has to be sent. */
export const newIdempotencyKey = () => crypto.randomUUID?.() ?? fallbackKey();

/** `randomUUID` exists on https and localhost alone; a site on plain http in the cinema's own network has none. */
function fallbackKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The booking API, version 1.
 *
 * Every method answers with the JSON of a success, or throws a `Problem` (the API said no) or `Unreachable` (it said
 * nothing). What changes something is sent again under the same key until an answer comes or patience ends.
 */
export class BookingAPI {
  /** How far the service's clock is ahead of the browser's, in milliseconds. */
  #ahead = 0;

  /** @param {string} base URL without a slash at its end */
  constructor(base) {
    this.base = base;
  }

  /** @param {Hold} hold @returns {number} milliseconds until it ends */
  timeLeft({ expiresAt }) {
    return Date.parse(expiresAt) - this.now();
  }

  /** The time of the service, by which holds end; answers tell it to the second. */
  now() {
    return Date.now() + (Math.abs(this.#ahead) > 3000 ? this.#ahead : 0);
  }

  /**
   * The browser's own cache sends If-None-Match and turns a 304 into the stored answer.
   * @param {string} showtime
   * @returns {Promise<SeatStatus>}
   */
  seats(showtime) {
    return this.#once("GET", `/v1/showtimes/${encodeURIComponent(showtime)}/seats`);
  }

  /** @param {string} showtime @param {SeatRequest[]} seats @param {string} key @returns {Promise<Hold>} */
  hold(showtime, seats, key) {
    const language = document.documentElement.lang || undefined;
    return this.#persistently("POST", "/v1/holds", { key, body: { showtime, seats, language } });
  }

  /** @param {string} id @returns {Promise<Hold>} */
  keptHold(id) {
    return this.#once("GET", `/v1/holds/${encodeURIComponent(id)}`);
  }

  /** @param {string} id @returns {Promise<Hold>} */
  extend(id) {
    return this.#persistently("POST", `/v1/holds/${encodeURIComponent(id)}/extend`, { key: newIdempotencyKey() });
  }

  /** @param {string} id @returns {Promise<void>} */
  release(id) {
    return this.#persistently("DELETE", `/v1/holds/${encodeURIComponent(id)}`);
  }

  /**
   * Like `release`, from a page that is being left: sent once, and nobody is there to hear the answer.
   * @param {string} id
   */
  abandon(id) {
    const request = { method: "DELETE", keepalive: true, credentials: /** @type {const} */ ("omit") };
    this.#fetch(`/v1/holds/${encodeURIComponent(id)}`, request).catch(() => {});
  }

  /**
   * @param {string} id
   * @param {Payment} payment
   * @param {string} key
   * @param {() => void} onRetry told each time before the same request is sent again
   * @returns {Promise<PaymentAnswer>}
   */
  pay(id, payment, key, onRetry) {
    return this.#persistently("POST", `/v1/holds/${encodeURIComponent(id)}/payment`, { key, body: payment, onRetry });
  }

  /** @param {string} id @returns {Promise<PaymentStatus | undefined>} how the newest payment of a hold stands, if one was tried */
  payment(id) {
    return this.#once("GET", `/v1/holds/${encodeURIComponent(id)}/payment`);
  }

  /** @param {string} id @returns {Promise<Order>} */
  async order(id) {
    const order = await this.#once("GET", orderPath(id));
    if (!isOrder(order)) throw new Unreachable(`${orderPath(id)} is no order`);
    return order;
  }

  /** @param {string} id */
  orderURL(id) {
    return this.url(orderPath(id));
  }

  /** @param {string} id @returns {string} URL of the order as a page to print, that needs no script */
  orderPageURL(id) {
    return this.url(`${orderPath(id)}.html`);
  }

  /** @param {string} id @returns {string} URL of the order's showing as a calendar file */
  calendarURL(id) {
    return this.url(`${orderPath(id)}.ics`);
  }

  /** @param {string} reference as the API wrote it, absolute or from its root, which may lie below a path */
  url(reference) {
    return new URL(reference.replace(/^\//, ""), `${this.base}/`).href;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{key?: string, body?: unknown, onRetry?: () => void}} options
   */
  async #persistently(method, path, { onRetry, ...options } = {}) {
    for (const pause of waits) {
      try {
        return await this.#once(method, path, options);
      } catch (error) {
        const again = error instanceof Unreachable || isPassing(error);
        if (!again) throw error;
        onRetry?.();
        await wait(error instanceof Problem && error.retryAfter ? error.retryAfter * 1000 : pause);
      }
    }
    return this.#once(method, path, options);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{key?: string, body?: unknown}} options
   */
  async #once(method, path, { key, body } = {}) {
    /** @type {Record<string, string>} */
    const headers = {};
    if (key) headers["Idempotency-Key"] = key;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const response = await this.#fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: method === "GET" ? "no-cache" : "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(method === "GET" ? 8000 : 20_000),
    });
    const date = Date.parse(response.headers.get("Date") ?? "");
    if (date) this.#ahead = date - Date.now();
    if (response.status === 204) return undefined;
    const answer = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer;
    // A gateway's page is no problem document: nobody who knows has answered.
    if (answer?.code === undefined && (response.ok || gatewayErrors.includes(response.status))) {
      throw new Unreachable(`${method} ${path}: ${response.status}`);
    }
    throw new Problem(response.status, answer ?? {}, Number(response.headers.get("Retry-After")) || 0);
  }

  /** @param {string} path @param {RequestInit} request */
  async #fetch(path, request) {
    try {
      return await fetch(this.base + path, request);
    } catch (error) {
      throw new Unreachable(path, { cause: error });
    }
  }
}

/** @param {string} id */
const orderPath = id => `/v1/orders/${encodeURIComponent(id)}`;

/**
 * Whether the same request, sent again soon, can end better.
 * @param {unknown} error
 */
function isPassing(error) {
  if (!(error instanceof Problem)) return false;
  if (error.code === "idempotency_in_progress" || gatewayErrors.includes(error.status)) return true;
  return error.status === 429 && error.retryAfter > 0 && error.retryAfter <= 5;
}
