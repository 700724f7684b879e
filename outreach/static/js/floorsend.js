// Sends what this device has of one owner, in order; each note is known by its key, so that sent twice it is kept once.
// Tells `floor-sent` of each that has its answer. One that is refused stays here with the reason.
self.floorSend = (() => {
  const isOut = (answer) => answer.type === "opaqueredirect" || answer.status === 401;

  const post = async (run, token) => {
    for (const note of run) if (!note.tried) await floorStore.put({ ...note, tried: true });
    const answer = await fetch(`/events/${run[0].event}/floor/notes`, {
      method: "POST", redirect: "manual", signal: AbortSignal.timeout(30_000), headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ sent_at: new Date().toISOString(), notes: run }),
    });
    if (isOut(answer)) return "signed-out";
    const gone = answer.status === 404 && run.map(({ key }) => ({ key, state: "refused", words: "The event is gone." }));
    if (!answer.ok && !gone) return "waiting";
    for (const told of gone || (await answer.json()).notes) {
      const note = run.find((one) => one.key === told.key);
      if (!note) continue;
      if (told.state === "refused") await floorStore.put({ ...note, tried: true, refused: told.words });
      else await floorStore.remove(note);
      self.dispatchEvent(Object.assign(new Event("floor-sent"), { note, told }));
    }
    return "sent";
  };
  // Comes to "sent", "waiting" (no network, or no right to), "signed-out" or "somebody-else".
  return async (owner) => {
    try {
      const left = (await floorStore.all((one) => one === owner)).filter((note) => !note.refused);
      if (!left.length) return "sent";
      const asked = await fetch("/events/floor/token", { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(15_000) });
      if (isOut(asked)) return "signed-out";
      if (!asked.ok) return "waiting";
      const here = await asked.json();
      if (here.owner !== owner) return "somebody-else";
      while (left.length) {
        const other = left.findIndex((note) => note.event !== left[0].event);
        const became = await post(left.splice(0, Math.min(other < 0 ? left.length : other, 200)), here.token);
        if (became !== "sent") return became;
      }
      return "sent";
    } catch {
      return "waiting";
    }
  };
})();
