// A survey on a page: hide what is not asked of this person, and keep what was answered
// on this device, locked with a code that only the person has. Everything works without.
(() => {
  "use strict";
  const form = document.querySelector("form[data-survey]");

  // What is asked only of those who chose something.
  const hanging = [...document.querySelectorAll("[data-hangs-on]")];
  const chosen = (name) =>
    new Set([...form.querySelectorAll(`[name="${CSS.escape(name)}"]:checked`)].map((one) => one.value));
  const show = () => {
    for (const one of hanging) {
      const before = form.querySelector(`[data-question="${CSS.escape(one.dataset.hangsOn)}"]`);
      if (!before) continue; // it stands on another page, and was asked
      const said = chosen(one.dataset.hangsOn);
      one.hidden = before.hidden || !one.dataset.options.split(" ").some((key) => said.has(key));
      one.classList.add("follows");
    }
  };
  if (form && hanging.length) {
    form.addEventListener("change", show);
    show();
  }

  // What is said of a point needs the map, and the map needs this.
  for (const one of document.querySelectorAll("[data-with-map]")) one.hidden = false;

  // The code of a letter, read from the part of the address that no server sees.
  const field = document.getElementById("kod");
  const printed = new URLSearchParams(location.hash.slice(1)).get("kod");
  if (field && printed && !field.value) {
    field.value = printed;
    history.replaceState(null, "", location.pathname + location.search);
  }

  // Going on later: what was answered, locked on this device.
  const SIGNS = "346789ABCDEFGHJKMNPQRTUVWXY";
  const LENGTH = 8;
  const ROUNDS = 250000;
  const canLock = Boolean(window.crypto?.subtle && window.localStorage);
  const place = (survey) => `handslag.survey.${survey}`;
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const text = (array) => btoa(String.fromCharCode(...new Uint8Array(array)));
  const plain = (code) => code.toUpperCase().replace(/[^A-Z0-9]/g, "");

  const keyOf = async (code, salt) => {
    const raw = await crypto.subtle.importKey("raw", new TextEncoder().encode(plain(code)), "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS },
      raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  };
  const newCode = () => {
    const found = [];
    while (found.length < LENGTH) {
      const [one] = crypto.getRandomValues(new Uint8Array(1));
      if (one < 256 - (256 % SIGNS.length)) found.push(SIGNS[one % SIGNS.length]);
    }
    return `${found.slice(0, 4).join("")}-${found.slice(4).join("")}`;
  };
  const lock = async (pairs, code) => {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const content = new TextEncoder().encode(JSON.stringify(pairs));
    const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(code, salt), content);
    return JSON.stringify({ salt: text(salt), iv: text(iv), locked: text(locked) });
  };
  const unlock = async (kept, code) => {
    const { salt, iv, locked } = JSON.parse(kept);
    const content = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: bytes(iv) }, await keyOf(code, bytes(salt)), bytes(locked));
    return JSON.parse(new TextDecoder().decode(content));
  };

  const later = document.querySelector("[data-later]");
  if (form && later && canLock) {
    later.hidden = false;
    const said = later.querySelector(".said");
    later.querySelector('[data-do="later"]').addEventListener("click", async () => {
      try {
        const code = newCode();
        const pairs = [...new FormData(form)].filter(([, value]) => value);
        localStorage.setItem(place(form.dataset.survey), await lock(pairs, code));
        said.textContent = said.dataset.saved.replace("{code}", code);
      } catch {
        said.textContent = said.dataset.trouble;
      }
    });
  }

  const resume = document.querySelector("[data-resume]");
  const kept = form && canLock ? localStorage.getItem(place(form.dataset.survey)) : null;
  if (resume && kept) {
    resume.hidden = false;
    const said = resume.querySelector(".said");
    resume.querySelector('[data-do="forget"]').addEventListener("click", () => {
      localStorage.removeItem(place(form.dataset.survey));
      said.textContent = said.dataset.gone;
    });
    resume.querySelector('[data-do="resume"]').addEventListener("click", async () => {
      let pairs;
      try {
        pairs = await unlock(kept, document.getElementById("las").value);
      } catch {
        said.textContent = said.dataset.wrong;
        return;
      }
      const going = document.createElement("form");
      going.method = "post";
      going.action = form.getAttribute("action");
      for (const [name, value] of [...pairs, ["go", "here"]]) {
        const input = document.createElement("input");
        input.type = "hidden";
        input.name = name;
        input.value = value;
        going.append(input);
      }
      document.body.append(going);
      going.submit();
    });
  }

  // Sent: nothing of it is left on this device. Whoever goes back from the thanks, on a
  // computer that others use too, comes to the first page and not to what was answered.
  const SENT = "handslag.survey.sent";
  const sentKeys = () => JSON.parse(sessionStorage.getItem(SENT) || "[]");
  const sent = document.querySelector("[data-sent]");
  try {
    if (sent) {
      localStorage.removeItem(place(sent.dataset.sent));
      const key = sessionStorage.getItem(`${SENT}.last`);
      if (key) sessionStorage.setItem(SENT, JSON.stringify([...sentKeys(), key]));
    }
    const key = form?.elements.namedItem("key")?.value;
    if (key) {
      form.addEventListener("submit", () => sessionStorage.setItem(`${SENT}.last`, key));
      window.addEventListener("pageshow", () => {
        if (!sentKeys().includes(key)) return;
        form.remove();
        location.replace(form.getAttribute("action"));
      });
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
})();
