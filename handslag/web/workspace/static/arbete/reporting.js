// Reporting without coverage: keeps the draft while one types, queues what is ready, sends
// it when it can. Without this file the same page is an ordinary form.
(() => {
  "use strict";

  const queue = self.handslagQueue;
  const device = document.getElementById("device");
  const form = document.getElementById("report");
  if (!queue || !device || !form) return;

  const { person, until, start, worker, training } = device.dataset;
  const addresses = { state: device.dataset.state, send: device.dataset.send, photo: device.dataset.photo };
  const KEPT = ["lon", "lat", "accuracy", "same", "place", "where", "inside", "when", "starts", "ends"];
  const ABOUT_US = ["csrfmiddlewaretoken", "key", "post", "ready", "do"];
  const MOST_EVENTS = 10;
  const MOST_PHOTOS = 3;
  const SIDE = 1600; // points of a photo's longer side
  const SMALL = 224;
  const TYPED = 400; // milliseconds after the last letter
  const FIRST_PAUSE = 5000;
  const LONGEST_PAUSE = 300000;

  const said = {};
  for (const one of document.getElementById("words").content.querySelectorAll("[data-word]")) {
    said[one.dataset.word] = one.textContent;
  }
  const words = (name, n) => said[name].replace("{n}", n);
  const byId = (id) => document.getElementById(id);
  const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text ?? "" }, more);
  const field = (name) => form.elements.namedItem(name);

  // The report that is being written: events that are ready, the one in the form.
  const work = { key: field("key").value, events: [], photos: [], tries: 0, at: "", last: null };

  // What stands in the form

  const typed = () => {
    const found = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && value && !ABOUT_US.includes(name)) found[name] = value;
    }
    for (const name of Object.keys(found)) {
      if (name.startsWith("kind_") && name !== `kind_${found.top}`) delete found[name];
    }
    return found;
  };
  const isUntouched = () => {
    const now = typed();
    return !now.top && !now.text && !work.photos.length;
  };

  const fill = (values) => {
    for (const one of form.elements) {
      if (!one.name || ABOUT_US.includes(one.name) || one.type === "submit") continue;
      const value = values[one.name] ?? "";
      if (one.type === "radio" || one.type === "checkbox") one.checked = one.value === value;
      else if (one.type !== "file") one.value = value;
    }
    // What was marked in the words that stood here before goes with them.
    for (const one of form.querySelectorAll("[data-guard]")) one.dispatchEvent(new Event("change"));
    if (!values.when) form.querySelector('[name="when"][value="now"]').checked = true;
    showPosition();
    followed();
  };

  const labelOf = (selector) => form.querySelector(selector)?.closest("label")?.textContent.trim() ?? "";
  const wordsOf = (event) => {
    const kind = event[`kind_${event.top}`];
    const what = kind ? labelOf(`[name="kind_${event.top}"][value="${kind}"]`) : labelOf(`[name="top"][value="${event.top}"]`);
    const place = event.place && form.querySelector(`#id_place option[value="${event.place}"]`)?.textContent;
    const where = place || event.where || (event.same && said.same) || (event.lon && (event.accuracy ? said.here : said.pointed_at)) || "";
    return [what, where].filter(Boolean).join(", ");
  };

  // What is wrong with it

  const wrong = (where, sentence) => {
    form.querySelectorAll(".error[data-own]").forEach((one) => one.remove());
    if (!sentence) return true;
    const ask = byId(where);
    const line = make("p", sentence, { className: "error" });
    line.dataset.own = "yes";
    line.setAttribute("role", "alert");
    ask.querySelector("legend").after(line);
    ask.querySelector("input:not([type=hidden]):not([hidden]), select, button:not([hidden])")?.focus();
    ask.scrollIntoView({ block: "start" });
    return false;
  };
  const isRight = () => {
    const now = typed();
    if (!now.top) return wrong("vad", said.choose_what);
    const kinds = [...form.querySelectorAll(`[name="kind_${now.top}"]`)];
    if (kinds.length && !kinds.some((one) => one.checked)) return wrong("vad", said.choose_kind);
    if (!now.lon && !now.place && !now.where && !now.same) return wrong("var", said.say_where);
    if (["time", "interval"].includes(now.when) && !now.starts) return wrong("nar", said.say_when);
    if (now.when === "interval" && !now.ends) return wrong("nar", said.say_until);
    return wrong("", "");
  };

  // The draft

  const saved = byId("saved");
  let timer = 0;
  const keepDraft = async () => {
    clearTimeout(timer);
    const { key, events, photos, tries, at, last } = work;
    const draft = { person, key, events, photos, tries, at, last, said: isUntouched() ? {} : typed() };
    try {
      await queue.keep(draft);
      if (!isUntouched() || events.length) saved.textContent = said.kept;
    } catch {
      saved.textContent = said.not_kept;
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keepDraft, TYPED);
  });
  addEventListener("pagehide", () => keepDraft());

  const begin = (values = {}) => {
    fill(values);
    work.photos = [];
    work.at = "";
    showPhotos();
    wrong("", "");
  };
  const beginReport = () => {
    Object.assign(work, { key: crypto.randomUUID(), events: [], tries: 0 });
    begin();
    showReady();
  };

  // Events that are ready

  const showReady = () => {
    const list = byId("ready");
    byId("ready-box").hidden = !work.events.length;
    list.replaceChildren(
      ...work.events.map((event, number) => {
        const row = make("li");
        const away = make("button", said.remove, { type: "submit", name: "do", value: `remove-${number}`, className: "btn link" });
        away.append(make("span", ` ${event.words}`, { className: "unseen" }));
        row.append(make("span", event.words), " ", away);
        return row;
      }),
    );
  };
  const ready = () => {
    const event = typed();
    event.at = work.at || new Date().toISOString();
    work.events.push({ said: event, words: wordsOf(event), photos: work.photos });
    const { lon, lat, accuracy, place, where, same } = event;
    work.last = { lon, lat, accuracy, place, where, same, words: wordsOf({ ...event, top: "" }) };
  };

  const more = async () => {
    if (work.events.length >= MOST_EVENTS - 1) return void (saved.textContent = said.full);
    if (!isRight()) return;
    ready();
    const { said: now } = work.events.at(-1);
    begin(Object.fromEntries(KEPT.filter((name) => now[name]).map((name) => [name, now[name]])));
    showReady();
    await keepDraft();
    byId("vad").scrollIntoView({ block: "start" });
    field("top")[0]?.focus({ preventScroll: true });
  };

  const finish = async () => {
    if (!work.events.length || !isUntouched()) {
      if (!isRight()) return;
      ready();
    }
    const now = new Date();
    const item = {
      key: work.key,
      person,
      post: field("post").value,
      at: now.getTime(),
      written_at: now.toISOString(),
      events: work.events,
      tries: work.tries,
      is_changed: work.tries > 0,
      state: "waiting",
    };
    await queue.put(item);
    beginReport();
    await keepDraft();
    saved.textContent = "";
    offerLast();
    queue.tell();
    await show();
    byId("device").scrollIntoView({ block: "start" });
    await askForSync();
    await flush();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const what = event.submitter?.value ?? "send";
    if (what === "more") return void more();
    if (what === "send") return void finish();
    work.events.splice(Number(what.replace("remove-", "")), 1);
    showReady();
    keepDraft();
  });

  // The queue, in words

  const link = (text, href, more = {}) => make("a", text, { href, ...more });
  const button = (text, deed, name = "btn link") => {
    const made = make("button", text, { type: "button", className: name });
    made.addEventListener("click", deed);
    return made;
  };
  const isOver = () => Date.now() > Number(until);
  const wordsOfItem = (item) => (item.events ?? []).map((event) => event.words).join(" · ");

  const reopen = async (key) => {
    const item = await queue.take(key);
    if (!item) return void show();
    if (!isUntouched() || work.events.length) await setAside();
    const [first, ...rest] = item.events.slice().reverse();
    work.key = item.key;
    work.tries = item.tries ?? 0;
    work.events = rest.reverse();
    fill(first.said);
    work.at = first.said.at ?? "";
    work.photos = first.photos ?? [];
    showPhotos();
    showReady();
    await keepDraft();
    await show();
    form.scrollIntoView({ block: "start" });
  };
  // What was being written when another was opened is put among those that came back:
  // nothing is lost, and nothing half written is sent.
  const setAside = async () => {
    const event = { said: typed(), words: wordsOf(typed()) || said.kept, photos: work.photos };
    const events = isUntouched() ? work.events : [...work.events, event];
    const at = Date.now();
    await queue.put({ key: work.key, person, post: field("post").value, at, written_at: new Date(at).toISOString(), events, tries: work.tries, state: "refused", code: "aside", sentence: said.kept });
    work.photos = [];
  };

  const remove = async (item) => {
    if (item.state !== "sent" && !confirm(item.tries ? said.remove_tried : said.remove_sure)) return;
    await queue.remove(item.key);
    await show();
  };
  const asNew = async (item) => {
    await queue.remove(item.key);
    await queue.put({ ...item, key: crypto.randomUUID(), tries: 0, is_changed: false, state: "waiting" });
    await show();
    await flush();
  };

  const rowOf = (item) => {
    const row = make("li", "", { className: item.state });
    const buttons = make("div", "", { className: "buttons" });
    if (item.state === "sent") {
      row.append(make("strong", said.sent));
      for (const address of item.photos ?? []) row.append(link(said.hide_faces, address, { className: "btn" }));
      if (item.photo_refused) row.append(make("p", `${said.photo_refused} ${item.photo_refused}`, { className: "error" }));
      buttons.append(link(said.follow, item.address));
    } else {
      row.append(make("strong", wordsOfItem(item)));
      if (item.code === "came_before") {
        row.append(make("p", said.came_before, { className: "error" }));
        buttons.append(button(said.as_new, () => asNew(item)), link(said.follow, item.address));
      } else {
        if (item.state === "refused") row.append(make("p", item.sentence, { className: "error" }));
        if (item.code === "training") buttons.append(link(said.training, training), button(said.send_now, () => again(item)));
        buttons.append(button(said.open, () => reopen(item.key)));
      }
    }
    buttons.append(button(said.remove, () => remove(item)));
    row.append(buttons);
    return row;
  };
  const again = async (item) => {
    await queue.put({ ...item, state: "waiting" });
    await flush();
  };

  let trouble = "";
  const show = async () => {
    const items = await queue.every();
    const own = items.filter((item) => item.person === person);
    const count = (state) => own.filter((item) => item.state === state).length;
    const [waiting, refused] = [count("waiting"), count("refused")];
    const others = items.some((item) => item.person !== person && item.state !== "sent");
    const lines = [];
    const plural = (name, n) => words(n === 1 ? `${name}_one` : `${name}_many`, n);
    if (waiting) {
      const why = trouble === "signed_out" ? said.signed_out : said.goes_by_itself;
      lines.push(`${plural("waiting", waiting)} ${why}`);
    }
    if (refused) lines.push(plural("refused", refused));
    if (others) lines.push(said.someone_else);
    if (!navigator.onLine && !waiting) lines.push(said.offline);
    const box = byId("queue-words");
    const note = make("div", "", { className: refused || waiting ? "note" : "note quiet" });
    note.append(...lines.map((line) => make("p", line)));
    if (trouble === "signed_out" && waiting) {
      note.append(link(said.sign_in, `/logga-in/?vidare=${encodeURIComponent(start)}`, { className: "btn" }));
    } else if (waiting) note.append(button(said.send_now, () => flush(true), "btn second"));
    box.replaceChildren(...(lines.length ? [note] : []));
    // Whoever opens the page long after, without coverage, need not be the same person.
    const shown = isOver() ? [] : own;
    byId("queue").hidden = !shown.length;
    byId("queue-list").replaceChildren(...shown.map(rowOf));
  };

  // Sending

  let pause = FIRST_PAUSE;
  let next = 0;
  const flush = async (isAsked = false) => {
    clearTimeout(next);
    if (isAsked) pause = FIRST_PAUSE;
    try {
      const { outcome } = await queue.send(addresses);
      trouble = outcome === "signed_out" ? outcome : "";
      pause = FIRST_PAUSE;
    } catch {
      next = setTimeout(flush, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    await show();
  };
  const askForSync = async () => {
    try {
      const there = await navigator.serviceWorker?.getRegistration(start);
      await there?.sync?.register("send");
    } catch {
      // No background sync here: it is sent when the page is open.
    }
  };
  addEventListener("online", () => flush(true));
  addEventListener("offline", () => show());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") flush(true);
  });
  if ("BroadcastChannel" in self) new BroadcastChannel(queue.NAME).onmessage = () => show();

  // The position of the device, or a point on the map: the last that was chosen

  const here = byId("here");
  const position = byId("position");
  const showPosition = () => {
    const has = Boolean(field("lon").value);
    const isPointed = has && !field("accuracy").value;
    here.setAttribute("aria-pressed", String(has && !isPointed));
    position.replaceChildren();
    if (!has) return;
    position.append(isPointed ? said.pointed : words("located", Math.round(Number(field("accuracy").value))), " ");
    position.append(button(said.forget_position, () => point(null)));
  };
  const point = (at) => {
    field("lon").value = at?.longitude ?? "";
    field("lat").value = at?.latitude ?? "";
    field("accuracy").value = at?.accuracy ?? "";
    if (at) notTheSame();
    showPosition();
    followed();
    keepDraft();
  };
  const map = byId("punkt");
  const followed = () => map.dispatchEvent(new CustomEvent("map:follow"));
  const same = form.querySelector('[name="same"]');
  const notTheSame = () => {
    if (same) same.checked = false;
  };
  same?.addEventListener("change", () => same.checked && point(null));
  byId("point-out").hidden = !window.L;
  field("lat").addEventListener("change", () => {
    field("accuracy").value = "";
    if (field("lat").value) notTheSame();
    showPosition();
    keepDraft();
  });
  if ("geolocation" in navigator) {
    here.hidden = false;
    here.addEventListener("click", () => {
      position.textContent = said.locating;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => point(coords),
        () => (position.textContent = said.not_located),
        { enableHighAccuracy: true, timeout: 20000, maximumAge: 30000 },
      );
    });
  }

  // The same place as the last time that this device knows of
  const offerLast = () => {
    const { last } = work;
    byId("same-here")?.remove();
    if (!last?.words) return;
    const chip = button(`${said.same_place}: ${last.words}`, () => {
      const now = typed();
      fill({ ...now, ...last });
      keepDraft();
    }, "btn second");
    chip.id = "same-here";
    form.querySelector(".ways-to .chip")?.setAttribute("hidden", "");
    form.querySelector(".ways-to").append(chip);
  };

  // The list of places, narrowed

  const filter = byId("filter");
  const places = byId("id_place");
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const all = [...places.options].map((one) => ({ one, plain: folded(one.textContent) }));
  if (all.length > 8) {
    filter.hidden = false;
    filter.addEventListener("input", () => {
      const sought = folded(filter.value.trim());
      const kept = all.filter(({ one, plain }) => !one.value || one.selected || plain.includes(sought));
      places.replaceChildren(...kept.map(({ one }) => one));
      const [first, second] = kept.filter(({ one }) => one.value);
      if (sought && first && !second) places.value = first.one.value;
    });
  }

  // Photos: made smaller here, and without where and when they were taken

  const chooser = byId("photo");
  byId("photo-field").hidden = false;
  const smaller = (picture, side, kind) => {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = make("canvas", "", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    if (kind === "address") return canvas.toDataURL("image/jpeg", 0.6);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
  };
  const showPhotos = () => {
    byId("photos").replaceChildren(
      ...work.photos.map((photo, number) => {
        const row = make("li");
        const name = words("photo_n", number + 1);
        row.append(make("img", "", { src: photo.small, alt: name }));
        row.append(button(said.remove, () => {
          work.photos.splice(number, 1);
          showPhotos();
          keepDraft();
        }));
        return row;
      }),
    );
  };
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    chooser.value = "";
    if (!file) return;
    if (work.photos.length >= MOST_PHOTOS) return void (saved.textContent = said.photo_most);
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const bytes = await (await smaller(picture, SIDE)).arrayBuffer();
      work.photos.push({ key: crypto.randomUUID(), type: "image/jpeg", bytes, small: smaller(picture, SMALL, "address") });
      picture.close();
      showPhotos();
      await keepDraft();
    } catch {
      saved.textContent = said.photo_bad;
    }
  });

  // Begin

  const restore = async () => {
    const draft = await queue.draft(person);
    if (!draft) return;
    work.last = draft.last ?? null;
    offerLast();
    // A page that came back with something to change holds what was typed itself.
    if (form.querySelector(".errors, .wrong") || isOver()) return;
    if (!Object.keys(draft.said ?? {}).length && !draft.events?.length) return;
    Object.assign(work, { key: draft.key, events: draft.events, photos: draft.photos, tries: draft.tries, at: draft.at });
    fill(draft.said);
    showPhotos();
    showReady();
    saved.replaceChildren(said.draft_back, " ", button(said.begin_anew, async () => {
      beginReport();
      await keepDraft();
      saved.textContent = "";
    }));
  };
  const install = async () => {
    const notes = [];
    if (!("serviceWorker" in navigator)) notes.push(said.not_offline);
    else await navigator.serviceWorker.register(worker, { scope: start }).catch(() => notes.push(said.not_offline));
    if (notes.length) byId("kept-words").textContent = [...notes, said.private].join(" ");
    await navigator.storage?.persist?.().catch(() => false);
  };
  const open = async () => {
    try {
      await queue.tidy(person, Date.now());
    } catch {
      byId("kept-words").textContent = said.not_kept;
      return;
    }
    const handed = JSON.parse(field("ready").value || "[]");
    work.events = handed.map((one) => ({ said: one, words: wordsOf(one), photos: [] }));
    await restore();
    await show();
    await install();
    await flush();
    document.documentElement.dataset.reporting = "ready";
  };
  open();
})();
