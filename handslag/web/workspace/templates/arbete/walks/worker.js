// Keeps the pages of walks that were opened on this device, and sends what waits when there
// is coverage. No other page of the workspace is kept.
"use strict";

importScripts("{{ queue|escapejs }}");

const VERSION = "handslag-walk-{{ version }}";
const UNDER = "{{ under }}";
const ASSETS = {{ assets|safe }};
const PATIENCE = 5000; // milliseconds; then the page on the device is better than none

const isThePage = (answer) =>
  answer.ok && !answer.redirected && (answer.headers.get("Content-Type") ?? "").startsWith("text/html");

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(VERSION);
    await cache.addAll(ASSETS);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const clear = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith("handslag-walk-") && name !== VERSION);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
    // The page that is open now was fetched before this script: keep it too.
    const cache = await caches.open(VERSION);
    for (const window of await self.clients.matchAll({ type: "window" })) {
      const { pathname } = new URL(window.url);
      if (!pathname.startsWith(UNDER)) continue;
      const answer = await fetch(pathname, { credentials: "same-origin", redirect: "manual" });
      if (isThePage(answer)) await cache.put(pathname, answer);
    }
  };
  event.waitUntil(clear());
});

const page = async (event, pathname) => {
  const cache = await caches.open(VERSION);
  const kept = await cache.match(pathname, { ignoreVary: true });
  const fresh = fetch(event.request).then(async (answer) => {
    if (isThePage(answer)) await cache.put(pathname, answer.clone());
    return answer;
  });
  if (!kept) return fresh;
  event.waitUntil(fresh.catch(() => null));
  const late = new Promise((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE));
  return Promise.race([fresh.catch(() => kept), late]);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname.startsWith(UNDER)) event.respondWith(page(event, pathname));
  else if (ASSETS.includes(pathname)) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});

self.addEventListener("sync", (event) => {
  if (event.tag === "send-walk") event.waitUntil(self.handslagWalks.send("{{ state }}"));
});
