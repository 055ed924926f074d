// @ts-check
/** @import {Hold} from "../booking/types.js" */
import { newIdempotencyKey } from "../booking/api.js";
import { byId, element } from "../booking/elements.js";
import { forgetHold, keepHold, keptHold } from "../booking/kept-hold.js";
import { keepOrder } from "../booking/kept-orders.js";
import { formatted } from "../booking/price-list.js";
import { endsHold, plainWords, Problem, Unreachable } from "../booking/problem.js";
import { release } from "../booking/release.js";
import { showing as findShowing } from "../booking/showing.js";
import { api, idInFragment, programmePage, seatPage, ticketsPage } from "../booking/site.js";
import { announce, showStatus } from "../booking/voice.js";
import { Countdown, inWords } from "./countdown.js";
import { decline } from "./declines.js";
import { showOrder } from "./order-summary.js";
import { PaymentForm } from "./payment-form.js";

const form = new PaymentForm(pay);
const countdown = new Countdown({ onSecond, onWarning, onEnd });
/** @type {Hold} */
let hold;
let isBusy = false;
/** The key of a payment that got no answer, to be used again for the same payment. */
let attempt = { request: "", key: "" };

/** Shows the hold of this page, however often the API has to be asked for it. */
async function load() {
  const id = idInFragment() || keptHold()?.id;
  if (!id) return close("There is nothing to pay for. Choose a showing and your seats first.");
  try {
    hold = await api.keptHold(id);
  } catch (error) {
    return endsHold(error) ? leave(error) : loadLater(error);
  }
  keepHold(hold);
  showStatus("");
  form.setButton(formatted(hold.total), isBusy);
  showOrder(hold, undefined);
  countdown.start(hold.expiresAt);
  byId("checkout").hidden = false;
  const showing = await findShowing(hold.showtime);
  if (showing) showOrder(hold, showing);
}

/** @param {unknown} error */
function loadLater(error) {
  showStatus(`${plainWords(error)} This page tries again by itself.`, { warning: true });
  setTimeout(load, 3000);
}

async function pay() {
  if (isBusy) return;
  const { payment, faults } = form.read();
  form.show(faults.length === 1 ? "Please check one thing" : `Please check ${faults.length} things`, faults);
  if (!payment) return;
  setBusy(true);
  const request = JSON.stringify(payment);
  if (attempt.request !== request) attempt = { request, key: newIdempotencyKey() };
  try {
    const answer = await api.pay(hold.id, payment, attempt.key);
    if ("order" in answer) return succeed(answer.order.id);
    location.assign(api.url(answer.nextAction.url));
  } catch (error) {
    setBusy(false);
    fail(error);
  }
}

/** @param {string} order */
function succeed(order) {
  countdown.stop();
  keepOrder(order);
  forgetHold();
  // The paid hold is no place to go back to.
  location.replace(ticketsPage(order));
}

/** @param {unknown} error */
function fail(error) {
  if (error instanceof Unreachable) {
    return form.show("No answer yet", [{ field: "number", sentence: "Booking did not answer, so we cannot tell yet whether you have paid. Press Pay again: it is never charged twice." }]);
  }
  // An answer ends the attempt; the next one, even with the same card, is a new payment.
  attempt.request = "";
  if (!(error instanceof Problem)) throw error;
  if (error.code === "payment_declined") {
    return form.show("The payment was declined", [decline(error.members.declineCode)]);
  }
  if (endsHold(error)) return leave(error);
  form.show("The payment did not go through", [{ field: "number", sentence: plainWords(error) }]);
}

/**
 * The hold is over, one way or the other.
 * @param {Problem} end
 */
function leave(end) {
  if (end.members.order) return succeed(end.members.order);
  close(plainWords(end));
}

/** @param {string} sentence */
function close(sentence) {
  countdown.stop();
  const showtime = hold?.showtime ?? keptHold()?.showtime;
  forgetHold();
  byId("checkout").hidden = true;
  const link = showtime
    ? element("a", { className: "button", href: seatPage(showtime) }, "Choose seats again")
    : element("a", { className: "button", href: programmePage }, "See the programme");
  showStatus(sentence, { warning: true, actions: [link] });
  link.focus();
}

/** @param {boolean} busy */
function setBusy(busy) {
  isBusy = busy;
  form.setButton(formatted(hold.total), busy);
}

async function extend() {
  try {
    hold = await api.extend(hold.id);
    countdown.start(hold.expiresAt);
    announce("Your seats are kept longer.");
  } catch (error) {
    if (endsHold(error)) return leave(error);
    if (error instanceof Problem && error.code === "extension_limit") byId("extend").hidden = true;
    showStatus(plainWords(error), { warning: true });
  }
}

async function giveBack() {
  await release(hold.id);
  location.assign(seatPage(hold.showtime));
}

/** @param {number} left */
function onSecond(left) {
  byId("time-left").textContent = inWords(left);
  byId("countdown").classList.toggle("is-short", left <= 120);
}

/** @param {number} left */
function onWarning(left) {
  announce(`Your seats are kept for ${inWords(left)} more. The button “Give me more time” keeps them longer.`);
}

/** The buyer's clock may be wrong, and the hold may have been extended in another tab: the API knows. */
function onEnd() {
  if (!isBusy) setTimeout(load, 2000);
}

byId("extend").addEventListener("click", extend);
byId("release").addEventListener("click", giveBack);
addEventListener("hashchange", load);
addEventListener("pageshow", event => event.persisted && load());
load();
