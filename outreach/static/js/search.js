// Search: "/" or Ctrl K opens the dialog; arrows move in the list, Enter opens, Esc closes and gives the focus back.
(() => {
  const dialog = document.getElementById("search");
  if (!dialog) return;
  const input = dialog.querySelector("input");
  const list = document.getElementById("search-results");
  const options = () => [...list.querySelectorAll("[role=option]")];
  let before = null;

  const mark = (option) => {
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const open = (option) => option && location.assign(option.dataset.address);
  const show = () => {
    if (dialog.open) return;
    before = document.activeElement;
    dialog.showModal();
    input.select();
  };

  addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens=search]");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show();
  });
  addEventListener("keydown", (event) => {
    const letters = document.body.dataset.keys !== "off" && !event.target.closest("input, textarea, select, dialog");
    const slash = event.key === "/" && letters && !event.ctrlKey && !event.metaKey && !event.altKey;
    const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!slash && !chord) return;
    event.preventDefault();
    show();
  });
  dialog.addEventListener("close", () => before && before.focus());
  list.addEventListener("click", (event) => open(event.target.closest("[role=option]")));
  input.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (all.length) mark(all[(at + step + all.length + (at < 0 && step < 0 ? 1 : 0)) % all.length]);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      open(all[at]);
    } else if (event.key === "Escape") {
      event.preventDefault(); // else a field of this kind only empties itself
      dialog.close();
    }
  });
  new MutationObserver(() => {
    input.setAttribute("aria-expanded", String(options().length > 0));
    mark(null);
  }).observe(list, { childList: true });
})();
