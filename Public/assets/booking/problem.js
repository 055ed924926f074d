// @ts-check
/** An answer of the booking API that says why it did not do what was asked (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{code?: string, detail?: string, title?: string, [member: string]: any}} members
   * @param {number} retryAfter seconds, 0 if the answer names none
   */
  constructor(status, members, retryAfter = 0) {
    super(members.detail ?? members.title ?? `The booking service answered ${status}.`);
    this.status = status;
    this.code = members.code ?? "";
    this.members = members;
    this.retryAfter = retryAfter;
  }
}

/** No answer at all: no connection, a time-out, or a gateway that speaks for a service that is away. */
export class Unreachable extends Error {}

/** @type {Record<string, string>} */
const sentences = {
  unknown_showtime: "This showing is not sold here. It may have been taken off the programme.",
  sales_closed: "Tickets for this showing are no longer sold online. Ask at the box office.",
  too_many_seats: "That is more seats than one booking can have.",
  unknown_hold: "These seats are not kept any more.",
  hold_expired: "The time is over and the seats went back on sale. You have not been charged.",
  hold_completed: "These seats are paid already.",
  extension_limit: "The seats cannot be kept any longer. Please finish the payment in the time that is left.",
  seats_unavailable: "Someone else was faster, and these seats are gone.",
  unknown_order: "There is no order under this link. Check that the whole link was copied.",
  service_unavailable: "Booking has a problem at the moment. Nothing was sold or paid; please try again shortly.",
  internal_error: "Booking has a problem at the moment. Please try again shortly.",
  idempotency_in_progress: "Booking is still working on it. Please try again in a moment.",
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
  if (error instanceof Unreachable) return "Booking cannot be reached at the moment. Please try again shortly.";
  if (error instanceof Problem) return sentences[error.code] ?? asSentence(error.message);
  throw error;
}

/** @param {string} detail of the API, which begins in lower case and ends in no point */
const asSentence = detail => `${detail[0]?.toUpperCase() ?? ""}${detail.slice(1)}${/[.!?]$/.test(detail) ? "" : "."}`;
