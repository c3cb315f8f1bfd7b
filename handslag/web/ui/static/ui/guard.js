// Marks what may point at somebody, while one types: a field with
// data-guard='{"phone": "“%(what)s” looks like …"}' and data-guard-lists="/address/", and a
// list <ul id="<id>_guarded" aria-live="polite"> after it (web/guarded.py, ui/guarded.html).
//
// The forms it looks for are those of the server, written by `manage.py guard --browser`.
// Nothing is ever stopped or sent by this file: the server judges again, and works alone.
(() => {
  "use strict";
  const WAIT = 600;
  const MOST = 5;
  const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
  const HIDDEN = /[\p{Cf}\p{Me}\ufe0f]/gu;

  const read = (text) =>
    text.normalize("NFKC").replace(HIDDEN, "").replace(DASHES, "-").replace(/[\t\p{Zs}]/gu, " ")
      .replace(/[\u2018\u2019\u201b\u00b4`\u02bc]/g, "'");

  const compile = (pattern) => {
    if (Array.isArray(pattern)) return pattern.map(compile);
    const whole = (flags) => new RegExp(pattern.source, pattern.flags + flags);
    const [all, here, first] = [whole("gd"), whole("yd"), whole("")];
    return {
      all: (text) => [...text.matchAll(all)],
      at: (text, place) => {
        here.lastIndex = place;
        return here.exec(text);
      },
      in: (text) => first.exec(text),
    };
  };

  function guard(lists) {
    const forms = Object.fromEntries(
      Object.entries(lists.patterns).map(([name, patterns]) => [
        name,
        Object.fromEntries(Object.entries(patterns).map(([key, one]) => [key, compile(one)])),
      ]),
    );
    const sets = Object.fromEntries(
      ["lookalikes", "abbreviations", "shortWords", "spelledWords", "stop", "afterPlace", "beforePlace", "names"]
        .map((name) => [name, new Set(lists[name])]),
    );
    const groups = new Set(lists.groups.map(String));
    const { cases, handles, homes, mail, personal, phones, plates } = forms;
    const end = (match) => match.index + match[0].length;
    const span = (match, group) => (group ? match.indices.groups[group] : [match.index, end(match)]);

    function* emails(text) {
      let after = 0;
      for (const domain of mail.DOMAIN.all(text)) {
        const begin = Math.max(after, domain.index - 100);
        const local = mail.LOCAL.in(text.slice(begin, domain.index));
        if (!local) continue;
        after = end(domain);
        yield [begin + local.index, after];
      }
    }

    const checks = (digits) =>
      [...digits].reduce((sum, digit, at) => {
        const doubled = at % 2 ? Number(digit) : Number(digit) * 2;
        return sum + (doubled > 9 ? doubled - 9 : doubled);
      }, 0) % 10 === 0;

    function isDay(found) {
      const { century, year, month } = found.groups;
      const day = Number(found.groups.day) > 60 ? found.groups.day - 60 : Number(found.groups.day);
      const date = new Date(Date.UTC(2000, month - 1, day));
      const whole = century ? Number(century + year) : 2000;
      date.setUTCFullYear(whole, month - 1, day);
      return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    }

    function* people(text) {
      let after = 0;
      for (const start of personal.START.all(text)) {
        const found = start.index >= after && personal.NUMBER.at(text, start.index);
        if (!found || !isDay(found)) continue;
        const { year, month, day, last } = found.groups;
        if (!checks((year + month + day + last).replaceAll(" ", ""))) continue;
        after = end(found);
        const bare = !found.groups.century && !["-", "+"].includes(found.groups.sign);
        const before = text.slice(Math.max(0, found.index - 30), found.index);
        const phone = bare && /^07 ?[02369]/.test(found[0]) && !personal.BORN.in(before);
        yield [found.index, after, phone];
      }
    }

    const isHours = (text, at) =>
      phones.TIMES.at(text, at) || phones.HOURS.in(text.slice(Math.max(0, at - 24), at));

    function landline(text, at) {
      const found = phones.LANDLINE.at(text, at);
      if (!found || isHours(text, at) || phones.COUNTED.at(text, end(found))) return null;
      const { area, between, rest } = found.groups;
      const parts = rest.split(/[ -]/).map((part) => part.length);
      const total = 1 + area.length + parts.reduce((sum, part) => sum + part, 0);
      if (!between && found[0][0] !== "(") {
        const first = total - parts.slice(1).reduce((sum, part) => sum + part, 0);
        return [9, 10].includes(total) && (parts.length === 1 || first >= 5) ? found : null;
      }
      if (rest.includes("-") && parts[0] !== 3) return null;
      return groups.has(String(parts)) && total >= 8 && total <= 11 ? found : null;
    }

    function number(text, at) {
      const mobile = phones.MOBILE.at(text, at);
      if (mobile && !isHours(text, at)) return mobile;
      const foreign = phones.FOREIGN.at(text, at);
      if (foreign && !phones.COUNTED.at(text, end(foreign))) return foreign;
      return phones.ABROAD.at(text, at) ?? landline(text, at);
    }

    function isLocal(asked) {
      const { number: digits } = asked.groups;
      const plain = digits.replace(/[^0-9]/g, "");
      const short = phones.SHORT.in(plain);
      if (short && short[0] === plain && short.index === 0) return false;
      const parts = String(digits.match(/[0-9]+/g).map((part) => part.length));
      if (phones.WEAK.in(asked[0].slice(0, -digits.length))) {
        return ["3,2,2", "2,2,2", "2,2,3", "3,3,2"].includes(parts);
      }
      return groups.has(parts) || [9, 10].includes(plain.length);
    }

    function* calls(text) {
      let after = 0;
      for (const start of phones.START.all(text)) {
        const found = start.index >= after && number(text, start.index);
        if (!found) continue;
        after = end(found);
        yield [found.index + (found[0][0] === "(" && !found[0].includes(")") ? 1 : 0), after];
      }
      for (const asked of phones.ASKED.all(text)) {
        if (isLocal(asked) && !phones.COUNTED.at(text, end(asked))) yield span(asked, "number");
      }
      for (const spoken of phones.SPOKEN.all(text)) yield span(spoken);
    }

    function isPlate(text, plate) {
      const { letters, between, digits } = plate.groups;
      const low = letters.toLowerCase();
      if (sets.lookalikes.has(low) || (between && sets.abbreviations.has(low))) return false;
      if (plates.NUMBERED.in(text.slice(Math.max(0, plate.index - 60), plate.index))) return false;
      if (between && plates.MEASURED.at(text, end(plate))) return false;
      const near = text.slice(Math.max(0, plate.index - 60), end(plate) + 30);
      const shouted = letters === letters.toUpperCase();
      const vehicle = plates.VEHICLE.in(near) !== null;
      if (vehicle && (shouted || !between)) return true;
      if (shouted) {
        const others = near.replaceAll(letters, "").match(/\p{L}/gu) ?? [];
        const loud = others.filter((letter) => letter !== letter.toLowerCase()).length;
        return !(sets.spelledWords.has(low) && 2 * loud > others.length);
      }
      const word = between ? sets.shortWords.has(low) : sets.spelledWords.has(low) || sets.stop.has(low);
      return !word && (vehicle || !digits.includes(" "));
    }

    function* vehicles(text) {
      for (const named of plates.NAMED.all(text)) {
        const { plate } = named.groups;
        const both = /[0-9]/.test(plate) && /\p{L}/u.test(plate);
        const told = /reg|plate/i.test(named[0].slice(0, -plate.length));
        const loud = plate === plate.toUpperCase() && told && /\p{L}/u.test(plate);
        if ((both || loud) && plate.length > 1 && !sets.stop.has(plate.toLowerCase())) {
          yield span(named, "plate");
        }
      }
      for (const plate of plates.PLATE.all(text)) if (isPlate(text, plate)) yield span(plate);
    }

    function* numbersOfCases(text, sure) {
      const { COURT, COURT_SIGN, SIGNED, DATE, YEAR, REGISTRY, CODE } = cases;
      if (sure) {
        for (const form of [...cases.POLICE_LOOSE, ...cases.POLICE]) yield* form.all(text).map((one) => span(one));
        return;
      }
      for (const found of COURT.all(text)) {
        if (COURT_SIGN.in(text.slice(Math.max(0, found.index - 30), found.index))) yield span(found);
      }
      for (const found of SIGNED.all(text)) {
        const { number: written } = found.groups;
        const registry = /^(?:dnr|diarie|(?:ärende|mål)n|ref)/i.test(found[0]);
        const looks = registry && !written.slice(6).includes("-") && written.length > 4;
        if (!(DATE.at(written, 0) || YEAR.at(written, 0)) || looks) yield span(found, "number");
      }
      for (const form of [REGISTRY, CODE]) yield* form.all(text).map((one) => span(one));
    }

    function* accounts(text) {
      for (const form of [handles.LINK, handles.AT]) {
        for (const found of form.all(text)) yield [found.index, found.index + found[0].replace(/[.,!?:]+$/, "").length];
      }
      for (const form of [handles.AFTER, handles.BEFORE]) {
        for (const found of form.all(text)) {
          if (!sets.stop.has(found.groups.name.toLowerCase())) yield span(found, "name");
        }
      }
      for (const form of [handles.LOOKS, handles.LOOKS_BEFORE, handles.NAMED, handles.TAG]) {
        yield* form.all(text).map((one) => span(one, "name"));
      }
    }

    function* apartments(text) {
      yield* homes.NAMED.all(text).map((one) => span(one));
      for (const form of [homes.LIVES, homes.ADDRESS]) yield* form.all(text).map((one) => span(one, "number"));
      yield* homes.DOOR.all(text).map((one) => span(one));
    }

    // The commonest first names alone, with a capital letter, and the word after them if it
    // has one too. The server knows more.
    function* names(text) {
      const words = [...text.matchAll(/\p{L}+(?:[-'’]\p{L}+)*/gu)];
      for (let at = 0; at < words.length; at += 1) {
        const [word] = words[at];
        const low = word.toLowerCase();
        const known = sets.names.has(low) || sets.names.has(low.replace(/s$/, ""));
        const before = at ? words[at - 1][0].toLowerCase() : "";
        if (!known || word[0] === low[0] || sets.beforePlace.has(before)) continue;
        const next = words[at + 1];
        const beside = next && next.index === end(words[at]) + 1 ? next[0] : "";
        const after = words[at + 2]?.[0].toLowerCase() ?? "";
        if (sets.afterPlace.has(beside.toLowerCase()) || sets.afterPlace.has(after)) continue;
        const whole = /^\p{Lu}\p{Ll}/u.test(beside) && !sets.names.has(low.slice(0, -1));
        yield [words[at].index, end(whole ? next : words[at])];
        if (whole) at += 1;
      }
    }

    // In the order of the server: what is found first keeps its place.
    return (typed) => {
      const text = read(typed);
      const born = [...people(text)];
      const kept = [];
      const take = (kind, spans) => {
        for (const [from, to] of spans) {
          if (kept.every((one) => to <= one.from || one.to <= from)) kept.push({ kind, from, to });
        }
      };
      take("email", emails(text));
      take("handle", accounts(text));
      take("case_number", numbersOfCases(text, true));
      take("personnummer", born.filter(([, , phone]) => !phone));
      take("phone", calls(text));
      take("personnummer", born);
      take("case_number", numbersOfCases(text, false));
      take("apartment", apartments(text));
      take("plate", vehicles(text));
      take("name", names(text));
      return kept
        .sort((one, other) => one.from - other.from)
        .map(({ kind, from, to }) => ({ kind, what: text.slice(from, to) }));
    };
  }

  let loading;
  const load = (address) => {
    loading ??= fetch(address).then((answer) => answer.json()).then(guard);
    return loading;
  };

  let pressed = false;
  addEventListener("pointerdown", () => (pressed = true), true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (pressed = false), true);

  function attach(field) {
    const list = document.getElementById(`${field.id}_guarded`);
    if (!list) return;
    const sentences = JSON.parse(field.dataset.guard);
    let timer = 0;
    field.setAttribute(
      "aria-describedby",
      [field.getAttribute("aria-describedby"), list.id].filter(Boolean).join(" "),
    );

    // Only what is new is written, so that it is not read aloud again at every letter.
    function tell(found) {
      const told = [...new Set(
        found
          .filter(({ kind }) => kind in sentences)
          .map(({ kind, what }) => sentences[kind].replace("%(what)s", () => what)),
      )].slice(0, MOST);
      for (const line of [...list.children]) if (!told.includes(line.textContent)) line.remove();
      const there = [...list.children].map((line) => line.textContent);
      for (const sentence of told.filter((one) => !there.includes(one))) {
        const line = document.createElement("li");
        line.textContent = sentence;
        list.append(line);
      }
    }

    async function look() {
      try {
        const find = await load(field.dataset.guardLists);
        tell(find(field.value));
      } catch {
        // No lists: the server says it when the form is sent.
      }
    }

    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, WAIT);
    });
    // A button that is pressed must not move away under the finger: that press is first.
    field.addEventListener("change", () => {
      if (pressed) addEventListener("pointerup", () => setTimeout(look, 0), { once: true });
      else look();
    });
    if (field.value) look();
  }

  document.querySelectorAll("[data-guard]").forEach(attach);
})();
