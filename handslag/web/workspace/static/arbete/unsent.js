// Before someone signs out: what has not been sent would be lost, so it is said. Then what
// lies on the device is removed, for the phone may be shared. Without this file the
// browser removes it when the answer says so (Clear-Site-Data).
(() => {
  "use strict";

  const { unsent } = document.currentScript.dataset;
  const queues = [self.handslagQueue, self.handslagWalks].filter(Boolean);
  const { indexedDB } = self;
  if (!queues.length || !indexedDB) return;

  const isKnown = async ({ NAME }) =>
    !indexedDB.databases || (await indexedDB.databases()).some(({ name }) => name === NAME);
  const isBegun = ({ said = {}, events = [] }) => Object.keys(said).length > 0 || events.length > 0;
  const left = async (queue) => {
    const waiting = (await queue.every()).filter((item) => item.state !== "sent");
    return waiting.length + (await queue.drafts()).filter(isBegun).length;
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.action.endsWith("/logga-ut/")) return;
    event.preventDefault();
    try {
      const known = [];
      for (const queue of queues) if (await isKnown(queue)) known.push(queue);
      let n = 0;
      for (const queue of known) n += await left(queue);
      if (n && !confirm(unsent.replace("{n}", n))) return;
      for (const queue of known) await queue.forget();
    } catch {
      // Where nothing can be kept there is nothing to lose.
    }
    HTMLFormElement.prototype.submit.call(form);
  });
})();
