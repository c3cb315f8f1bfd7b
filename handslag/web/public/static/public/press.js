// The answer in a letter, with one press: the page presses its own button, for somebody
// who looks at it. A program that only fetches the page has no window to look in.
(() => {
  "use strict";
  const form = document.querySelector('[data-behaviour="press"]');
  if (!form || navigator.webdriver) return;
  let pressed = false;
  const press = () => {
    if (pressed || document.visibilityState !== "visible" || document.prerendering) return;
    pressed = true;
    form.requestSubmit();
  };
  press();
  document.addEventListener("visibilitychange", press);
  document.addEventListener("prerenderingchange", press);
})();
