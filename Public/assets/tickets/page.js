// @ts-check
/** @import {Order} from "../booking/types.js" */
import { byId, element } from "../booking/elements.js";
import { forgetBuyer } from "../booking/kept-buyer.js";
import { factsOf, factsOfOrdered, forgetOrder, forgetOrders, keepOrder, keptOrder, keptOrders, onOrdersChange } from "../booking/kept-orders.js";
import { plainWords, Problem, Unreachable } from "../booking/problem.js";
import { showing as findShowing } from "../booking/showing.js";
import { api, idInFragment, programmePage } from "../booking/site.js";
import { announce, showStatus } from "../booking/voice.js";
import { say } from "../words.js";
import { forgetOffline, keepOffline } from "./kept-offline.js";
import { orderElement } from "./order.js";

const place = byId("tickets");
/** @type {ReturnType<typeof setTimeout> | undefined} */
let next;

/** Shows the order of the link, or else the orders paid in this browser. */
async function load() {
  clearTimeout(next);
  const linked = idInFragment();
  const ids = linked ? [linked] : keptOrders().map(({ id }) => id);
  if (ids.length === 0) return showNothing();
  const { orders, error } = await ask(ids);
  if (error) showStatus(plainWords(error), { warning: true });
  else showStatus("");
  if (error instanceof Unreachable) next = setTimeout(load, 3000);
  if (!error && orders.length === 0) return showNothing();
  if (orders.length === 0) return;
  const found = orders.map(({ id }) => keepOrder(id));
  await show(orders, !linked);
  byId("not-kept").hidden = !found.includes(false);
  const areKept = await keepOffline(orders, keptOrders().map(({ id }) => id));
  byId("kept-offline").hidden = !areKept;
}

function showNothing() {
  place.hidden = true;
  const link = element("a", { className: "button", href: programmePage }, say("checkout.programme"));
  showStatus(say("tickets.none"), { actions: [link] });
}

/**
 * The orders that can be had, newest first, and what stood in the way of the others. One that booking does not know any
 * more is forgotten, unless its own link was opened.
 * @param {string[]} ids
 */
async function ask(ids) {
  const answers = await Promise.allSettled(ids.map(id => api.order(id)));
  /** @type {Order[]} */
  const orders = [];
  /** @type {unknown} */
  let error;
  answers.forEach((answer, index) => {
    if (answer.status === "fulfilled") orders.push(answer.value);
    else if (!idInFragment() && answer.reason instanceof Problem && answer.reason.code === "unknown_order") forgetOrder(ids[index]);
    else error ??= answer.reason;
  });
  orders.sort((one, other) => (other.createdAt ?? "").localeCompare(one.createdAt ?? ""));
  return { orders, error };
}

/**
 * At once with what booking says of the showings, or what is kept of them; again if their pages say something else.
 * @param {Order[]} orders
 * @param {boolean} areAll
 */
async function show(orders, areAll) {
  const before = JSON.stringify(keptOrders());
  for (const { id, showing } of orders) if (showing) keepOrder(id, { showing: { ...addressOf(id, showing.theater), ...factsOfOrdered(showing) } });
  if (orders.every(({ id }) => keptOrder(id)?.showing)) draw(orders, areAll);
  await Promise.all(orders.filter(({ id, showing }) => !showing || !addressOf(id, showing.theater)).map(async ({ id, showtime, showing: ordered }) => {
    const showing = await findShowing(showtime);
    if (showing) keepOrder(id, { showing: { ...factsOf(showing), ...(ordered ? factsOfOrdered(ordered) : {}) } });
  }));
  if (place.hidden || JSON.stringify(keptOrders()) !== before) draw(orders, areAll);
}

/**
 * What is kept of the address, which only the showing's own page knows; a showing that was moved may have another.
 * @param {string} order @param {string} theater
 */
function addressOf(order, theater) {
  const kept = keptOrder(order)?.showing;
  return kept?.theater === theater && kept.address ? { address: kept.address } : undefined;
}

/** @param {Order[]} orders @param {boolean} areAll */
function draw(orders, areAll) {
  place.replaceChildren(
    ...orders.map(order => orderElement(order, keptOrder(order.id))),
    element("p", { id: "not-kept", className: "notice", hidden: true }, say("tickets.notKept")),
    element("p", { id: "kept-offline", className: "soft", hidden: true }, say("tickets.keptOffline")));
  if (areAll) place.append(forgetting());
  place.hidden = false;
}

/** On a computer that others use too. */
function forgetting() {
  const forget = element("button", { type: "button", className: "button button-quiet", onclick: async () => {
    forgetOrders();
    forgetBuyer();
    await forgetOffline();
    place.replaceChildren();
    load();
    announce(say("tickets.forgotten"));
  } }, say("tickets.forget"));
  return element("p", { className: "actions" }, forget);
}

addEventListener("hashchange", load);
addEventListener("online", load);
onOrdersChange(() => !idInFragment() && load());
load();
