// Focus: an error summary gets it when the page opens; and when the focused element is replaced, the focus goes to the
// element of the same id, or to the heading of what came in its place.
(() => {
  document.querySelector("[data-focus]")?.focus();
  let last = document.body;
  addEventListener("focusin", (event) => { last = event.target; });
  new MutationObserver((changes) => {
    if (document.activeElement !== document.body || last.isConnected) return;
    const same = last.id && document.getElementById(last.id);
    const places = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeType === 1);
    const summary = places.map((node) => node.querySelector("[data-focus]")).find(Boolean);
    const heading = places.map((node) => (node.matches("h1, h2, h3") ? node : node.querySelector("h1, h2, h3"))).find(Boolean);
    const next = summary || same || heading;
    if (!next) return;
    if (next === heading) next.tabIndex = -1;
    next.focus();
  }).observe(document.body, { childList: true, subtree: true });
})();
