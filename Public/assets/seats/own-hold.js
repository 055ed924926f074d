// @ts-check
/** @import {Hold, SeatRequest} from "../booking/types.js" */
/** @import {OtherTabs} from "../booking/other-tabs.js" */
/** @import {Booking} from "./booking.js" */
/** @import {Choice} from "./choice.js" */
/** @import {PageStatus} from "./page-status.js" */
/** @import {SeatStates} from "./seat-states.js" */
import { theaterTime } from "../booking/clock.js";
import { element } from "../booking/elements.js";
import { areSame, forgetHold } from "../booking/kept-holds.js";
import { plainWords } from "../booking/problem.js";
import { checkoutPage, ticketsPage } from "../booking/site.js";
import { say } from "../words.js";
import { inWords } from "./seat-words.js";

/** @type {Record<string, string>} what is said of each end, as a word */
const ends = {
  hold_expired: "seats.hold.expired",
  unknown_hold: "seats.hold.released",
};

/** The hold that this browser has for the showing: its seats are free to the buyer, and the page says how long. */
export class OwnHold {
  #last = Promise.resolve();

  /**
   * @param {object} parts
   * @param {Booking} parts.booking
   * @param {Choice} parts.choice
   * @param {SeatStates} parts.states
   * @param {PageStatus} parts.status
   * @param {OtherTabs} parts.tabs
   * @param {string} [parts.timeZone] of the theater
   * @param {() => void} parts.onGivenBack
   * @param {(sentence: string) => void} parts.onRefuse
   */
  constructor({ booking, choice, states, status, tabs, timeZone, onGivenBack, onRefuse }) {
    this.booking = booking;
    this.choice = choice;
    this.states = states;
    this.status = status;
    this.tabs = tabs;
    this.timeZone = timeZone;
    this.onGivenBack = onGivenBack;
    this.onRefuse = onRefuse;
  }

  /** Asks what has become of it, one question after the other. */
  restore() {
    return this.#last = this.#last.then(() => this.#restore());
  }

  /** Says anew what is kept: with another choice there is another way on. */
  refresh() {
    if (this.booking.own) this.#tell(this.booking.own);
  }

  /** @param {string} order that the seats were paid with, here or in another tab */
  paid(order) {
    const { booking, choice, states, status, tabs } = this;
    if (booking.own) {
      forgetHold(booking.own.id);
      if (this.#isChosen(booking.own.seats)) choice.replace([]);
    }
    booking.own = undefined;
    tabs.leave();
    states.own(booking.seats);
    status.end("hold");
    const tickets = element("a", { className: "button", href: ticketsPage(order) }, say("seats.hold.showTickets"));
    status.show("over", say("seats.hold.paid"), { actions: [tickets] });
  }

  async #restore() {
    const { booking, states, status, tabs } = this;
    const before = booking.own;
    const hold = await booking.restore();
    states.own(booking.seats);
    if (hold) return this.#take(hold, before);
    const { end } = booking;
    if (end?.members.order) {
      booking.own = before;
      return this.paid(end.members.order);
    }
    tabs.leave();
    status.end("hold");
    if (before && end) status.show("over", Object.hasOwn(ends, end.code) ? say(ends[end.code]) : plainWords(end));
  }

  /**
   * The seats of a hold that this page has not made are chosen, unless the buyer has chosen others here.
   * @param {Hold} hold @param {Hold | undefined} before
   */
  #take(hold, before) {
    this.tabs.meet(hold.id);
    const isFree = this.choice.size === 0 || before && this.#isChosen(before.seats);
    if (hold.id !== before?.id && isFree) this.choice.replace(this.#seats(hold));
    this.#tell(hold);
  }

  /** @param {SeatRequest[]} seats */
  #isChosen(seats) {
    return areSame(seats, this.choice.request);
  }

  /** @param {Hold} hold */
  #seats(hold) {
    return hold.seats.flatMap(({ seat: label, ticketType }) => {
      const seat = this.choice.room.seat(label);
      return seat ? [{ seat, ticketType }] : [];
    });
  }

  /** @param {Hold} hold */
  #tell(hold) {
    const until = theaterTime(hold.expiresAt, this.timeZone);
    const seats = this.#seats(hold).map(({ seat }) => seat);
    const release = element("button", { type: "button", className: "button button-quiet", onclick: () => this.#giveBack() }, say("seats.hold.giveBack"));
    this.status.end("over");
    // One way to the payment: that of the choice, unless other seats are chosen by now than those that are kept.
    if (this.#isChosen(hold.seats)) return this.status.show("hold", say("seats.hold.yours", { time: until }), { actions: [release] });
    const forward = element("a", { className: "button button-quiet", href: checkoutPage(hold.id) }, say("seats.hold.toPayment"));
    this.status.show("hold", say("seats.hold.others", { count: seats.length, seats: inWords(seats), time: until }), { actions: [forward, release] });
  }

  async #giveBack() {
    const { booking, choice, states, status, tabs } = this;
    try {
      if (tabs.arePaying || await booking.isBeingPaid()) {
        return this.onRefuse(say("seats.hold.beingPaid"));
      }
      await booking.release();
    } catch (error) {
      return this.onRefuse(plainWords(error));
    }
    tabs.tellChange();
    tabs.leave();
    states.own([]);
    choice.replace([]);
    status.end("hold");
    this.onGivenBack();
  }
}
