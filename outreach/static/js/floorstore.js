// Floor mode's notes on this device until they are sent, and its kept pages. The page, the worker and the page before
// signing out share it. A note knows its owner ("user-workspace"): nobody else's are shown or sent.
self.floorStore = (() => {
  const opened = () => new Promise((done, fail) => {
    const asked = indexedDB.open("groundwork-floor", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("notes", { keyPath: "order", autoIncrement: true });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const work = async (mode, act) => {
    const base = await opened();
    try {
      return await new Promise((done, fail) => {
        const whole = base.transaction("notes", mode);
        const asked = act(whole.objectStore("notes"));
        whole.oncomplete = () => done(asked.result);
        whole.onerror = whole.onabort = () => fail(whole.error);
      });
    } finally {
      base.close();
    }
  };
  const put = (note) => work("readwrite", (notes) => notes.put(note));
  const remove = (note) => work("readwrite", (notes) => notes.delete(note.order));
  const all = async (whose) => (await work("readonly", (notes) => notes.getAll())).filter((one) => whose(one.owner));
  // The caches of kept pages, one for each event: "floor <owner> <event>". `but` is the beginning of those that stay.
  const forget = async (but = "") => {
    if (!self.caches) return;
    for (const name of await caches.keys()) {
      if (name.startsWith("floor ") && !(but && name.startsWith(but))) await caches.delete(name);
    }
  };
  return { put, remove, all, forget };
})();
