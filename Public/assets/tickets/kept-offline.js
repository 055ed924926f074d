// @ts-check
/** @import {Order} from "../booking/types.js" */
import { isOrder } from "../booking/order-shape.js";
import { api, programmePage, ticketsPage } from "../booking/site.js";

/**
 * Keeps the tickets for when there is no network, as in many a cinema's cellar: the page itself with its assets, and
 * of this browser's orders the answers and the codes. Nothing else. `sw.js` answers from here.
 */

const page = new URL(ticketsPage("").replace("#", ""), location.href).href;
const worker = `${programmePage}sw.js`;
const caching = `marquee-tickets ${page}`;
const ordersCache = `${caching} orders`;
/** `…/assets/{hash}/`: one build of the site. */
const assets = new URL("../", import.meta.url).href;

/** Browsers have neither where a page is not on https. */
const isPossible = "serviceWorker" in navigator && "caches" in globalThis;

/**
 * @param {Order[]} orders as booking has just told them
 * @param {string[]} others ids of further orders of this browser: they stay kept as they are, and all else is let go
 * @returns {Promise<boolean>} whether all of it is kept now
 */
export async function keepOffline(orders, others) {
  if (!isPossible) return false;
  try {
    await navigator.serviceWorker.register(/** @type {string} */ (trusted(worker)), { scope: page });
    await Promise.all([keepPage(), keepOrders(orders, others)]);
    return true;
  } catch (error) {
    // Storage that is full or forbidden, or a network that has just gone: the tickets themselves are shown.
    console.info("The tickets are not kept offline:", error);
    return false;
  }
}

export async function forgetOffline() {
  if (isPossible) await caches.delete(ordersCache).catch(() => false);
}

/**
 * The page and its assets, complete or not at all. A page that was built anew meanwhile names assets that are not here;
 * it keeps itself when it is opened.
 */
async function keepPage() {
  const name = `${caching} page ${assets}`;
  if (await caches.has(name)) return;
  const answer = await fetch(page);
  if (!answer.ok || !(await answer.clone().text()).includes(new URL(assets).pathname)) return;
  const elements = document.querySelectorAll('link:is([rel="stylesheet"], [rel="modulepreload"], [rel="icon"]), script[src]');
  const links = [...elements].map(element => element.getAttribute("href") ?? element.getAttribute("src") ?? "");
  const files = links.map(link => new URL(link, location.href).href).filter(link => link.startsWith(assets));
  const cache = await caches.open(name);
  try {
    await cache.addAll([...new Set(files)]);
    await cache.put(page, answer);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  const older = (await caches.keys()).filter(other => other.startsWith(`${caching} page `) && other !== name);
  await Promise.all(older.map(other => caches.delete(other)));
}

/** @param {Order[]} orders @param {string[]} others */
async function keepOrders(orders, others) {
  const cache = await caches.open(ordersCache);
  const now = new Date().toISOString();
  for (const order of orders) {
    if (order.keptAt) continue;
    const json = JSON.stringify({ ...order, keptAt: now });
    await cache.put(api.orderURL(order.id), new Response(json, { headers: { "Content-Type": "application/json" } }));
  }
  for (const code of orders.flatMap(codes)) {
    if (!await cache.match(code, ignoring)) await cache.add(new Request(code, { mode: "cors", credentials: "omit" }));
  }
  const answers = await Promise.all(others.map(id => cache.match(api.orderURL(id), ignoring)));
  const othersKept = await Promise.all(answers.map(answer => answer?.json().catch(() => undefined)));
  const kept = [...orders, ...othersKept.filter(isOrder)];
  const urls = new Set(kept.flatMap(order => [api.orderURL(order.id), ...codes(order)]));
  for (const { url } of await cache.keys()) {
    if (!urls.has(url)) await cache.delete(url, ignoring);
  }
}

/** The API's answers name the origin that may read them as what they vary by; there is one only. */
const ignoring = { ignoreVary: true };

/** @param {Order} order */
const codes = ({ tickets }) => tickets.filter(({ status }) => status !== "void").map(({ png }) => api.url(png));

/**
 * Browsers with trusted types take the address of a worker only from a policy that the site's headers name; this one
 * lets a single address through.
 * @param {string} url
 */
function trusted(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy("marquee-tickets", {
    createScriptURL: (/** @type {string} */ address) => {
      if (address !== worker) throw new TypeError(`${address} is not the worker of the tickets`);
      return address;
    },
  });
  return policy.createScriptURL(url);
}

/** @type {any} */
let policy;
