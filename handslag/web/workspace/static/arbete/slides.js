// One thing at a time on a projector: the arrow keys lead from one anchor to the next.
"use strict";

(() => {
  const slides = [...document.querySelectorAll('[data-behaviour="slides"] .slide')];
  const ON = new Set(["ArrowRight", "ArrowDown", "PageDown"]);
  const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);

  const nearest = () => {
    const tops = slides.map((slide) => Math.abs(slide.getBoundingClientRect().top));
    return tops.indexOf(Math.min(...tops));
  };

  document.addEventListener("keydown", (event) => {
    const step = ON.has(event.key) ? 1 : BACK.has(event.key) ? -1 : 0;
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = slides[nearest() + step];
    if (!to) return;
    event.preventDefault();
    history.replaceState(null, "", `#${to.id}`);
    to.scrollIntoView();
    to.focus({ preventScroll: true });
  });
})();
