// @ts-check
import { byId, element } from "../booking/elements.js";
import { announce } from "../booking/voice.js";
import { say } from "../words.js";
import { Countdown, short, timeLeft, timeLeftInWords } from "./countdown.js";

/**
 * How long the seats are still kept, in sight wherever the form is scrolled to, with the one way to keep them longer:
 * a button before the form, and a key that works from every field of it. It never takes the focus by itself.
 */
export class KeepBar {
  #canExtend = true;

  /** @param {() => number} now the time by which holds end @param {{onExtend: () => void, onEnd: () => void}} listener */
  constructor(now, listener) {
    this.now = now;
    this.countdown = new Countdown(now, {
      onSecond: left => this.#show(left),
      onWarning: left => this.#warn(left),
      onEnd: listener.onEnd,
    });
    this.bar = byId("keep-bar");
    this.counting = byId("keep-counting");
    this.ended = byId("keep-ended");
    this.extend = byId("extend");
    this.extend.addEventListener("click", listener.onExtend);
    document.addEventListener("keydown", event => {
      // The code and not the letter: with Alt a Mac types another one.
      if (event.code !== "KeyM" || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (!this.counting.hidden && this.#canExtend) listener.onExtend();
    });
  }

  get hasEnded() {
    return !this.ended.hidden;
  }

  /** @param {string} expiresAt */
  count(expiresAt) {
    this.#turn(false);
    this.countdown.start(expiresAt);
  }

  stop() {
    this.countdown.stop();
  }

  hide() {
    this.stop();
    this.bar.hidden = true;
  }

  /** @param {string} expiresAt */
  extended(expiresAt) {
    this.count(expiresAt);
    const seconds = Math.round((Date.parse(expiresAt) - this.now()) / 1000);
    announce(say("checkout.left.kept", { time: timeLeftInWords(seconds) }));
  }

  /** @param {boolean} can whether there is more time to be had */
  allowExtension(can) {
    if (this.#canExtend === can) return;
    this.#canExtend = can;
    const hadFocus = document.activeElement === this.extend;
    byId("keep-more").hidden = !can;
    byId("keep-limit").hidden = can;
    if (can) return;
    if (hadFocus) this.bar.focus();
    announce(say("checkout.left.noMore"));
  }

  /**
   * The time is over.
   * @param {string} sentence
   * @param {HTMLElement[]} actions
   */
  end(sentence, actions) {
    this.stop();
    const said = [element("p", {}, sentence), element("p", { className: "actions" }, ...actions)];
    // The same links stay: whoever is about to press one would press what is gone.
    const areLinks = actions.every(action => action instanceof HTMLAnchorElement);
    if (this.hasEnded && areLinks && said.every((part, index) => part.isEqualNode(this.ended.children[index] ?? null))) return;
    this.#turn(true);
    this.ended.replaceChildren(...said);
    announce(sentence);
  }

  focus() {
    this.bar.focus();
  }

  /** @param {boolean} toEnd */
  #turn(toEnd) {
    this.bar.hidden = false;
    this.ended.hidden = !toEnd;
    this.counting.hidden = toEnd;
    this.bar.classList.toggle("is-short", toEnd);
  }

  /** @param {number} left */
  #show(left) {
    byId("time-left").textContent = timeLeft(left);
    this.bar.classList.toggle("is-short", left <= short);
  }

  /** @param {number} left */
  #warn(left) {
    const kept = say("checkout.left.kept", { time: timeLeftInWords(left) });
    announce(left <= short && this.#canExtend ? `${kept} ${say("checkout.left.way")}` : kept);
  }
}
