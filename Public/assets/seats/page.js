// @ts-check
/** @import {SeatStatus} from "../booking/types.js" */
import { byId, element } from "../booking/elements.js";
import { formatted, PriceList } from "../booking/price-list.js";
import { plainWords, Problem } from "../booking/problem.js";
import { showingOn } from "../booking/showing.js";
import { api, checkoutPage } from "../booking/site.js";
import { announce, showStatus } from "../booking/voice.js";
import { Booking } from "./booking.js";
import { Choice } from "./choice.js";
import { legend } from "./legend.js";
import { Room, seatName } from "./room.js";
import { SeatMap } from "./seat-map.js";
import { SeatStates } from "./seat-states.js";
import { Summary } from "./summary.js";
import { SeatWatcher } from "./watcher.js";

const showing = showingOn(document);
const room = new Room(await (await fetch(showing.layout)).json());
const prices = new PriceList(showing);
const states = new SeatStates();
const choice = new Choice(room, prices, showing.maximumSeats);
const booking = new Booking(api, showing.id);
const map = new SeatMap({ room, prices, states, choice, onRefuse: announce });
const summary = new Summary(byId("choice"), choice, goOn);
const watcher = new SeatWatcher(api, showing.id, { onSeats, onUnreachable, onProblem });

let isBusy = false;
/** Which sentence stands on top of the page, so that only its own cause takes it away. */
let shown = "";

/** @param {string} cause @param {string} [sentence] @param {Parameters<typeof showStatus>[1]} [options] */
function show(cause, sentence = "", options) {
  if (cause === shown && sentence) return;
  shown = sentence ? cause : "";
  showStatus(sentence, options);
}

function drawMap() {
  const help = element("p", { id: "seat-map-help", className: "visually-hidden" },
    "The screen is in front of the first row. Arrow keys move from seat to seat, the space bar chooses.");
  const screen = element("p", { className: "screen", "aria-hidden": "true" }, "Screen");
  const scroller = element("div", { className: "seat-scroller" }, element("div", { className: "room-drawing" }, screen, map.element));
  const place = byId("seat-map");
  place.replaceChildren(help, scroller, legend(room, prices));
  place.hidden = false;
  byId("room-plan").removeAttribute("open");
  scroller.scrollLeft = (scroller.scrollWidth - scroller.clientWidth) / 2;
}

function refresh() {
  map.refresh();
  summary.refresh();
}

/** @param {SeatStatus} status */
function onSeats(status) {
  const isBack = shown === "unreachable";
  if (isBack || shown === "problem") show(shown);
  states.take(status);
  if (isBack && !isBusy) restore().then(refresh);
  loseTaken();
  map.refresh();
}

function onUnreachable() {
  show("unreachable", "Booking cannot be reached at the moment. Here are the room and the prices; this page tries again by itself.", { warning: true });
}

/** @param {unknown} problem */
function onProblem(problem) {
  show("problem", plainWords(problem), { warning: true });
  if (problem instanceof Problem && problem.code === "unknown_showtime") watcher.stop();
}

/** Takes out of the choice what someone else has, and says which. */
function loseTaken() {
  const taken = choice.seats.map(({ seat }) => seat).filter(({ label }) => states.of(label) !== "available");
  if (taken.length === 0) return;
  choice.remove(...taken.map(({ label }) => label));
  const names = taken.map(seatName).join("; ");
  const rest = choice.size > 0 ? " Your other seats are still chosen." : "";
  summary.showError(`Someone else was faster: ${names}.${rest}`);
}

async function goOn() {
  if (isBusy || choice.size === 0) return;
  isBusy = true;
  summary.setBusy(true);
  summary.showError("");
  try {
    const hold = await booking.hold(choice);
    location.assign(checkoutPage(hold.id));
  } catch (error) {
    const lost = error instanceof Problem && error.code === "seats_unavailable" ? error.members.seats ?? [] : [];
    states.own([]);
    states.lose(lost);
    if (lost.length > 0) loseTaken();
    else summary.showError(plainWords(error));
    isBusy = false;
    summary.setBusy(false);
    watcher.look();
  }
}

/** Back from the payment: the seats of the hold are chosen again, and the way on is offered. */
async function restore() {
  isBusy = false;
  summary.setBusy(false);
  const hold = await booking.restore();
  states.own(hold?.seats.map(({ seat }) => seat) ?? []);
  if (!hold) return;
  choice.remove(...choice.seats.map(({ seat }) => seat.label));
  for (const { seat: label, ticketType } of hold.seats) {
    const seat = room.seat(label);
    if (seat) choice.add(seat, ticketType);
  }
  const until = new Date(hold.expiresAt).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const release = element("button", { type: "button", className: "button button-quiet", onclick: giveBack }, "Give them back");
  const forward = element("a", { className: "button button-quiet", href: checkoutPage(hold.id) }, "Go to the payment");
  show("hold", `Your seats are kept for you until ${until}.`, { actions: [forward, release] });
}

async function giveBack() {
  await booking.release();
  states.own([]);
  choice.remove(...choice.seats.map(({ seat }) => seat.label));
  show("hold");
  announce("Your seats are on sale again.");
  watcher.look();
}

choice.addEventListener("change", () => {
  summary.showError("");
  refresh();
  const total = choice.total;
  announce(total ? `${choice.size} of ${choice.most} seats chosen, total ${formatted(total)}` : "No seat chosen");
});

addEventListener("pageshow", async event => {
  if (!event.persisted) return;
  await restore();
  watcher.look();
});

drawMap();
await restore();
await watcher.look();
