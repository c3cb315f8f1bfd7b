// Rows that can be added and taken out in the editor, and the fields that belong
// to the chosen kind of target. Without this file there is always an empty row,
// every field shows, and a box takes a row out.
(() => {
  "use strict";

  const blank = (row) =>
    [...row.querySelectorAll("input, select, textarea")].every((field) => {
      if (field.type === "checkbox") return !field.checked;
      if (field.type === "hidden") return !field.value;
      if (field.matches("select")) return field.selectedIndex === Math.max(0, [...field.options].findIndex((o) => o.defaultSelected));
      return field.value === "";
    });

  function target(row) {
    const kind = row.querySelector('select[name$="-op"]');
    const parts = [...row.querySelectorAll("[data-ops]")];
    const meaning = document.createElement("p");
    meaning.className = "hint";
    meaning.setAttribute("aria-live", "polite");
    kind.after(meaning);

    const show = () => {
      for (const part of parts) {
        const ops = part.dataset.ops.split(" ").filter(Boolean);
        const typed = [...part.querySelectorAll("input, select, textarea")].some((field) => field.value);
        part.hidden = ops.length > 0 && !ops.includes(kind.value) && !(typed && !kind.value);
      }
      const said = document.querySelector(`.meanings [data-op="${kind.value}"] dd`);
      meaning.textContent = said ? said.textContent : "";
    };
    kind.addEventListener("change", show);
    show();
  }

  function takeOut(row) {
    const box = row.querySelector('input[name$="-DELETE"]');
    if (!box) return;
    const label = box.closest("label");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn link";
    button.textContent = label ? label.textContent.trim() : "×";
    box.closest(".out").hidden = true;
    row.append(button);
    button.addEventListener("click", () => {
      box.checked = true;
      row.hidden = true;
      row.parentElement.querySelector(".add").focus();
      row.dispatchEvent(new Event("input", { bubbles: true }));
    });
    if (box.checked) row.hidden = true;
  }

  function dress(row) {
    if (row.dataset.behaviour === "target") target(row);
    takeOut(row);
  }

  function attach(rows) {
    const total = rows.querySelector('input[name$="-TOTAL_FORMS"]');
    const form = rows.querySelector("template");
    const made = [...rows.querySelectorAll(".entry")];
    made.forEach(dress);

    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn second add";
    button.textContent = rows.dataset.add;
    rows.append(button);

    // The empty row is for those without a script; here the button brings it.
    const last = made.at(-1);
    if (made.length > 1 && last && blank(last) && !last.querySelector(".error")) last.hidden = true;

    button.addEventListener("click", () => {
      if (last?.hidden && blank(last)) {
        last.hidden = false;
        last.querySelector("input:not([type=hidden]), select, textarea").focus();
        return;
      }
      const nr = Number(total.value);
      const holder = document.createElement("div");
      holder.innerHTML = form.innerHTML.replaceAll("__prefix__", nr);
      const row = holder.firstElementChild;
      total.value = nr + 1;
      button.before(row);
      dress(row);
      row.querySelector("input:not([type=hidden]), select, textarea").focus();
    });
  }

  document.querySelectorAll('[data-behaviour="rows"]').forEach(attach);
})();
