// What waits on the device: reports that are ready, and the draft of each person who
// signs in here. Used by the page, by the service worker, and when someone signs out.
// A report keeps the key it got when it was written: however often it is sent, it is
// received once.
(() => {
  "use strict";

  const NAME = "handslag-report";
  const DAY = 24 * 60 * 60 * 1000;
  const OLD = 14 * DAY; // what someone else left here is then removed
  const PATIENCE = 30000; // milliseconds for an answer
  const MOST = 429;

  let opened = null;
  const open = () => {
    opened ??= new Promise((resolve, reject) => {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("queue", { keyPath: "key" });
        asked.result.createObjectStore("drafts", { keyPath: "person" });
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

  const put = (item) => use("queue", "readwrite", (store) => store.put(item));
  const get = (key) => use("queue", "readonly", (store) => store.get(key));
  const remove = (key) => use("queue", "readwrite", (store) => store.delete(key));
  const every = async () => {
    const items = await use("queue", "readonly", (store) => store.getAll());
    return items.sort((a, b) => a.at - b.at);
  };
  const draft = (person) => use("drafts", "readonly", (store) => store.get(person));
  const keep = (draft) => use("drafts", "readwrite", (store) => store.put(draft));
  const drafts = () => use("drafts", "readonly", (store) => store.getAll());

  // One at a time, in all windows and in the service worker.
  const alone = (deed) =>
    navigator.locks ? navigator.locks.request("handslag-report", deed) : deed();

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
  const isJson = (answer) =>
    (answer.headers.get("Content-Type") ?? "").startsWith("application/json");

  // What came of an attempt: an answer in words, or that it must be tried again.
  const sent = async (address, token, how) => {
    const answer = await ask(address, {
      method: "POST",
      ...how,
      headers: { "X-CSRFToken": token, ...how.headers },
    });
    if (isSignedOut(answer)) return { outcome: "signed_out" };
    const isLater = answer.status >= 500 || answer.status === MOST || !isJson(answer);
    if (isLater) throw new Error(`later: ${answer.status}`);
    return { outcome: answer.ok ? "taken" : "refused", said: await answer.json() };
  };

  const sendReport = async (item, token, addresses) => {
    const events = item.events.map(({ said }) => said);
    const body = { key: item.key, post: item.post, written_at: item.written_at, events };
    // Written down before it leaves: from now on it may have come through.
    await put({ ...item, tries: (item.tries ?? 0) + 1 });
    return sent(addresses.send, token, {
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    });
  };

  const sendPhotos = async (item, token, addresses) => {
    for (const [number, event] of item.events.entries()) {
      for (const photo of event.photos ?? []) {
        if (photo.done) continue;
        const body = new FormData();
        body.append("report", item.key);
        body.append("key", photo.key);
        body.append("event", String(number));
        body.append("photo", new Blob([photo.bytes], { type: photo.type }), "bild.jpg");
        const { outcome, said } = await sent(addresses.photo, token, { body });
        if (outcome === "signed_out") return outcome;
        photo.done = true;
        delete photo.bytes;
        if (outcome === "refused") item.photo_refused = said.sentence;
        else (item.photos ??= []).push(said.address);
        await put(item);
      }
    }
    return "taken";
  };

  const sendOne = async (item, token, addresses) => {
    if (!item.report) {
      const { outcome, said } = await sendReport(item, token, addresses);
      item.tries = (item.tries ?? 0) + 1;
      if (outcome === "signed_out") return outcome;
      if (outcome === "refused") {
        Object.assign(item, { state: "refused", code: said.code ?? "", sentence: said.sentence });
        await put(item);
        return outcome;
      }
      if (!said.is_new && item.is_changed) {
        Object.assign(item, { state: "refused", code: "came_before", address: said.address });
        await put(item);
        return "refused";
      }
      Object.assign(item, { report: said.report, address: said.address });
      await put(item);
    }
    const outcome = await sendPhotos(item, token, addresses);
    if (outcome === "signed_out") return outcome;
    // Nothing of what was reported stays; only where to see what becomes of it.
    const { key, person, at, address, photos = [], photo_refused = "" } = item;
    await put({ key, person, at, address, photos, photo_refused, state: "sent" });
    return "taken";
  };

  // Sends what waits for whoever is signed in now. Throws when there is no coverage.
  const send = (addresses) =>
    alone(async () => {
      const waiting = (await every()).filter((item) => item.state === "waiting");
      if (!waiting.length) return { outcome: "nothing", left: 0 };
      const answer = await ask(addresses.state);
      if (isSignedOut(answer)) return { outcome: "signed_out", left: waiting.length };
      if (!answer.ok || !isJson(answer)) throw new Error(`later: ${answer.status}`);
      const { person, token } = await answer.json();
      let outcome = "taken";
      for (const { key } of waiting.filter((item) => item.person === person)) {
        const item = await get(key); // it may have been opened or removed meanwhile
        if (item?.state !== "waiting") continue;
        outcome = await sendOne(item, token, addresses);
        tell();
        if (outcome === "signed_out") return { outcome, left: waiting.length };
      }
      return { outcome, left: 0 };
    });

  // Takes a report out of the queue to change it. Waits for a sending that is under way.
  const take = (key) =>
    alone(async () => {
      const item = await get(key);
      if (!item || item.state === "sent" || item.report) return null;
      await remove(key);
      return item;
    });

  // What others have left here, and receipts that have been read, do not stay for ever.
  const tidy = async (person, now) => {
    for (const item of await every()) {
      const age = now - item.at;
      const isRead = item.state === "sent" && age > DAY;
      if (isRead || (item.person !== person && age > OLD)) await remove(item.key);
    }
  };

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

  self.handslagQueue = {
    NAME, put, remove, every, draft, drafts, keep, send, take, tidy, tell, forget,
  };
})();
