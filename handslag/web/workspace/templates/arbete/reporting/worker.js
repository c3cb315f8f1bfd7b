// Keeps the page for reporting on the device, and sends what waits when there is coverage.
// It keeps that one page and what it is made of, and no other page of the workspace.
"use strict";

importScripts("{{ queue|escapejs }}");

const VERSION = "handslag-report-{{ version }}";
const START = "{{ start }}";
const ASSETS = {{ assets|safe }};
// What lies under the map, of each municipality that this person reports to.
const GROUNDS = {{ grounds|safe }};
const ADDRESSES = { state: `${START}lage/`, send: `${START}skicka/`, photo: `${START}bild/` };
const PATIENCE = 5000; // milliseconds; then the page on the device is better than none

const isThePage = (answer) =>
  answer.ok && !answer.redirected && (answer.headers.get("Content-Type") ?? "").startsWith("text/html");

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(VERSION);
    await cache.addAll(ASSETS);
    // Without them the page is whole all the same.
    await Promise.allSettled(GROUNDS.map((address) => cache.add(address)));
    // The page too, so that one visit is enough.
    const answer = await fetch(START, { credentials: "same-origin", redirect: "manual" });
    if (isThePage(answer)) await cache.put(START, answer);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const clear = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith("handslag-report-") && name !== VERSION);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

const page = async (event) => {
  const cache = await caches.open(VERSION);
  const kept = await cache.match(START);
  const fresh = fetch(event.request).then(async (answer) => {
    if (isThePage(answer) && event.request.url.endsWith(START)) {
      await cache.put(START, answer.clone());
    }
    return answer;
  });
  if (!kept) return fresh;
  event.waitUntil(fresh.catch(() => null));
  const late = new Promise((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE));
  return Promise.race([fresh.catch(() => kept), late]);
};

const file = async (request) => (await caches.match(request)) ?? fetch(request);

// The kept one at once, and a newer one for the next time.
const ground = async (event) => {
  const cache = await caches.open(VERSION);
  const { pathname } = new URL(event.request.url);
  const kept = await cache.match(pathname, { ignoreVary: true });
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.ok && !answer.redirected) await cache.put(pathname, answer.clone());
    return answer;
  });
  if (!kept) return fresh;
  event.waitUntil(fresh.catch(() => null));
  return kept;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === START) event.respondWith(page(event));
  else if (GROUNDS.includes(pathname)) event.respondWith(ground(event));
  else if (ASSETS.includes(pathname)) event.respondWith(file(request));
});

self.addEventListener("sync", (event) => {
  if (event.tag === "send") event.waitUntil(self.handslagQueue.send(ADDRESSES));
});
