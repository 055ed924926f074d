// @ts-check
/** @import {Room, Seat} from "./room.js" */
/** @import {PriceList} from "../booking/price-list.js" */
/** @import {SeatStates} from "./seat-states.js" */
/** @import {Choice} from "./choice.js" */
import { element } from "../booking/elements.js";
import { Kept } from "../booking/kept.js";
import { oneOf } from "../booking/shapes.js";
import { say } from "../words.js";
import { legend } from "./legend.js";
import { SeatList } from "./seat-list.js";
import { SeatMap } from "./seat-map.js";
import { SeatWords } from "./seat-words.js";
import { Zoom } from "./zoom.js";

const keptView = new Kept("localStorage", "marquee.seat-view", oneOf("plan", "list"));

/** The room on the page: as a plan with its legend, or as a list, whichever the reader likes; both show one choice. */
export class RoomView {
  /** @type {Record<string, HTMLButtonElement>} */
  #switches = {};

  /**
   * @param {HTMLElement} place of the page
   * @param {{room: Room, prices: PriceList, states: SeatStates, choice: Choice, onRefuse: (sentence: string) => void}} parts
   */
  constructor(place, { prices, ...parts }) {
    const words = new SeatWords(prices);
    this.map = new SeatMap({ words, ...parts });
    this.list = new SeatList({ words, ...parts });
    const drawing = element("div", { className: "room-drawing" },
      element("p", { className: "screen", "aria-hidden": "true" }, say("seats.plan.screen")), this.map.element);
    this.scroller = element("div", { className: "seat-scroller" }, drawing);
    this.zoom = new Zoom(this.scroller, drawing);
    this.pointed = element("p", { className: "pointed-seat soft", "aria-hidden": "true" });
    this.map.element.addEventListener("pointerover", ({ target }) => {
      this.pointed.textContent = target instanceof HTMLInputElement ? target.getAttribute("aria-label") : "";
    });
    this.plan = element("div", { className: "plan" }, this.scroller, legend(parts.room, prices));
    const help = element("p", { id: "seat-map-help", className: "visually-hidden" },
      say("seats.plan.help"));
    const tools = element("div", { className: "plan-tools" }, this.#viewSwitch(), this.pointed, this.zoom.buttons);
    place.replaceChildren(tools, help, this.plan);
    place.after(this.list.element);
    place.hidden = false;
    this.#show(keptView.read() ?? "plan");
    // In a task of its own, for a large room is much to draw.
    setTimeout(() => {
      this.refresh();
      this.scroller.scrollLeft = (this.scroller.scrollWidth - this.scroller.clientWidth) / 2;
    });
  }

  refresh() {
    this.map.refresh();
    this.list.refresh();
  }

  /**
   * Brings seats into sight.
   * @param {Seat[]} seats side by side or close together
   */
  reveal(seats) {
    const middle = seats[Math.floor(seats.length / 2)];
    this.map.box(middle)?.scrollIntoView({ block: "nearest", inline: "center" });
  }

  #viewSwitch() {
    const group = element("div", { className: "view-switch", role: "group", "aria-label": say("seats.plan.views") });
    for (const [view, name] of /** @type {const} */ ([["plan", say("seats.plan.plan")], ["list", say("seats.plan.list")]])) {
      this.#switches[view] = element("button", { type: "button", onclick: () => this.#choose(view) }, name);
      group.append(this.#switches[view]);
    }
    return group;
  }

  /** @param {"plan" | "list"} view */
  #choose(view) {
    keptView.write(view);
    this.#show(view);
  }

  /** @param {string} view */
  #show(view) {
    this.list.element.hidden = view !== "list";
    this.list.refresh();
    this.plan.hidden = this.zoom.buttons.hidden = this.pointed.hidden = view !== "plan";
    for (const [name, button] of Object.entries(this.#switches)) button.setAttribute("aria-pressed", String(name === view));
  }
}
