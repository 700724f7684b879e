// Keys: g and a letter go to a place, j k l work on rows, Ctrl Enter sends a form, ? lists them all. Single letters work
// only outside fields, and not at all where <body data-keys="off">. Also uncovers what works only with script.
(() => {
  const keys = document.getElementById("keys");
  let afterG = false;
  document.querySelectorAll("[data-needs-script]").forEach((one) => { one.hidden = false; });
  addEventListener("click", (event) => {
    if (keys && event.target.closest("[data-opens=keys]")) keys.showModal();
  });

  const row = () => document.activeElement.closest("[data-row]");
  const move = (step) => {
    const rows = [...document.querySelectorAll("[data-row]")];
    if (!rows.length) return;
    const at = rows.indexOf(row());
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    next.querySelector("a, button").focus();
  };
  const pressed = {
    j: () => move(1),
    k: () => move(-1),
    l: () => row()?.querySelector("[data-later], [data-later] button")?.click(),
    "?": () => keys?.showModal(),
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.target.closest("form")?.requestSubmit();
      return;
    }
    if (document.body.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    if (afterG) {
      afterG = false;
      const place = document.querySelector(`.places [data-key="${CSS.escape(event.key)}"]`);
      if (place) location.assign(place.href);
      return;
    }
    afterG = event.key === "g";
    if (Object.hasOwn(pressed, event.key)) {
      event.preventDefault();
      pressed[event.key]();
    }
  });
})();
