// Keeps floor mode's page and its files on this device as they are now, for when there is no network; pages of another
// account go, since a phone keeps those of one at a time. The worker answers from what is kept.
(async () => {
  const page = document.getElementById("floor");
  const { owner, event } = page.dataset;
  if (!navigator.serviceWorker || !self.caches) return;
  try {
    await navigator.serviceWorker.register(`${location.pathname}/worker.js`, { scope: location.pathname });
    const answer = await fetch(location.pathname, { redirect: "manual" });
    if (!answer.ok || answer.headers.get("Groundwork-Floor") !== owner) return;
    await floorStore.forget(`floor ${owner} `);
    const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")];
    const cache = await caches.open(`floor ${owner} ${event}`);
    await cache.addAll(files.map((one) => one.href || one.src));
    await cache.put(location.pathname, answer);
    page.dataset.kept = "1";
  } catch {} // without network what was kept before stays
})();
