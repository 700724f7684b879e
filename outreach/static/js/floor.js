// Floor mode: a press or a note goes to the device first, is shown as "on this phone", and is sent when there is network.
(() => {
  const page = document.getElementById("floor");
  const { owner, event } = page.dataset;
  const status = document.getElementById("floor-status");
  const asOf = status.textContent;
  let sending = false;

  const say = async (state) => {
    const left = (await floorStore.all((one) => one === owner)).length;
    const there = `${left === 1 ? "1 note is" : `${left} notes are`} on this phone`;
    const words = {
      "signed-out": `You were signed out. ${there}; sign in to send them.`,
      "somebody-else": `${there}, of another account or workspace: open that one to send them.`,
      waiting: `${there}, not sent yet. They are sent when there is network.`,
      sent: left ? `${there} and could not be kept. The reason stands beside each.` : "",
    }[left ? state : "sent"];
    status.textContent = `${words} ${navigator.onLine ? "" : "No network. "}${asOf}`.trim();
    document.getElementById("floor-sign-in").hidden = !left || state !== "signed-out";
  };
  const sync = async () => {
    if (sending) return;
    sending = true;
    const state = await floorSend(owner);
    sending = false;
    await say(state);
    if (state === "waiting") navigator.serviceWorker?.ready.then((one) => one.sync?.register(`floor ${owner}`)).catch(() => {});
  };
  const keep = async (form, kind, more) => {
    const digits = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0"));
    const number = (name) => Number(form.elements[name]?.value) || null;
    await floorStore.put({
      owner, event, kind, key: digits.join(""), noted_at: new Date().toISOString(), words: "",
      appearance: number("appearance"), person: number("person"), ...more,
    });
    await floorDraw(owner, event);
    await say("waiting");
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
