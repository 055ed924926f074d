// @ts-check
/// <reference lib="webworker" />
/**
 * The service worker of the tickets page, and of no other: it answers what that page has kept, when the network does not.
 *
 * It keeps nothing itself. The page writes what belongs to its own orders into caches whose names begin as below (see
 * `assets/tickets/kept-offline.js`); whatever is not in them goes its way as if there were no worker. So it holds no
 * state, and a new version can take the place of an old one at any time.
 *
 * A classic script, because not every browser that runs modules runs them as a service worker.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const caching = `marquee-tickets ${worker.registration.scope}`;
/** How long a network that is there and does not answer is waited for, in milliseconds. */
const patience = 3000;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", event => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET") return;
  const { pathname } = new URL(request.url);
  if (request.mode === "navigate" || /\/v1\/orders\/[^/.]+$/.test(pathname)) event.respondWith(freshOrKept(request));
  else if (/\/assets\/[0-9a-f]+\/|\/v1\/tickets\/[^/]+\.png$/.test(pathname)) event.respondWith(keptOrFresh(request));
});

/**
 * What may be another today, as an order may be refunded: from the network if it answers soon.
 * @param {Request} request
 */
async function freshOrKept(request) {
  const kept = await find(request);
  if (!kept) return fetch(request);
  const fresh = fetch(request).then(response => (response.status < 500 ? response : kept), () => kept);
  const late = new Promise(resolve => setTimeout(resolve, patience, kept));
  return Promise.race([fresh, late]);
}

/**
 * What stays the same under its name: codes of tickets, and files whose address has a hash in it.
 * @param {Request} request
 */
async function keptOrFresh(request) {
  return await find(request) ?? fetch(request);
}

/**
 * In the newest of our caches that has it: all of them are of one page, which may have been built anew.
 * @param {Request} request
 */
async function find(request) {
  try {
    const names = (await caches.keys()).filter(name => name.startsWith(caching));
    for (const name of names.reverse()) {
      const cache = await caches.open(name);
      const found = await cache.match(request, { ignoreVary: true });
      if (found) return found;
    }
  } catch {
    // Storage that is broken or forbidden has nothing.
  }
  return undefined;
}
