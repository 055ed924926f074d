// @ts-check
import { say } from "../words.js";
/** An answer of the booking API that says why it did not do what was asked (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{code?: string, detail?: string, title?: string, [member: string]: any}} members
   * @param {number} retryAfter seconds, 0 if the answer names none
   */
  constructor(status, members, retryAfter = 0) {
    super(members.detail ?? members.title ?? say("problem.status", { status }));
    this.status = status;
    this.code = members.code ?? "";
    this.members = members;
    this.retryAfter = retryAfter;
  }
}

/** No answer at all: no connection, a time-out, or a gateway that speaks for a service that is away. */
export class Unreachable extends Error {}

/** @type {Record<string, string>} what each means for the buyer, as a word */
const sentences = {
  unknown_showtime: "problem.unknown_showtime",
  sales_closed: "problem.sales_closed",
  too_many_seats: "problem.too_many_seats",
  unknown_hold: "problem.unknown_hold",
  hold_expired: "problem.hold_expired",
  hold_completed: "problem.hold_completed",
  extension_limit: "problem.extension_limit",
  seats_unavailable: "problem.seats_unavailable",
  unknown_order: "problem.unknown_order",
  service_unavailable: "problem.service_unavailable",
  internal_error: "problem.internal_error",
  idempotency_in_progress: "problem.idempotency_in_progress",
};

/**
 * Whether there is nothing left of a hold to pay for; any other error leaves it as it was.
 * @param {unknown} error
 * @returns {error is Problem}
 */
export function endsHold(error) {
  return error instanceof Problem && ["hold_expired", "unknown_hold", "hold_completed"].includes(error.code);
}

/**
 * What went wrong, in words for the buyer.
 * @param {unknown} error
 */
export function plainWords(error) {
  if (error instanceof Unreachable) return say("problem.unreachable");
  if (error instanceof Problem) return Object.hasOwn(sentences, error.code) ? say(sentences[error.code]) : asSentence(error.message);
  throw error;
}

/** @param {string} detail of the API, which begins in lower case and ends in no point */
const asSentence = detail => `${detail[0]?.toUpperCase() ?? ""}${detail.slice(1)}${/[.!?]$/.test(detail) ? "" : "."}`;
