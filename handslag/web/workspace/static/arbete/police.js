// What is asked of a source of the police is unfolded when such a source is chosen,
// and out of the way when another is. Without this file it is always there, folded.
(() => {
  "use strict";

  for (const part of document.querySelectorAll('[data-behaviour="police"]')) {
    const source = part.closest("form").querySelector('select[name$="source"]');
    const ofThePolice = part.dataset.sources.split(" ");
    const show = () => {
      const is = ofThePolice.includes(source.value);
      part.hidden = !is && Boolean(source.value) && !part.querySelector(".wrong");
      part.open = is;
    };
    source.addEventListener("change", show);
    show();
  }
})();
