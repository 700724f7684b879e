// Floor mode: a press or a note goes to the device first, is shown as "on this phone", and is sent when there is network.
(() => {
  const page = document.getElementById("floor");
  const { owner, event } = page.dataset;
  let sending = false;
  let more = false; // noted while others were sent
  let last = ""; // a button that is pressed twice at once is pressed once

  const sync = async () => {
    more = true;
    if (sending) return;
    sending = true;
    let state = "";
    while (more) {
      more = false;
      state = await floorSend(owner);
    }
    sending = false;
    await floorSay(owner, state);
    if (state === "waiting") navigator.serviceWorker?.ready.then((one) => one.sync?.register(`floor ${owner}`)).catch(() => {});
  };
  const keep = async (form, kind, told) => {
    const digits = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0"));
    const number = (name) => Number(form.elements[name]?.value) || null;
    await floorStore.put({
      owner, event, kind, key: digits.join(""), noted_at: new Date().toISOString(), words: "",
      appearance: number("appearance"), person: number("person"), ...told,
    });
    await floorDraw(owner, event);
    await floorSay(owner, "waiting");
    sync();
  };

  document.addEventListener("submit", async (it) => {
    const form = it.target;
    const takes = form.dataset.takesBack;
    if (form.dataset.plain || !(takes || form.hasAttribute("data-floor"))) return;
    it.preventDefault();
    const kind = takes ? "undo" : it.submitter?.value || "note";
    const words = takes ? "" : form.elements.words.value.trim();
    if (kind === "note" && !words) return form.elements.words.focus();
    const pressed = [kind, takes, form.elements.appearance?.value].join();
    if (pressed === last) return;
    last = pressed;
    setTimeout(() => { last = ""; }, 1500);
    try {
      if (!takes) form.elements.words.value = "";
      await keep(form, kind, { words, undoes: takes || "" });
    } catch { // nothing can be stored on this device: as without script
      if (!takes) form.elements.words.value = words;
      form.dataset.plain = "1";
      form.requestSubmit(it.submitter);
    }
  });

  ["load", "online", "offline", "focus"].forEach((when) => addEventListener(when, sync));
  addEventListener("floor-sent", (it) => floorDraw(owner, event, it));
  setInterval(sync, 30_000);
  floorDraw(owner, event);
})();
