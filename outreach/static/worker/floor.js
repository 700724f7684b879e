// Keeps floor mode open without network: answers the address of one event's page and that page's own files, nothing else.
importScripts("/static/js/floorstore.js", "/static/js/floorsend.js");
const OLDEST = 14 * 24 * 3_600_000; // milliseconds after which cards are dropped
const PATIENCE = 5_000; // milliseconds that a network which does not answer is waited for
const here = new URL(registration.scope).pathname;

const dropOld = async () => {
  for (const name of await caches.keys()) {
    if (!name.startsWith("floor ")) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!new URL(request.url).pathname.endsWith("/floor")) continue;
      const made = Date.parse((await cache.match(request)).headers.get("Date"));
      if (!(Date.now() - made < OLDEST)) await caches.delete(name);
    }
  }
};
const GONE = `There is no network, and the cards are not on this phone: they were older than 14 days, or were removed when
somebody signed out. Notes that were not sent are still here; open this page again with network, and they are sent.`;

const page = async (request) => {
  const asked = fetch(request);
  const slow = new Promise((done) => { setTimeout(done, PATIENCE); });
  const answer = await Promise.race([asked, slow]).catch(() => null);
  if (answer && answer.status < 500) {
    if (!answer.ok) await floorStore.forget(); // signed out, or the event is gone
    return answer;
  }
  await dropOld();
  const kept = await caches.match(here, { ignoreVary: true });
  const words = { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } };
  return kept || asked.catch(() => new Response(GONE, words));
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(dropOld().then(() => clients.claim())));
addEventListener("sync", (event) => {
  if (event.tag.startsWith("floor ")) event.waitUntil(floorSend(event.tag.slice(6)));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && pathname === here) event.respondWith(page(request));
  else if (pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept || fetch(request)));
  }
});
