// Before someone signs out: what has not been sent would be lost, so it is said. Then what
// lies on the device is removed, for the phone may be shared. Without this file the
// browser removes it when the answer says so (Clear-Site-Data).
(() => {
  "use strict";

  const { unsent } = document.currentScript.dataset;
  const queue = self.handslagQueue;
  const { indexedDB } = self;
  if (!queue || !indexedDB) return;

  const known = async () =>
    !indexedDB.databases || (await indexedDB.databases()).some(({ name }) => name === queue.NAME);
  const isBegun = ({ said = {}, events = [] }) => Object.keys(said).length > 0 || events.length > 0;
  const left = async () => {
    const waiting = (await queue.every()).filter((item) => item.state !== "sent");
    return waiting.length + (await queue.drafts()).filter(isBegun).length;
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.action.endsWith("/logga-ut/")) return;
    event.preventDefault();
    try {
      if (await known()) {
        const n = await left();
        if (n && !confirm(unsent.replace("{n}", n))) return;
        await queue.forget();
      }
    } catch {
      // Where nothing can be kept there is nothing to lose.
    }
    HTMLFormElement.prototype.submit.call(form);
  });
})();
