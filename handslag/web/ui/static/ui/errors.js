// When a form comes back with errors: take the reader to the summary, say so in
// the title, and let each line lead into its field. The links work without this.
(() => {
  "use strict";
  const summary = document.querySelector('[data-behaviour="errors"]');
  if (!summary) return;

  document.title = `${summary.dataset.title} ${document.title}`;
  summary.focus();

  summary.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const place = link && document.getElementById(link.hash.slice(1));
    if (!place) return;
    const field = place.matches("input, select, textarea")
      ? place
      : place.querySelector("input, select, textarea");
    if (!field) return;
    event.preventDefault();
    const label = field.labels?.[0] ?? field;
    label.scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });
})();
