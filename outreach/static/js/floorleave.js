// Before signing out: what only this phone has is sent first; what cannot be is asked about. Then its pages are removed.
(async () => {
  const { owner, user } = document.getElementById("floor-leave").dataset;
  const part = (name) => document.getElementById(`leave-${name}`);
  const mine = () => floorStore.all((one) => one.startsWith(`${user}-`));
  const leave = async () => {
    try {
      for (const note of await mine()) await floorStore.remove(note);
      await floorStore.forget();
      for (const one of (await navigator.serviceWorker?.getRegistrations()) || []) {
        if (/\/floor$/.test(one.scope)) await one.unregister();
      }
      part("form").elements.cleared.value = "1";
    } catch {} // then the server tells the browser to drop what it has
    part("form").submit();
  };
  const look = async () => {
    part("words").textContent = "Looking for notes that were not sent…";
    const state = await floorSend(owner);
    const left = await mine();
    if (!left.length) return leave();
    const notes = left.length === 1 ? "1 note is only on this phone" : `${left.length} notes are only on this phone`;
    const why = {
      waiting: "There is no network, or the server does not answer.",
      "signed-out": "You were signed out already: sign in to send them.",
      sent: "They could not be kept, or are of another workspace of yours: open it, and sign out from there.",
    }[state] || "Somebody else is signed in.";
    part("words").textContent = `${notes}. ${why}`;
    part("notes").replaceChildren(...left.map((note) => Object.assign(document.createElement("li"), {
      textContent: note.words || { met: "Met", not_met: "Not met" }[note.kind] || "A press that was taken back, or a promise",
    })));
    part("button").textContent = "Sign out and delete them";
    part("send").hidden = false;
  };
  part("form").addEventListener("submit", (it) => { it.preventDefault(); it.stopPropagation(); leave(); });
  part("send").addEventListener("click", look);
  try {
    await look();
  } catch {
    part("words").textContent = "This browser does not let us look for notes. Signing out removes what it keeps of this site.";
  }
})();
