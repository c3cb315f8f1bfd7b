// Makes the row of months a slider: <nav id="manader"> with a link for each month and a
// hidden range beside. While one slides, the month is said; when one lets go, the map
// asks for it. Without this file the links do the same.
(() => {
  "use strict";
  const row = document.getElementById("manader");
  const map = document.getElementById("karta");
  const slide = row?.querySelector(".slide");
  if (!slide || !map) return;

  const links = [...row.querySelectorAll("a[data-month]")];
  const range = slide.querySelector("input");
  const said = slide.querySelector("output");
  const chosen = () => links.findIndex((one) => one.hasAttribute("aria-current"));
  const tell = () => {
    said.textContent = links[range.value].getAttribute("aria-label");
    range.setAttribute("aria-valuetext", said.textContent);
  };

  let slid = false;
  const ask = () => {
    slid = true;
    const link = links[range.value];
    const { month } = link.dataset;
    for (const one of links) one.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    const source = new URL(map.dataset.source, location.href);
    const here = new URL(location.href);
    for (const address of [source, here]) {
      address.searchParams.set("since", month);
      address.searchParams.set("until", month);
    }
    map.dataset.source = source.href;
    history.replaceState(history.state, "", here);
    for (const name of ["since", "until"]) {
      const field = document.querySelector(`form [name=${name}]`);
      if (field) field.value = month;
    }
    map.dispatchEvent(new CustomEvent("map:ask"));
  };

  range.max = links.length - 1;
  range.value = chosen() < 0 ? links.length - 1 : chosen();
  range.addEventListener("input", tell);
  range.addEventListener("change", ask);
  row.addEventListener("click", (event) => {
    const at = links.indexOf(event.target.closest("a"));
    if (at < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    range.value = at;
    tell();
    ask();
  });
  // What the page says at its top is true again when the map has been drawn.
  map.addEventListener("map:told", ({ detail }) => {
    const answer = document.getElementById("svar");
    if (answer && slid) answer.textContent = detail;
  });
  slide.hidden = false;
})();
