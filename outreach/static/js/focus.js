// Milestones: what comes with data-says is said in the page's one live region, and so is a notice that has no focus:
// what stands in a page from its beginning is not said by itself.
// Focus: an error summary gets it when the page opens, or else the notice of what was just done, unless the address
// names a place of the page; and when the focused element is replaced, the focus goes to the
// element of the same id, or to the heading of what came in its place.
(() => {
  const live = document.getElementById("live");
  const told = document.querySelector("#notices .notice");
  const first = document.querySelector("[data-focus]") || (location.hash ? null : told);
  if (told) told.tabIndex = -1;
  first?.focus();
  if (told && first !== told) setTimeout(() => { live.textContent = told.querySelector("p").textContent; }, 300);
  let last = document.activeElement;
  addEventListener("focusin", (event) => { last = event.target; });
  new MutationObserver((changes) => {
    const places = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeType === 1);
    const within = (wanted) => places.map((node) => (node.matches(wanted) ? node : node.querySelector(wanted))).find(Boolean);
    const words = within("[data-says]")?.dataset.says;
    if (words && words !== live.textContent) live.textContent = words;
    if (document.activeElement !== document.body || last.isConnected) return;
    const same = last.id && document.getElementById(last.id);
    const heading = within("h1, h2, h3");
    const next = within("[data-focus]") || same || heading;
    if (!next) return;
    if (next === heading) next.tabIndex = -1;
    next.focus();
  }).observe(document.body, { childList: true, subtree: true });
})();
