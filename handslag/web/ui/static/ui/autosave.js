// Saves a form while someone writes: <form data-behaviour="autosave"
// data-autosave="/address/" data-saving="…" data-trouble="…" data-signed-out="…"
// data-found="…" data-restore="…"> with <p class="saved" role="status"></p> in it.
//
// The server answers {"sentence", "revision"}, and "revisions" by field for a form of
// many parts; 409 when someone else was faster, 422 when something must be changed. With data-when="left" a text is saved when
// its field is left and not while someone types in it: half a sentence would be
// public. Until the server has said yes, a copy of
// the text stays in this tab, so nothing is lost by a bad line or a sign-out.
// The form works without this file: it has a button.
(() => {
  "use strict";
  const WAIT = 1200;
  const RETRY = 10000;

  const written = (form) =>
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken" && !name.endsWith("revision"),
    );

  function attach(form) {
    const status = form.querySelector(".saved");
    const key = `handslag:${form.dataset.autosave}`;
    let timer = 0;
    let busy = false;
    let again = false;
    let stopped = false;
    let accepted = JSON.stringify(written(form));
    const whenLeft = form.dataset.when === "left";

    // Of many texts that several people write in, only those touched here.
    const unsaved = (pairs, known) => {
      const before = new Set(known.map((pair) => JSON.stringify(pair)));
      return whenLeft ? pairs.filter((pair) => !before.has(JSON.stringify(pair))) : pairs;
    };

    const say = (sentence, trouble) => {
      status.textContent = sentence;
      status.dataset.state = trouble ? "trouble" : "fine";
    };

    const keep = () => {
      try {
        sessionStorage.setItem(key, JSON.stringify(unsaved(written(form), JSON.parse(accepted))));
      } catch {
        // A full or forbidden store: the server is still asked.
      }
    };
    const forget = () => sessionStorage.removeItem(key);

    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    };

    async function save() {
      if (stopped) return;
      if (busy) {
        again = true;
        return;
      }
      const sent = JSON.stringify(written(form));
      if (sent === accepted) return;
      busy = true;
      say(form.dataset.saving, false);
      try {
        await send(sent);
      } catch {
        say(form.dataset.trouble, true);
        later(RETRY);
      }
      busy = false;
      if (again) {
        again = false;
        later(WAIT);
      }
    }

    async function send(sent) {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        redirect: "manual",
      });
      if (answer.type === "opaqueredirect") {
        say(form.dataset.signedOut, true);
        return;
      }
      if (answer.status >= 500) throw new Error(answer.status);
      const { sentence, revision, revisions } = await answer.json();
      if (form.elements.revision && revision !== undefined) form.elements.revision.value = revision;
      // A form of many parts, each with its own revision, by the name of its field.
      for (const [name, value] of Object.entries(revisions ?? {})) {
        if (form.elements[name]) form.elements[name].value = value;
      }
      if (answer.ok) {
        accepted = sent;
        if (JSON.stringify(written(form)) === sent) forget();
      }
      // Two people write at once: stop here and let the reader decide with the button.
      stopped = answer.status === 409;
      say(sentence, !answer.ok);
    }

    // What was written here before, and never reached the server.
    function offer() {
      const copy = sessionStorage.getItem(key);
      if (!copy || copy === accepted) return forget();
      // A form that begins anew each time: what was saved last is not offered again.
      if (form.dataset.done && JSON.parse(copy).some(([, value]) => value === form.dataset.done)) return forget();
      if (!unsaved(JSON.parse(copy), written(form)).length) return forget();
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn link";
      button.textContent = form.dataset.restore;
      button.addEventListener("click", () => {
        restore(JSON.parse(copy));
        say("", false);
        later(0);
      });
      say(`${form.dataset.found} `, true);
      status.append(button);
    }

    function restore(copy) {
      const names = new Set(copy.map(([name]) => name));
      for (const field of form.elements) {
        if (!names.has(field.name) && !["checkbox", "radio"].includes(field.type)) continue;
        const values = copy.filter(([name]) => name === field.name).map(([, value]) => value);
        if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
        else if (field.type !== "hidden" && field.type !== "file") field.value = values[0];
      }
    }

    form.addEventListener("input", () => {
      keep();
      if (!whenLeft) later(WAIT);
    });
    if (whenLeft) form.addEventListener("change", () => later(0));
    form.addEventListener("submit", () => {
      stopped = true;
      clearTimeout(timer);
    });
    addEventListener("beforeunload", (event) => {
      if (!stopped && JSON.stringify(written(form)) !== accepted) event.preventDefault();
    });
    addEventListener("online", () => later(0));
    offer();
  }

  document.querySelectorAll('form[data-behaviour="autosave"]').forEach(attach);
})();
