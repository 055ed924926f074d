// @ts-check
/** @import {Hold} from "../booking/types.js" */
/** @import {PaymentStanding} from "./standing.js" */
import { byId, element } from "../booking/elements.js";
import { canKeep } from "../booking/kept.js";
import { keptBuyer } from "../booking/kept-buyer.js";
import { forgetHold, keepHold, keptHold, lastHold, markPaying } from "../booking/kept-holds.js";
import { keepOrder } from "../booking/kept-orders.js";
import { formatted } from "../booking/money.js";
import { OtherTabs } from "../booking/other-tabs.js";
import { endsHold, plainWords, Problem } from "../booking/problem.js";
import { release } from "../booking/release.js";
import { showing as findShowing } from "../booking/showing.js";
import { api, checkoutPage, idInFragment, programmePage, seatPage, ticketsPage } from "../booking/site.js";
import { announce, showStatus } from "../booking/voice.js";
import { say } from "../words.js";
import { Attempt } from "./attempt.js";
import { offerBankCheck } from "./bank-check.js";
import { EndedHold } from "./ended-hold.js";
import { KeepBar } from "./keep-bar.js";
import { showOrder } from "./order-summary.js";
import { PaymentForm } from "./payment-form.js";
import { canceled, declined, notReceived, refusal } from "./refusals.js";
import { standing } from "./standing.js";
import { watchWalkingAway } from "./walking-away.js";

const form = new PaymentForm(pay);
const bar = new KeepBar(() => api.now(), { onExtend: extend, onEnd });
const tabs = new OtherTabs({ onPaid: showTickets, onChange: load });
const attempt = new Attempt(api);
const ended = new EndedHold(api, bar, takeNewHold);
/** @type {Hold | undefined} */
let hold;
/** The hold that this page is about, whether it still lives or not. */
let id = "";
/** Whether a payment is being sent, or the browser is on its way to the bank's check. */
let isSending = false;
/** The bank's check that the buyer does not want to go on with. */
let unwantedCheck = "";
/** Counts what is under way, so that an answer that comes too late changes nothing. */
let turn = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let next;
/** Whether this page knows what the page before it has sent. */
const remembers = canKeep();

/** Shows how hold and payment of this page stand, however often the API has to be asked. */
async function load() {
  if (isSending) return lookAgain();
  const mine = ++turn;
  clearTimeout(next);
  id = idInFragment() || lastHold()?.id || "";
  if (!id) return close(say("checkout.nothing"));
  tabs.meet(id);
  try {
    const found = await standing(api, id);
    if (mine !== turn) return;
    if (found.payment?.status === "succeeded") return succeed(found.payment.order.id);
    if (!(found.hold instanceof Problem)) showHold(found.hold);
    else if (found.payment?.status !== "processing") return leave(found.hold);
    showPayment(found.payment);
  } catch (error) {
    if (mine !== turn) return;
    showStatus(`${plainWords(error)} ${say("checkout.triesAgain")}`, { warning: true });
    lookAgain();
  }
}

function lookAgain() {
  clearTimeout(next);
  // Not all who wait for a service that was away ask at once when it is back.
  next = setTimeout(load, 2000 + Math.random() * 2000);
}

/** @param {Hold} found */
function showHold(found) {
  const isNew = hold?.id !== found.id;
  hold = found;
  id = hold.id;
  keepHold(hold, api.timeLeft(hold));
  showStatus("");
  form.setButton(formatted(hold.total), false);
  bar.count(hold.expiresAt);
  byId("checkout").hidden = false;
  byId("payment").hidden = false;
  if (!isNew) return;
  bar.allowExtension(true);
  showOrder(hold, undefined);
  findShowing(hold.showtime).then(showing => showing && showOrder(found, showing));
}

/** @param {PaymentStanding} payment */
function showPayment(payment) {
  // Where nothing is kept, what became of a payment is told once too often rather than never.
  const isAwaited = keptHold(id)?.isPaying || (!remembers && payment !== undefined);
  switch (payment?.status) {
    case "requires_action": {
      const { url } = payment.nextAction;
      tabs.setPaying(true);
      return url !== unwantedCheck && offerBankCheck(api.url(url), () => { unwantedCheck = url; });
    }
    case "processing":
      if (hold) form.setButton(formatted(hold.total), true);
      showStatus(say("checkout.onItsWay"));
      return lookAgain();
  }
  endAttempt();
  if (!isAwaited) return;
  switch (payment?.status) {
    case "declined": return form.showRefusal(declined(payment.declineCode));
    case "refused": return form.showRefusal(refusal(payment.error));
    case "canceled": return form.showRefusal(canceled());
    default: return form.showRefusal(notReceived());
  }
}

async function pay() {
  if (isSending || !hold) return;
  if (bar.hasEnded) return bar.focus();
  const { payment, faults } = form.read();
  form.show(say("checkout.check", { count: faults.length }), faults);
  if (!payment) return;
  turn += 1;
  clearTimeout(next);
  showStatus("");
  isSending = true;
  form.setButton(formatted(hold.total), true);
  markPaying(id, true);
  tabs.setPaying(true);
  const returnUrl = new URL(checkoutPage(hold.id), location.href).href;
  try {
    const answer = await attempt.pay(hold.id, { ...payment, returnUrl }, onRetry);
    if ("order" in answer) return succeed(answer.order.id);
    if ("nextAction" in answer) return location.assign(api.url(answer.nextAction.url));
    isSending = false;
    load();
  } catch (error) {
    isSending = false;
    form.setButton(formatted(hold.total), false);
    showStatus("");
    fail(error);
  }
}

function onRetry() {
  showStatus(say("checkout.noAnswer"), { warning: true });
}

/** @param {unknown} error */
function fail(error) {
  if (endsHold(error)) return leave(error);
  form.showRefusal(refusal(error));
  if (attempt.isOpen) lookAgain();
  else endAttempt();
}

function endAttempt() {
  markPaying(id, false);
  tabs.setPaying(false);
}

/** @param {string} order */
function succeed(order) {
  tabs.tellPaid(order);
  tabs.setPaying(false);
  showTickets(order);
}

/** @param {string} order paid here or in another tab */
function showTickets(order) {
  turn += 1;
  bar.stop();
  const name = keptBuyer()?.name;
  keepOrder(order, name ? { name } : {});
  forgetHold(id);
  // The paid hold is no place to go back to.
  location.replace(ticketsPage(order));
}

/**
 * The hold is over, one way or the other. What was typed stays: the same seats may be kept once more.
 * @param {Problem} end
 */
function leave(end) {
  if (end.members.order) return succeed(end.members.order);
  const last = [hold, keptHold(id)].find(one => one?.id === id);
  endAttempt();
  if (!last) return close(plainWords(end));
  showStatus("");
  ended.offer(last, plainWords(end));
}

/** @param {Hold} anew for the same seats */
function takeNewHold(anew) {
  const hasOtherPrice = hold && hold.total.amount !== anew.total.amount;
  showHold(anew);
  tabs.meet(anew.id);
  history.replaceState(history.state, "", checkoutPage(anew.id));
  announce(hasOtherPrice ? say("checkout.keptAtOtherPrice", { total: formatted(anew.total) }) : say("checkout.keptAgain"));
  form.focus();
}

/** @param {string} sentence */
function close(sentence) {
  bar.hide();
  const showtime = keptHold(id)?.showtime;
  forgetHold(id);
  byId("checkout").hidden = true;
  const link = showtime
    ? element("a", { className: "button", href: seatPage(showtime) }, say("checkout.chooseAgain"))
    : element("a", { className: "button", href: programmePage }, say("checkout.programme"));
  showStatus(sentence, { warning: true, actions: [link] });
}

async function extend() {
  if (!hold) return;
  try {
    hold = await api.extend(hold.id);
    showStatus("");
    bar.extended(hold.expiresAt);
    tabs.tellChange();
  } catch (error) {
    if (endsHold(error)) return leave(error);
    if (error instanceof Problem && error.code === "extension_limit") return bar.allowExtension(false);
    showStatus(plainWords(error), { warning: true });
  }
}

async function giveBack() {
  if (!hold) return;
  if (isSending || tabs.arePaying) return showStatus(say("seats.hold.beingPaid"), { warning: true });
  await release(hold.id);
  tabs.tellChange();
  location.assign(seatPage(hold.showtime));
}

/** Never under a buyer who is paying: here, at the bank, or in another tab. */
function walkAway() {
  if (hold && !bar.hasEnded && !isSending && !keptHold(id)?.isPaying && !tabs.areOpen) api.abandon(hold.id);
}

/** The hold may have been extended in another tab, and clocks differ: the API knows. */
function onEnd() {
  clearTimeout(next);
  next = setTimeout(load, 1500);
}

byId("release").addEventListener("click", giveBack);
watchWalkingAway(() => hold ? [seatPage(hold.showtime)] : [], walkAway);
addEventListener("hashchange", load);
addEventListener("pageshow", event => {
  if (!event.persisted) return;
  isSending = false;
  load();
});
document.addEventListener("visibilitychange", () => !document.hidden && !bar.hasEnded && load());
load();
