// @ts-check
import { element } from "../booking/elements.js";
import { say } from "../words.js";

const [smallest, largest, step] = [1, 3, 1.5];

/** The plan can be made larger with two fingers or two buttons; it scrolls in its own box, and the page stays as it is. */
export class Zoom {
  /** How many times as large as it needs to be to fit. */
  level = smallest;
  /** @type {{spread: number, factor: number, point: {x: number, y: number}} | undefined} */
  #pinch;

  /** @param {HTMLElement} box that scrolls @param {HTMLElement} drawing in it */
  constructor(box, drawing) {
    this.box = box;
    this.drawing = drawing;
    const button = (/** @type {string} */ name, /** @type {string} */ sign, /** @type {number} */ factor) => element("button", {
      type: "button", className: "zoom-button", "aria-label": name, onclick: () => this.to(this.level * factor),
    }, sign);
    this.smaller = button(say("seats.plan.smaller"), "−", 1 / step);
    this.larger = button(say("seats.plan.larger"), "+", step);
    this.buttons = element("div", { className: "zoom", role: "group", "aria-label": say("seats.plan.size") }, this.smaller, this.larger);
    box.addEventListener("touchstart", event => this.#onTouch(event), { passive: true });
    box.addEventListener("touchmove", event => this.#onPinch(event), { passive: false });
    box.addEventListener("touchend", () => this.#onRelease());
    box.addEventListener("touchcancel", () => this.#onRelease());
    this.#show();
  }

  /**
   * @param {number} level
   * @param {{x: number, y: number}} [point] of the box that stays where it is; its middle if none is named
   */
  to(level, point = { x: this.box.clientWidth / 2, y: this.box.clientHeight / 2 }) {
    const { box } = this;
    const wanted = Math.min(largest, Math.max(smallest, level));
    if (wanted === this.level) return;
    const [across, down] = [(box.scrollLeft + point.x) / box.scrollWidth, (box.scrollTop + point.y) / box.scrollHeight];
    this.level = wanted;
    this.#show();
    box.scrollTo({ left: across * box.scrollWidth - point.x, top: down * box.scrollHeight - point.y, behavior: "instant" });
  }

  #show() {
    this.box.style.setProperty("--zoom", String(this.level));
    this.box.classList.toggle("is-zoomed", this.level > smallest);
    this.smaller.setAttribute("aria-disabled", String(this.level <= smallest));
    this.larger.setAttribute("aria-disabled", String(this.level >= largest));
  }

  /** @param {TouchEvent} event */
  #onTouch({ touches }) {
    if (touches.length !== 2) return;
    const { left, top } = this.box.getBoundingClientRect();
    const [one, other] = touches;
    const point = { x: (one.clientX + other.clientX) / 2 - left, y: (one.clientY + other.clientY) / 2 - top };
    this.#pinch = { spread: spread(touches), factor: 1, point };
    const { scrollLeft, scrollTop } = this.box;
    this.drawing.style.transformOrigin = `${scrollLeft + point.x}px ${scrollTop + point.y}px`;
  }

  /** @param {TouchEvent} event */
  #onPinch(event) {
    if (!this.#pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const factor = spread(event.touches) / this.#pinch.spread;
    this.#pinch.factor = Math.min(largest / this.level, Math.max(smallest / this.level, factor));
    // Hundreds of seats are laid out anew when the fingers have left; until then the drawing is only stretched.
    this.drawing.style.transform = `scale(${this.#pinch.factor})`;
  }

  #onRelease() {
    if (!this.#pinch) return;
    const { factor, point } = this.#pinch;
    this.#pinch = undefined;
    this.drawing.style.transform = "";
    this.to(this.level * factor, point);
  }
}

/** @param {TouchList} touches */
const spread = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
