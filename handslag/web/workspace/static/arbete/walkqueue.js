// What waits on the device from a safety walk: notes that are ready, and what stands in
// the form of each stop. Used by the page, by the service worker, and when someone signs
// out. A note keeps its keys: however often it is sent, it is received once.
(() => {
  "use strict";

  const NAME = "handslag-walk";
  const PATIENCE = 30000; // milliseconds for an answer
  const MOST = 429;

  let opened = null;
  const open = () => {
    opened ??= new Promise((resolve, reject) => {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("notes", { keyPath: "key" });
        asked.result.createObjectStore("stops", { keyPath: "id" });
      };
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close();
        resolve(asked.result);
      };
      asked.onerror = () => reject(asked.error);
      asked.onblocked = () => reject(new Error("blocked"));
    });
    opened.catch(() => (opened = null));
    return opened;
  };

  // Resolves when it is on the disk, not before.
  const use = async (store, mode, deed) => {
    const database = await open();
    return new Promise((resolve, reject) => {
      const all = database.transaction(store, mode, { durability: "strict" });
      const asked = deed(all.objectStore(store));
      all.oncomplete = () => resolve(asked.result);
      all.onabort = all.onerror = () => reject(all.error);
    });
  };
  const put = (note) => use("notes", "readwrite", (store) => store.put(note));
  const get = (key) => use("notes", "readonly", (store) => store.get(key));
  const remove = (key) => use("notes", "readwrite", (store) => store.delete(key));
  const every = async () => {
    const notes = await use("notes", "readonly", (store) => store.getAll());
    return notes.sort((a, b) => a.at - b.at);
  };
  const draft = (id) => use("stops", "readonly", (store) => store.get(id));
  const keep = (stop) => use("stops", "readwrite", (store) => store.put(stop));
  const drafts = () => use("stops", "readonly", (store) => store.getAll());

  // One at a time, in all windows and in the service worker.
  const alone = (deed) => (navigator.locks ? navigator.locks.request(NAME, deed) : deed());

  const tell = () => {
    if (!("BroadcastChannel" in self)) return;
    const channel = new BroadcastChannel(NAME);
    channel.postMessage("changed");
    channel.close();
  };

  const ask = async (address, how = {}) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      return await fetch(address, {
        credentials: "same-origin",
        redirect: "manual",
        cache: "no-store",
        signal: stop.signal,
        ...how,
        headers: { Accept: "application/json", ...how.headers },
      });
    } finally {
      clearTimeout(timer);
    }
  };
  const isSignedOut = (answer) => answer.type === "opaqueredirect" || answer.redirected;
  const isJson = (answer) => (answer.headers.get("Content-Type") ?? "").startsWith("application/json");

  // What came of an attempt. Throws when it must be tried again.
  const sendOne = async (note, token) => {
    // Written down before it leaves: from now on it may have come through.
    await put({ ...note, tries: (note.tries ?? 0) + 1 });
    const body = new FormData();
    for (const [name, value] of note.said) body.append(name, value);
    if (note.photo) body.append("photo", new Blob([note.photo.bytes], { type: note.photo.type }), "bild.jpg");
    const answer = await ask(note.send, { method: "POST", body, headers: { "X-CSRFToken": token } });
    if (isSignedOut(answer)) return "signed_out";
    const isGone = answer.status === 403 || answer.status === 404;
    if (!isGone && (answer.status >= 500 || answer.status === MOST || !isJson(answer))) {
      throw new Error(`later: ${answer.status}`);
    }
    if (answer.ok) {
      await remove(note.key);
      return "taken";
    }
    // Nothing is thrown away: whoever wrote it decides.
    const sentence = isJson(answer) ? (await answer.json()).sentence : "";
    await put({ ...note, state: "refused", sentence });
    return "refused";
  };

  // Sends what waits for whoever is signed in now. Throws when there is no coverage.
  const send = (state) =>
    alone(async () => {
      const waiting = (await every()).filter((note) => note.state === "waiting");
      if (!waiting.length) return "nothing";
      const answer = await ask(state);
      if (isSignedOut(answer)) return "signed_out";
      if (!answer.ok || !isJson(answer)) throw new Error(`later: ${answer.status}`);
      const { person, token } = await answer.json();
      for (const { key } of waiting.filter((note) => note.person === person)) {
        const note = await get(key); // it may have been opened or removed meanwhile
        if (note?.state !== "waiting") continue;
        const outcome = await sendOne(note, token);
        tell();
        if (outcome === "signed_out") return outcome;
      }
      return "taken";
    });

  // Takes a note out of the queue to change it. Waits for a sending that is under way.
  const take = (key) =>
    alone(async () => {
      const note = await get(key);
      if (note) await remove(key);
      return note ?? null;
    });

  const forget = async () => {
    (await opened?.catch(() => null))?.close();
    opened = null;
    await new Promise((resolve) => {
      const asked = indexedDB.deleteDatabase(NAME);
      asked.onsuccess = asked.onerror = asked.onblocked = () => resolve();
    });
    if (!("caches" in self)) return;
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(NAME)).map((name) => caches.delete(name)));
  };

  self.handslagWalks = { NAME, put, remove, every, draft, drafts, keep, send, take, tell, forget };
})();
