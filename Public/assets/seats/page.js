// @ts-check
/** @import {SeatChange, SeatStatus} from "../booking/types.js" */
/** @import {Seat} from "./room.js" */
/** @import {WayToKnow} from "./watcher.js" */
import { byId, element } from "../booking/elements.js";
import { canKeep } from "../booking/kept.js";
import { keptWish, onHoldsChange } from "../booking/kept-holds.js";
import { formatted } from "../booking/money.js";
import { OtherTabs } from "../booking/other-tabs.js";
import { PriceList } from "../booking/price-list.js";
import { plainWords, Problem, Unreachable } from "../booking/problem.js";
import { showingOn } from "../booking/showing.js";
import { api, checkoutPage } from "../booking/site.js";
import { announce } from "../booking/voice.js";
import { say } from "../words.js";
import { BeingPaid, Booking } from "./booking.js";
import { Choice } from "./choice.js";
import { Finder } from "./finder.js";
import { Loss } from "./loss.js";
import { OwnHold } from "./own-hold.js";
import { PageStatus } from "./page-status.js";
import { Room } from "./room.js";
import { RoomView } from "./room-view.js";
import { SeatStates } from "./seat-states.js";
import { inWords } from "./seat-words.js";
import { Summary } from "./summary.js";
import { SeatWatcher } from "./watcher.js";

const showing = showingOn(document);
const room = new Room(await (await fetch(showing.layout)).json());
const prices = new PriceList(showing);
const closed = [...room.seats.values()].filter(({ priceCategory }) => !prices.sells(priceCategory));
const states = new SeatStates(closed.map(({ label }) => label));
const choice = new Choice(room, prices);
const booking = new Booking(api, showing.id);
const isFree = (/** @type {Seat} */ { label }) => states.of(label) === "available";
const loss = new Loss(room, choice, isFree);
const status = new PageStatus();
const tabs = new OtherTabs({ onPaid: order => ownHold.paid(order), onChange: lookAgain });
const ownHold = new OwnHold({
  booking, choice, states, status, tabs, timeZone: showing.theater.timeZone, onGivenBack, onRefuse,
});
const view = new RoomView(byId("seat-map"), { room, prices, states, choice, onRefuse });
const finder = new Finder({ room, prices, states, isFree, onFound });
const summary = new Summary(byId("choice"), { choice, companion, onContinue: goOn });
const watcher = new SeatWatcher(api, showing.id, { onSeats, onChange, onFailure });

const away = say("seats.away");
/** For so long an answer may be on its way to the tab that has asked, in milliseconds. */
const headStart = 3000;
let isBusy = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;
/** @param {SeatStatus} seats @param {WayToKnow} way */
async function onSeats(seats, way) {
  byId("seat-map").dataset.connection = way;
  states.take(seats);
  if (seats.seatsPerHold) limit(seats.seatsPerHold);
  const isBack = status.cause === "unreachable";
  status.end("unreachable");
  status.end("problem");
  if (isBack) await ownHold.restore();
  await settle();
}

/** @param {number} most how many seats one hold may have */
function limit(most) {
  if (most === choice.most) return;
  const tooMany = choice.limit(most);
  finder.limit(most);
  summary.refresh();
  if (tooMany.length > 0) onRefuse(say("seats.choice.full", { count: most }));
}

/** @param {SeatChange} change */
function onChange(change) {
  states.change(change);
  // In a busy room many come at a time.
  settling ??= setTimeout(settle, 50);
}

/** @param {unknown} error */
function onFailure(error) {
  byId("seat-map").dataset.connection = "none";
  if (error instanceof Unreachable) {
    return status.show("unreachable", away, { warning: true });
  }
  status.show("problem", plainWords(error), { warning: true });
  if (error instanceof Problem && error.code === "unknown_showtime") watcher.pause();
}

/** Draws what is now known, after it has taken out of the choice what someone else has. */
async function settle() {
  clearTimeout(settling);
  settling = undefined;
  // While our own hold is under way, its seats are told as held to us too.
  if (!isBusy) {
    if (states.isOwnHoldOver) await ownHold.restore();
    const taken = choice.seats.map(({ seat }) => seat).filter(seat => !isFree(seat));
    if (taken.length > 0) {
      loss.lose(taken);
      announce(`${loss.notice?.sentence} ${tally()}`);
    }
    if (loss.notice) summary.showNotice(loss.notice);
  }
  view.refresh();
  summary.refresh();
}

const tally = () => {
  const { size, total } = choice;
  if (!total) return say("seats.noneChosen");
  return choice.isLimited ? say("seats.tally", { size, count: choice.most, total: formatted(total) }) : say("seats.count", { count: size });
};

/** @param {string} sentence */
function onRefuse(sentence) {
  announce(sentence);
  summary.showNotice({ sentence });
}

/** @param {Seat[]} seats */
function onFound(seats) {
  const tickets = choice.seats.map(({ ticketType }) => ticketType);
  choice.replace(seats.map((seat, index) => ({ seat, ticketType: tickets[index] })));
  view.reveal(seats);
  announce(say("seats.found", { seats: inWords(seats), tally: tally() }));
}

/**
 * The free companion seat beside a chosen wheelchair space.
 * @param {Seat} seat
 */
function companion(seat) {
  if (seat.kind !== "wheelchair" || choice.isFull) return undefined;
  const beside = room.neighbours(seat).filter(({ kind }) => kind === "companion");
  return beside.some(({ label }) => choice.has(label)) ? undefined : beside.find(isFree);
}

/** Another tab of this browser has done something with its seats. */
async function lookAgain() {
  await ownHold.restore();
  if (!isBusy) await settle();
}

/** The page before this one was left, or another tab ended, before it knew whether it has the seats. */
async function resume() {
  if (isBusy) return;
  await booking.resume().catch(ignoreUnreachable);
  await lookAgain();
}

/** @param {unknown} error */
function ignoreUnreachable(error) {
  if (!(error instanceof Unreachable)) throw error;
}

async function goOn() {
  if (isBusy || choice.size === 0) return;
  setBusy(true);
  loss.forget();
  summary.showNotice(undefined);
  states.own([...booking.seats, ...choice.request.map(({ seat }) => seat)]);
  try {
    const before = booking.own?.id;
    const hold = await booking.hold(choice.request);
    if (before && before !== hold.id) tabs.tellChange();
    location.assign(checkoutPage(hold.id));
  } catch (error) {
    setBusy(false);
    // Without an answer nobody knows whether the seats are held for us: the next try will tell.
    if (!(error instanceof Unreachable)) states.own(booking.seats);
    if (error instanceof Problem && error.code === "seats_unavailable") states.lose(error.members.seats ?? []);
    else if (error instanceof BeingPaid) onRefuse(say("seats.beingPaid"));
    else onRefuse(plainWords(error));
    settle();
  }
}

/** @param {boolean} isNow */
function setBusy(isNow) {
  isBusy = isNow;
  summary.setBusy(isNow);
}

function onGivenBack() {
  announce(say("seats.hold.onSaleAgain"));
  watcher.start();
}

choice.addEventListener("change", () => {
  loss.forget();
  finder.clear();
  status.end("over");
  summary.showNotice(undefined);
  ownHold.refresh();
  summary.refresh();
  view.refresh();
  announce(tally());
});

addEventListener("pagehide", () => watcher.pause());
addEventListener("pageshow", async event => {
  if (!event.persisted) return;
  setBusy(false);
  await ownHold.restore();
  watcher.start();
});

onHoldsChange(lookAgain);
if (!canKeep()) byId("choice").append(element("p", { className: "soft keeps-nothing" }, say("seats.keepsNothing")));
byId("seat-map").before(finder.element);
byId("room-plan").hidden = true;
await ownHold.restore();
watcher.start();
if (keptWish(showing.id)) setTimeout(resume, headStart);
