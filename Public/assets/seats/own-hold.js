// @ts-check
/** @import {Hold} from "../booking/types.js" */
/** @import {Booking} from "./booking.js" */
/** @import {Choice} from "./choice.js" */
/** @import {PageStatus} from "./page-status.js" */
/** @import {SeatStates} from "./seat-states.js" */
import { element } from "../booking/elements.js";
import { checkoutPage } from "../booking/site.js";

/** The hold that the buyer has come back from: its seats are free to them, and the page says how long. */
export class OwnHold {
  /**
   * @param {object} parts
   * @param {Booking} parts.booking
   * @param {Choice} parts.choice
   * @param {SeatStates} parts.states
   * @param {PageStatus} parts.status
   * @param {() => void} parts.onGivenBack
   */
  constructor({ booking, choice, states, status, onGivenBack }) {
    this.booking = booking;
    this.choice = choice;
    this.states = states;
    this.status = status;
    this.onGivenBack = onGivenBack;
  }

  /** Asks what has become of it. The seats of one that was not known yet are chosen again. */
  async restore() {
    const { booking, choice, states, status } = this;
    const before = booking.own?.id;
    const hold = await booking.restore();
    states.own(booking.seats);
    if (hold) {
      if (hold.id !== before) choice.replace(this.#seats(hold));
      return this.#tell(hold);
    }
    status.end("hold");
    if (booking.isPaid) choice.replace([]);
    else if (before) status.show("over", "The time is over and your seats are on sale again. Continue to payment to keep them anew.");
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
    const { lang } = document.documentElement;
    const until = new Date(hold.expiresAt).toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const onclick = () => this.#giveBack();
    const release = element("button", { type: "button", className: "button button-quiet", onclick }, "Give them back");
    const forward = element("a", { className: "button button-quiet", href: checkoutPage(hold.id) }, "Go to the payment");
    this.status.end("over");
    this.status.show("hold", `Your seats are kept for you until ${until}.`, { actions: [forward, release] });
  }

  async #giveBack() {
    await this.booking.release();
    this.states.own([]);
    this.choice.replace([]);
    this.status.end("hold");
    this.onGivenBack();
  }
}
