// Points out a place: <figure data-behaviour="picker" data-lon="id" data-lat="id" …
// hidden>, see ui/_picker.html. The cross stands still in the middle and the map moves
// under it: by the finger, by the arrows, by the position of the device. What is chosen
// is written into two ordinary fields and said in words. Without this file the list of
// places does the same.
(() => {
  "use strict";
  const { open, leave, calm, failed, WAYS, STEP } = window.handslagMap ?? {};
  if (!open) return;
  const L = window.L;

  const WAIT = 400;
  const FINE = 24; // pixels that shift and an arrow move
  const CLOSE = 16;
  const AT = 75; // metres: this near is there
  const WITHIN = 15000; // milliseconds that the device may think
  const MEETS = 60000; // milliseconds that an earlier position is still good

  // Whether a point lies in a polygon of GeoJSON (holes are no matter here).
  const inside = (geometry, { lng, lat }) => {
    const rings = geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.coordinates;
    return rings.some((ring) => {
      let within = false;
      for (let at = 0, last = ring.length - 1; at < ring.length; last = at, at += 1) {
        const [x, y] = ring[at];
        const [x0, y0] = ring[last];
        if (y > lat !== y0 > lat && lng < ((x0 - x) * (lat - y)) / (y0 - y) + x) within = !within;
      }
      return within;
    });
  };

  const metres = (far) => {
    const round = far < 1000 ? Math.max(50, Math.round(far / 50) * 50) : Math.round(far / 100) * 100;
    const number = round < 1000 ? round : round / 1000;
    return `${number.toLocaleString(document.documentElement.lang)} ${round < 1000 ? "m" : "km"}`;
  };

  async function pick(figure) {
    const words = figure.dataset;
    const said = figure.querySelector(".said");
    const lon = document.getElementById(words.lon);
    const lat = document.getElementById(words.lat);
    const { map, sheet, ground } = await open(figure);
    const forgetting = figure.querySelector("[data-do=forget]");
    let pin = null;
    let timer = 0;

    const where = (at) => {
      if (ground.here && !inside(ground.here, at)) return words.outside;
      let nearest = null;
      for (const { name, at: there } of ground.names) {
        const far = map.distance(at, there);
        if (!nearest || far < nearest.far) nearest = { name, far };
      }
      if (!nearest) return words.somewhere;
      const sentence = nearest.far <= AT ? words.at : words.near;
      return sentence.replace("{place}", nearest.name).replace("{far}", metres(nearest.far));
    };

    const mark = (at) => {
      if (!pin) {
        const icon = L.divIcon({ className: "pin", iconSize: [30, 30] });
        pin = L.marker(at, { icon, interactive: false, keyboard: false }).addTo(map);
      }
      pin.setLatLng(at);
      said.textContent = `${words.chosen} ${where(at)}`;
      figure.dataset.state = "chosen";
      if (forgetting) forgetting.hidden = false;
    };

    const choose = (at) => {
      lon.value = at.lng.toFixed(6);
      lat.value = at.lat.toFixed(6);
      mark(at);
      lat.dispatchEvent(new Event("change", { bubbles: true }));
    };

    const unmark = () => {
      clearTimeout(timer);
      pin?.remove();
      pin = null;
      said.textContent = forgetting.dataset.forgotten;
      figure.dataset.state = "drawn";
      forgetting.hidden = true;
    };

    const forget = () => {
      lon.value = "";
      lat.value = "";
      unmark();
      sheet.focus();
      lat.dispatchEvent(new Event("change", { bubbles: true }));
    };

    // While somebody moves about: what the cross stands on, said once it is still.
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (pin && map.distance(pin.getLatLng(), map.getCenter()) < 1) return;
        said.textContent = `${words.cross} ${where(map.getCenter())}`;
      }, WAIT);
    };

    const choosing = () => {
      clearTimeout(timer);
      choose(map.getCenter());
    };
    const go = (at, zoom) => {
      map.setView(at, zoom, { animate: !calm() });
      clearTimeout(timer);
      choose(at);
    };

    // The page has put another point in the fields, or taken the point away.
    const follow = () => {
      if (!lon.value || !lat.value) return void (pin && unmark());
      const at = L.latLng(lat.value, lon.value);
      map.setView(at, Math.max(map.getZoom(), CLOSE), { animate: false });
      clearTimeout(timer);
      mark(at);
    };

    const here = () => {
      if (!navigator.geolocation) {
        said.textContent = words.noDevice;
        return;
      }
      said.textContent = words.looking;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          go(L.latLng(coords.latitude, coords.longitude), Math.max(map.getZoom(), CLOSE));
          if (coords.accuracy > 2 * AT) said.textContent += ` ${words.rough.replace("{far}", metres(coords.accuracy))}`;
        },
        ({ code }) => {
          said.textContent = { 1: words.refused, 3: words.slow }[code] ?? words.noDevice;
        },
        { enableHighAccuracy: true, timeout: WITHIN, maximumAge: MEETS },
      );
    };

    figure.addEventListener("map:choose", choosing);
    figure.addEventListener("map:here", here);
    figure.addEventListener("map:forget", forget);
    figure.addEventListener("map:follow", follow);
    map.on("moveend", look);
    map.on("click", ({ latlng }) => go(latlng, map.getZoom()));
    const keys = {
      "+": () => map.zoomIn(1),
      "=": () => map.zoomIn(1),
      "-": () => map.zoomOut(1),
      Enter: choosing,
      Escape: () => leave(figure),
    };
    sheet.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const way = WAYS[event.key];
      if (!way && !keys[event.key]) return;
      event.preventDefault();
      if (way) map.panBy(L.point(way).multiplyBy(event.shiftKey ? FINE : STEP), { animate: !calm() });
      else keys[event.key]();
    });

    if (ground.bounds) map.fitBounds(ground.bounds, { animate: false });
    if (lon.value && lat.value) follow();
    else if (words.startLon) map.setView([words.startLat, words.startLon], CLOSE - 2, { animate: false });
    figure.dataset.state ??= "drawn";
  }

  // A map that is folded away has no size: it is drawn when it is first unfolded.
  function begin(figure) {
    const folded = figure.closest("details:not([open])");
    if (!folded) return pick(figure).catch(failed(figure));
    folded.addEventListener("toggle", () => begin(figure), { once: true });
  }

  document.querySelectorAll('figure[data-behaviour="picker"]').forEach(begin);
})();
