// Shows in floor mode what is on this phone only, and what was sent since the page was opened.
self.floorDraw = (() => {
  const WORDS = { met: "Met", not_met: "Not met", promised: "You promised", they_promised: "They promised", note: "Noted" };
  const sent = new Map(); // key -> the note and what was answered
  const make = (name, textContent, className = "") => Object.assign(document.createElement(name), { textContent, className });
  const time = (at) => new Date(at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });

  const button = (words, about, press) => {
    const made = make("button", words, "button low");
    made.append(make("span", `: ${about}`, "unseen"));
    made.addEventListener("click", press);
    return made;
  };
  const line = (note, told, owner, event) => {
    const made = make("li", "");
    made.dataset.mine = note.key;
    const text = [WORDS[note.kind], note.words].filter(Boolean).join(": ");
    const state = told ? told.words || "sent" : note.refused ? `not kept: ${note.refused}` : "on this phone, not sent yet";
    const row = make("div", "", "actions");
    row.append(make("span", `${time(note.noted_at)} · ${state}`, "small soft"));
    row.append(button(note.refused ? "Delete from this phone" : "Take back", text, async () => {
      if (note.tried && !note.refused) {
        await floorStore.put({ owner, event: note.event, kind: "undo", undoes: note.key, key: `undo-${note.key}` });
      } else await floorStore.remove(note);
      await self.floorDraw(owner, event);
      dispatchEvent(new Event("focus"));
    }));
    made.append(make("p", text, "wrap"), row);
    return made;
  };
  return async (owner, event, answered) => {
    if (answered) sent.set(answered.note.key, answered);
    const mine = (await floorStore.all((one) => one === owner)).filter((note) => note.event === event);
    const each = (what, act) => document.querySelectorAll(what).forEach(act);
    const undone = new Set([...mine, ...[...sent.values()].map((one) => one.note)].map((note) => note.undoes));
    each("[data-mine]", (one) => one.remove());
    each("li[data-key]", (one) => { one.hidden = undone.has(one.dataset.key); });
    each("[data-outcome]", (one) => { one.textContent = one.dataset.was ??= one.textContent; });
    const over = [...sent.values()].filter(({ told }) => told.state !== "refused");
    for (const { note, told } of [...over, ...mine.map((one) => ({ note: one }))]) {
      if (note.kind === "undo" || undone.has(note.key)) continue;
      const list = document.querySelector(`[data-notes="${note.appearance ?? ""}"]`) || document.querySelector("[data-notes='']");
      if (!list.querySelector(`[data-key="${note.key}"]`)) list.append(line({ ...note, tried: note.tried || !!told }, told, owner, event));
      const place = document.querySelector(`[data-outcome="${note.appearance}"]`);
      if (place && note.kind !== "note") place.textContent = note.kind === "not_met" ? "Not met" : "Met";
    }
  };
})();
