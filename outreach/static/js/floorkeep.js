// Keeps floor mode's page and its files on this device as they are now, for when there is no network; pages of another
// account go, since a phone keeps those of one at a time. The worker answers from what is kept.
(async () => {
  const page = document.getElementById("floor");
  const { owner, event } = page.dataset;
  if (!navigator.serviceWorker || !self.caches) return;
  const whole = document.documentElement.cloneNode(true); // as it came: nothing on this phone only is drawn yet
  whole.querySelector("#notices")?.replaceChildren();
  const made = new Date(document.querySelector("#floor-status time").dateTime).toUTCString();
  const put = async (text, date) => {
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": page.dataset.policy, Date: date };
    const cache = await caches.open(`floor ${owner} ${event}`);
    await cache.put(location.pathname, new Response(text, { headers }));
    return cache;
  };
  const again = async () => { // what was sent stands on the page as it is now
    const answer = await fetch(location.pathname, { redirect: "manual" }).catch(() => null);
    if (answer?.ok && answer.headers.get("Groundwork-Floor") === owner) await put(await answer.text(), answer.headers.get("Date"));
  };
  let timer = 0;
  addEventListener("floor-sent", () => { clearTimeout(timer); timer = setTimeout(again, 1000); });
  try {
    await navigator.serviceWorker.register(`${location.pathname}/worker.js`, { scope: location.pathname });
    await floorStore.forget(`floor ${owner} `);
    const cache = await put(`<!doctype html>${whole.outerHTML}`, made);
    const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")];
    await cache.addAll(files.map((one) => one.href || one.src));
    page.dataset.kept = "1";
  } catch {} // without network what was kept before stays
})();
