// The coding desk with the keys: the sign before a theme chooses it. Enter saves, which
// the browser does by itself. Only while the focus is in the form, so that whoever
// speaks to the computer chooses nothing by chance. Without this file: a plain form.
(() => {
  "use strict";
  const form = document.querySelector('[data-behaviour="coding"]');
  if (!form) return;
  const boxes = new Map();
  for (const box of form.querySelectorAll("input[data-key]")) {
    if (box.dataset.key) boxes.set(box.dataset.key, box);
  }
  const fields = form.querySelector("fieldset");
  fields.classList.add("has-keys");
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches('select, textarea, input:not([type="checkbox"])')) return;
    const box = boxes.get(event.key.toLowerCase());
    if (!box) return;
    event.preventDefault();
    box.checked = !box.checked;
    box.focus();
  });
  // Whoever goes from one voice to the next goes on with the keys at once.
  if (form.dataset.inARow) fields.querySelector("input").focus();
})();
