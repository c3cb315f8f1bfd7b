// A safety walk out there: one stop at a time, kept on the phone while one writes, sent
// when there is coverage. Without this file the page is a form for each stop.
(() => {
  "use strict";

  const queue = self.handslagWalks;
  const device = document.getElementById("device");
  if (!queue || !device) return;

  const { person, until, worker, under, state, send } = device.dataset;
  const stops = [...document.querySelectorAll(".field-stop")];
  const SIDE = 1600; // points of a photo's longer side
  const TYPED = 400; // milliseconds after the last letter
  const FIRST_PAUSE = 5000;
  const LONGEST_PAUSE = 300000;
  const SEEN = ["text", "proposal", "parameter"];

  const said = {};
  for (const one of document.getElementById("words").content.querySelectorAll("[data-word]")) {
    said[one.dataset.word] = one.textContent;
  }
  const byId = (id) => document.getElementById(id);
  const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text ?? "" }, more);
  const field = (form, name) => form.elements.namedItem(name);
  const idOf = (form) => `${person} ${send} ${field(form, "stop").value}`;
  const photos = new Map(); // form → the photo that goes with what was seen

  // What stands in the form of a stop

  const typed = (form) =>
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
  const fill = (form, values) => {
    const given = new Map(values);
    for (const one of form.elements) {
      if (!one.name || one.type === "file" || one.type === "submit" || one.name === "csrfmiddlewaretoken") continue;
      if (one.type === "radio") one.checked = given.get(one.name) === one.value;
      else one.value = given.get(one.name) ?? "";
    }
    for (const one of form.querySelectorAll("[data-guard]")) one.dispatchEvent(new Event("change"));
    told(form);
  };
  const isBegun = (form) => SEEN.some((name) => field(form, name).value) || photos.has(form);

  const saved = byId("saved");
  const keepDraft = async (form) => {
    const values = typed(form);
    const begun = isBegun(form);
    const photo = photos.get(form) ?? null;
    try {
      // `said` counts as unsent only when something was seen: the words go when sent.
      await queue.keep({ id: idOf(form), person, values, photo, said: begun ? { begun } : {} });
      saved.textContent = said.kept;
    } catch {
      saved.textContent = said.not_kept;
    }
  };

  // What was chosen stands beside its name; the next one opens when one has chosen
  const told = (form) => {
    for (const scale of form.querySelectorAll(".field-scale")) {
      const chosen = scale.querySelector("input:checked")?.closest("label").textContent.trim() ?? "";
      scale.querySelector(".chosen").textContent = chosen;
    }
  };
  const onward = (scale) => {
    scale.open = false;
    const next = scale.nextElementSibling;
    if (!next?.matches(".field-scale")) return scale.querySelector("summary").focus();
    if (!next.querySelector("input:checked")) next.open = true;
    next.querySelector("summary").focus();
  };

  // One stop at a time

  let now = 0;
  const show = (number, focus = true) => {
    now = Math.min(Math.max(number, 0), stops.length - 1);
    stops.forEach((one, nr) => (one.hidden = nr !== now));
    byId("before").hidden = now === 0;
    byId("after").hidden = now === stops.length - 1;
    byId("at").textContent = said.at.replace("{n}", now + 1).replace("{all}", stops.length);
    if (!focus) return;
    const head = stops[now].querySelector("h2");
    head.tabIndex = -1;
    head.focus();
    stops[now].scrollIntoView({ block: "start" });
  };
  byId("before").addEventListener("click", () => show(now - 1));
  byId("after").addEventListener("click", () => show(now + 1));

  // What waits

  const list = byId("queue-list");
  const nameOf = (note) => {
    const wanted = new Map(note.said).get("stop");
    const at = stops.find((one) => field(one.querySelector("form"), "stop").value === wanted);
    const words = new Map(note.said).get("text");
    return [at?.querySelector("h2").textContent ?? "", words].filter(Boolean).join(": ");
  };
  const button = (text, deed, looks = "btn link") => {
    const one = make("button", text, { type: "button", className: looks });
    one.addEventListener("click", deed);
    return one;
  };
  const openAgain = async (note) => {
    const taken = await queue.take(note.key);
    if (!taken) return draw();
    const wanted = new Map(taken.said).get("stop");
    const at = stops.findIndex((one) => field(one.querySelector("form"), "stop").value === wanted);
    if (at < 0) {
      await queue.put(taken);
      return draw();
    }
    const form = stops[at].querySelector("form");
    fill(form, taken.said);
    if (taken.photo) photos.set(form, taken.photo);
    await keepDraft(form);
    show(at);
    return draw();
  };
  const draw = async () => {
    const notes = (await queue.every()).filter((note) => note.person === person);
    const waiting = notes.filter((note) => note.state === "waiting");
    const back = notes.filter((note) => note.state === "refused");
    const lines = [];
    if (waiting.length) lines.push(said[waiting.length === 1 ? "waiting_one" : "waiting_many"].replace("{n}", waiting.length));
    if (back.length) lines.push(said[back.length === 1 ? "refused_one" : "refused_many"].replace("{n}", back.length));
    if (!navigator.onLine) lines.push(said.offline);
    byId("queue-words").textContent = lines.join(" ");
    byId("queue").hidden = !notes.length;
    list.replaceChildren(
      ...notes.map((note) => {
        const row = make("li");
        row.append(make("strong", nameOf(note)));
        if (note.sentence) row.append(make("p", note.sentence, { className: "error" }));
        const deeds = make("p", "", { className: "buttons" });
        deeds.append(button(said.open, () => openAgain(note)));
        deeds.append(
          button(said.remove, async () => {
            if (!confirm(said.remove_sure)) return;
            await queue.take(note.key);
            draw();
          }),
        );
        row.append(deeds);
        return row;
      }),
    );
    return notes.length;
  };

  // Sending: at once, when the coverage comes back, and after pauses that grow

  let pause = FIRST_PAUSE;
  let timer = 0;
  const go = async () => {
    clearTimeout(timer);
    try {
      const outcome = await queue.send(state);
      pause = FIRST_PAUSE;
      if (outcome === "signed_out") byId("queue-words").textContent = said.signed_out;
      if (outcome === "signed_out") return;
      const left = await draw();
      if (outcome === "taken" && !left) saved.textContent = said.sent;
    } catch {
      await draw();
      timer = setTimeout(go, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      navigator.serviceWorker?.ready.then((ready) => ready.sync?.register("send-walk")).catch(() => {});
    }
  };
  addEventListener("online", go);
  addEventListener("offline", draw);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && go());
  if ("BroadcastChannel" in self) new BroadcastChannel(queue.NAME).onmessage = () => draw();

  // A photo, made smaller on the phone

  const smaller = async (file) => {
    const drawn = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, SIDE / Math.max(drawn.width, drawn.height));
    const canvas = make("canvas", "", { width: Math.round(drawn.width * scale), height: Math.round(drawn.height * scale) });
    canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    return { type: "image/jpeg", bytes: await blob.arrayBuffer() };
  };

  const wrong = (form, name, sentence) => {
    form.querySelectorAll(".error[data-own]").forEach((one) => one.remove());
    if (!sentence) return true;
    const line = make("p", sentence, { className: "error" });
    line.dataset.own = "yes";
    line.setAttribute("role", "alert");
    const asked = field(form, name);
    asked.closest(".field").prepend(line);
    asked.focus();
    return false;
  };
  const isRight = (form) => {
    const words = field(form, "text").value.trim();
    if (photos.has(form) && !words) return wrong(form, "text", said.say_what);
    if (words && !field(form, "parameter").value) return wrong(form, "parameter", said.choose_about);
    return wrong(form);
  };

  for (const [number, stop] of stops.entries()) {
    const form = stop.querySelector("form");
    let typing = 0;
    form.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => keepDraft(form), TYPED);
    });
    for (const scale of form.querySelectorAll(".field-scale")) {
      // By a finger or the mouse: the arrow keys go from word to word.
      scale.addEventListener("click", (event) => {
        if (event.detail && event.target.matches("input")) onward(scale);
      });
      scale.addEventListener("change", () => told(form));
    }
    const file = field(form, "photo");
    file.addEventListener("change", async () => {
      try {
        if (file.files[0]) photos.set(form, await smaller(file.files[0]));
        await keepDraft(form);
      } catch {
        photos.delete(form);
        file.value = "";
        wrong(form, "photo", said.photo_bad);
      }
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!isRight(form)) return;
      clearTimeout(typing);
      field(form, "written").value = String(Date.now());
      const photo = photos.get(form) ?? null;
      const note = { key: crypto.randomUUID(), person, send, said: typed(form), photo, at: Date.now(), state: "waiting" };
      try {
        await queue.put(note);
      } catch {
        // Nothing can be kept here: send it as the ordinary form it is.
        HTMLFormElement.prototype.submit.call(form);
        return;
      }
      for (const name of SEEN) field(form, name).value = "";
      for (const name of ["finding_key", "photo_key"]) field(form, name).value = crypto.randomUUID();
      photos.delete(form);
      file.value = "";
      await keepDraft(form);
      saved.textContent = said.kept;
      await draw();
      if (number < stops.length - 1) show(number + 1);
      go();
    });
  }

  const begin = async () => {
    byId("walking").hidden = false;
    if (Date.now() > Number(until)) {
      // The page was fetched long ago: say how many wait, and not what.
      stops.forEach((one) => (one.hidden = true));
      byId("walking").hidden = true;
      const n = (await queue.every()).length;
      byId("queue-words").textContent = `${said.waiting_many.replace("{n}", n)} ${said.signed_out}`;
      return;
    }
    try {
      for (const one of stops) {
        const form = one.querySelector("form");
        const kept = await queue.draft(idOf(form));
        // A form that came back with an error says more than what was kept.
        if (!kept || form.querySelector(".error")) continue;
        fill(form, kept.values);
        if (kept.photo) photos.set(form, kept.photo);
      }
      await draw();
    } catch {
      saved.textContent = said.not_kept;
    }
    const asked = stops.findIndex((one) => `#${one.id}` === location.hash);
    const back = stops.findIndex((one) => one.querySelector(".error"));
    show(back >= 0 ? back : Math.max(asked, 0), false);
    document.documentElement.dataset.walking = "ready";
    go();
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register(worker, { scope: under }).catch(() => {});
    navigator.storage?.persist?.().catch(() => {});
  };
  begin();
})();
