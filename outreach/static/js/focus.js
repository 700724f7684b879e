// Says data-says, and notices unfocused, in the live region. Focuses an error summary, or the notice where the
// address names no place; for what is replaced, its namesake or the new heading.
(() => {
  const live = document.getElementById("live");
  const say = (words) => { if (words && words !== live.textContent) live.textContent = words; };
  const told = document.querySelector("#notices .notice");
  const first = document.querySelector("[data-focus]") || (location.hash ? null : told);
  first?.focus();
  if (first !== told) setTimeout(() => say(told?.querySelector("p").textContent), 300);
  let last = document.activeElement;
  addEventListener("focusin", (it) => { last = it.target; });
  new MutationObserver((changes) => {
    const places = changes.flatMap((it) => [...it.addedNodes]).filter((it) => it.matches);
    const within = (css) => places.map((it) => (it.matches(css) ? it : it.querySelector(css))).find(Boolean);
    say(within("[data-says]")?.dataset.says);
    if (document.activeElement !== document.body || last.isConnected) return;
    const heading = within("h1, h2, h3");
    if (heading) heading.tabIndex = -1;
    (within("[data-focus]") || (last.id && document.getElementById(last.id)) || heading)?.focus();
  }).observe(document.body, { childList: true, subtree: true });
})();
