// Typing paper forms in: Enter goes to the next field, Shift and Enter back. Without this
// file the page is one long form.
(() => {
  "use strict";

  const form = document.querySelector('[data-behaviour="keying"]');
  if (!form) return;
  const stops = () =>
    [...form.querySelectorAll("input, textarea, button")].filter(
      (one) => one.type !== "hidden" && one.type !== "radio" && !one.disabled,
    );

  form.addEventListener("keydown", (event) => {
    const here = event.target;
    if (event.key !== "Enter" || !here.matches("input, textarea") || here.type === "radio") return;
    if (here.matches("textarea") && !event.ctrlKey) return;
    event.preventDefault();
    const all = stops();
    const next = all[all.indexOf(here) + (event.shiftKey ? -1 : 1)];
    if (next) {
      next.focus();
      if (next.select) next.select();
    }
  });
  const first = form.querySelector("ol input, ol textarea");
  if (first && !document.querySelector("[autofocus]")) first.focus();
})();
