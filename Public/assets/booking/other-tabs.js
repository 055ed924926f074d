// @ts-check
import { newIdempotencyKey } from "./api.js";

/**
 * @typedef {{kind: "here" | "here too", tab: string, isPaying: boolean} | {kind: "gone", tab: string}
 *   | {kind: "paid", order: string} | {kind: "changed"}} Message
 */

/**
 * What the tabs that have one hold open tell each other, on the seat page and at the payment, so that none frees the seats
 * that another still uses, and all go on when one has paid.
 */
export class OtherTabs {
  #own = newIdempotencyKey();
  /** @type {Map<string, boolean>} whether it is paying, by tab */
  #others = new Map();
  /** @type {BroadcastChannel | undefined} */
  #channel;
  #hold = "";
  #isPaying = false;

  /** @param {{onPaid: (order: string) => void, onChange: () => void}} listener */
  constructor(listener) {
    this.listener = listener;
    addEventListener("pagehide", () => this.#close());
  }

  /** Whether the hold is open in another tab, or may be: there are browsers that let tabs not speak with each other. */
  get areOpen() {
    return this.#others.size > 0 || !this.#channel;
  }

  get arePaying() {
    return [...this.#others.values()].includes(true);
  }

  /** @param {string} hold */
  meet(hold) {
    if (this.#channel && this.#hold === hold) return;
    this.leave();
    this.#hold = hold;
    this.#channel = channel(`marquee.hold.${hold}`);
    this.#channel?.addEventListener("message", ({ data }) => this.#hear(data));
    this.#say({ kind: "here", tab: this.#own, isPaying: this.#isPaying });
  }

  /** This tab has nothing to do with the hold any more. */
  leave() {
    this.#close();
    this.#others.clear();
  }

  /** @param {boolean} isPaying */
  setPaying(isPaying) {
    if (this.#isPaying === isPaying) return;
    this.#isPaying = isPaying;
    this.#say({ kind: "here too", tab: this.#own, isPaying });
  }

  /** @param {string} order */
  tellPaid(order) {
    this.#say({ kind: "paid", order });
  }

  /** The hold lives longer, or no more. */
  tellChange() {
    this.#say({ kind: "changed" });
  }

  /** @param {Message} message */
  #hear(message) {
    switch (message.kind) {
      case "here":
        this.#say({ kind: "here too", tab: this.#own, isPaying: this.#isPaying });
        this.#others.set(message.tab, message.isPaying);
        break;
      case "here too":
        this.#others.set(message.tab, message.isPaying);
        break;
      case "gone":
        this.#others.delete(message.tab);
        break;
      case "paid":
        this.listener.onPaid(message.order);
        break;
      case "changed":
        this.listener.onChange();
        break;
    }
  }

  /** @param {Message} message */
  #say(message) {
    this.#channel?.postMessage(message);
  }

  /** A tab that leaves while it pays, as for the bank's check, goes on counting as one that pays. */
  #close() {
    if (!this.#isPaying) this.#say({ kind: "gone", tab: this.#own });
    this.#channel?.close();
    this.#channel = undefined;
  }
}

/** @param {string} name @returns {BroadcastChannel | undefined} */
function channel(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
