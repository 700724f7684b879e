// The draft editor: its form is sent ("save") 600 ms after typing stops, every five seconds while it goes on, and when one
// leaves; never twice at once. What comes back fills its places on the page (data-fills), and a fact that was put in
// (data-inserts) goes to the cursor. Ctrl S saves at once. Articles are written with it, too.
(() => {
  const form = document.getElementById("draft");
  const beside = document.getElementById("beside");
  if (!form || !beside) return;
  let since = 0; // the first change that is not sent yet
  let sent = 0; // when what has no answer yet was sent
  let failed = false;
  let timer = 0;

  const save = () => {
    clearTimeout(timer);
    if (Date.now() - sent < 10_000) {
      timer = setTimeout(save, 200);
      return;
    }
    since = 0;
    sent = Date.now();
    form.dispatchEvent(new Event("save"));
  };
  form.addEventListener("input", () => {
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(600, since + 5000 - Date.now())));
  });
  form.addEventListener("submit", () => { clearTimeout(timer); since = sent = 0; failed = false; });

  const answered = () => {
    sent = 0;
    failed = !beside.querySelector("[data-version]");
    beside.querySelectorAll("[data-fills]").forEach((one) => {
      if (one.dataset.version) form.elements.version.value = one.dataset.version;
      document.getElementById(one.dataset.fills).replaceChildren(...one.childNodes);
    });
  };
  new MutationObserver(answered).observe(beside, { childList: true });

  addEventListener("click", (event) => {
    if (!event.target.closest("[data-checks]")) return;
    event.preventDefault();
    save();
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save();
  });
  const more = document.getElementById("more-facts");
  if (more) new MutationObserver(() => {
    const words = more.querySelector("[data-inserts]")?.dataset.inserts;
    if (!words) return;
    const text = form.elements.body;
    const before = text.value[text.selectionStart - 1];
    text.setRangeText((before && !/\s/.test(before) ? " " : "") + words, text.selectionStart, text.selectionEnd, "end");
    text.focus();
    since ||= Date.now();
    save();
  }).observe(more, { childList: true });

  addEventListener("pagehide", () => {
    if (!since) return;
    const last = new FormData(form);
    last.append("leaves", "1"); // nobody reads the answer
    navigator.sendBeacon(form.action, last);
  });
  addEventListener("beforeunload", (event) => { if (failed) event.preventDefault(); });
})();
