// Draws a map of what a table on the page already says, and lets the keyboard walk
// in it: <figure data-behaviour="map" data-source="/address.geojson" data-ground="…"
// data-leave="id of the table" hidden>, see ui/_map.html.
//
// The source is GeoJSON. Each feature is a mark: a Polygon is a square of the grid
// with {value, level: 1–5, text, href}, a Point is one thing with {text, href}. With
// data-follow the source is asked again when the map has been moved, with the box
// and the width of a pixel in metres, and answers what suits that; a Point with
// {value, box} is then many together. The table beside is written anew from the
// {cells} of each mark. Texts are written as text, never as HTML. Without this file
// the table stands alone.
(() => {
  "use strict";
  const L = window.L;
  if (!L) return;

  const WAIT = 250;
  const ROOM_FOR_A_NUMBER = 30; // pixels
  const NEAR = 44; // pixels: points closer than a finger are one
  const STEP = 120; // pixels that shift and an arrow move the map
  const CLOSEST = 18;
  const ALL = 0.15; // of the window, left free around what is shown
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const LINE = "LineString"; // the way of a walk, from stop to stop

  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const made = (kind, looks, text) => {
    const one = document.createElement(kind);
    one.className = looks;
    one.textContent = text;
    return one;
  };

  async function fetched(address, signal) {
    const answer = await fetch(address, { headers: { Accept: "application/geo+json" }, signal });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }

  // The sheet, the ground and the buttons: what a map to read and a map to point in share.
  async function open(figure) {
    const sheet = figure.querySelector(".sheet");
    figure.hidden = false;
    const still = calm();
    const map = L.map(sheet, {
      attributionControl: false,
      zoomControl: false,
      keyboard: false,
      scrollWheelZoom: false,
      zoomAnimation: !still,
      fadeAnimation: !still,
      markerZoomAnimation: !still,
      inertia: !still,
      maxZoom: CLOSEST,
      zoomSnap: 0.5,
    });
    map.setView([62, 16], 5);
    // The wheel scrolls the page until somebody is in the map.
    sheet.addEventListener("focus", () => map.scrollWheelZoom.enable());
    sheet.addEventListener("blur", () => map.scrollWheelZoom.disable());
    map.on("click", () => sheet.focus({ preventScroll: true }));
    if (figure.dataset.tiles) L.tileLayer(figure.dataset.tiles, { maxZoom: CLOSEST }).addTo(map);
    const ground = await laid(map, figure);
    for (const button of figure.querySelectorAll("button[data-do]")) {
      button.addEventListener("click", () => figure.dispatchEvent(new CustomEvent(`map:${button.dataset.do}`)));
    }
    figure.addEventListener("map:in", () => map.zoomIn(1));
    figure.addEventListener("map:out", () => map.zoomOut(1));
    return { map, sheet, ground };
  }

  // The outline of the municipality, its neighbours, and names to find one's way by.
  async function laid(map, figure) {
    const ground = { names: [], here: null, bounds: null };
    if (!figure.dataset.ground) return ground;
    // Without the ground one can still find one's way by what lies on it.
    const { features } = await fetched(figure.dataset.ground).catch(() => ({ features: [] }));
    const areas = features.filter((one) => one.geometry.type !== "Point");
    map.createPane("ground");
    map.createPane("names");
    const drawn = L.geoJSON(areas, {
      pane: "ground",
      interactive: false,
      style: (one) => ({ className: one.properties.here ? "ground here" : "ground" }),
    }).addTo(map);
    drawn.eachLayer((layer) => {
      if (!layer.feature.properties.here) return;
      ground.here = layer.feature.geometry;
      ground.bounds = layer.getBounds();
    });
    for (const one of features.filter((feature) => feature.geometry.type === "Point")) {
      const [lon, lat] = one.geometry.coordinates;
      const at = L.latLng(lat, lon);
      ground.names.push({ name: one.properties.name, at });
      if (!one.properties.shown) continue;
      const icon = L.divIcon({ className: "name", iconSize: null, html: made("span", "", one.properties.name) });
      L.marker(at, { icon, interactive: false, keyboard: false, pane: "names" }).addTo(map);
    }
    return ground;
  }

  // A map to read

  async function read(figure) {
    const said = figure.querySelector(".said");
    const { map, sheet, ground } = await open(figure);
    const layer = L.layerGroup().addTo(map);
    const state = { features: [], marks: [], chosen: null, asked: null };

    const say = (text, href) => {
      said.textContent = text;
      if (!href) return;
      const link = made("a", "", figure.dataset.open);
      link.href = href;
      said.append(" ", link);
    };

    const whole = (animate = !calm()) => {
      if (figure.dataset.start) return map.fitBounds(boxed(figure.dataset.start.split(",").map(Number)), { animate });
      const bounds = L.geoJSON(state.features).getBounds();
      const shown = bounds.isValid() ? bounds.pad(ALL) : ground.bounds;
      // One point alone is found by the names around it.
      const alone = figure.dataset.marks && state.features.length < 2;
      if (shown) map.fitBounds(shown, { maxZoom: alone ? 12.5 : 15, animate });
    };

    function choose(mark, { announce = true } = {}) {
      state.marks.forEach((one) => one.element()?.classList.toggle("chosen", one === mark));
      state.chosen = mark;
      if (!mark) return;
      mark.layer.bringToFront?.();
      if (!map.getBounds().pad(-ALL / 2).contains(mark.at)) map.panTo(mark.at, { animate: !calm() });
      if (announce) say(mark.text, mark.href);
    }

    function draw() {
      const before = state.chosen?.key;
      layer.clearLayers();
      ways(state.features).addTo(layer);
      state.marks = [...squares(state.features), ...dots(state.features, map), ...many(state.features)];
      for (const mark of state.marks) {
        mark.layer.addTo(layer);
        mark.number?.addTo(layer);
        mark.layer.on("click", (event) => {
          L.DomEvent.stopPropagation(event);
          if (mark.within) map.fitBounds(mark.within.pad(ALL), { animate: !calm() });
          choose(mark);
          sheet.focus({ preventScroll: true });
        });
      }
      sized();
      clear();
      choose(state.marks.find((one) => one.key === before) ?? null, { announce: false });
    }

    // A number is written in a square when there is room for it.
    function sized() {
      const first = state.marks.find((one) => one.bounds);
      if (!first) return;
      const corners = [first.bounds.getNorthWest(), first.bounds.getSouthEast()];
      const [from, to] = corners.map((corner) => map.latLngToLayerPoint(corner));
      sheet.classList.toggle("with-numbers", to.x - from.x >= ROOM_FOR_A_NUMBER);
    }

    // A name that would lie across a number or a point is not written.
    function clear() {
      const numbered = sheet.classList.contains("with-numbers");
      const full = state.marks.filter((one) => numbered || !one.bounds);
      const taken = full.map((one) => one.element()?.getBoundingClientRect()).filter(Boolean);
      for (const name of sheet.querySelectorAll(".name > span")) {
        const box = name.getBoundingClientRect();
        const across = (one) => box.left < one.right && box.right > one.left && box.top < one.bottom && box.bottom > one.top;
        name.classList.toggle("taken", taken.some(across));
      }
    }

    const address = () => {
      const wanted = new URL(figure.dataset.source, location.href);
      if (figure.dataset.follow === undefined) return wanted;
      const bounds = map.getBounds();
      const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
      wanted.searchParams.set("ruta", sides.map((side) => side.toFixed(4)).join(","));
      const middle = map.getSize().divideBy(2);
      const there = map.containerPointToLatLng(middle.add([1, 0]));
      wanted.searchParams.set("meter", map.distance(map.getCenter(), there).toFixed(2));
      return wanted;
    };

    // Where one looks stands in the address bar, and goes with the form beside.
    function keep() {
      const box = address().searchParams.get("ruta");
      const here = new URL(location.href);
      here.searchParams.set("ruta", box);
      history.replaceState(history.state, "", here);
      const field = document.getElementById(figure.dataset.keep);
      if (field) field.value = box;
    }

    async function ask() {
      state.asked?.abort();
      state.asked = new AbortController();
      try {
        const found = figure.dataset.marks
          ? JSON.parse(figure.dataset.marks)
          : await fetched(address(), state.asked.signal);
        state.features = found.features;
        draw();
        if (found.text) say(found.text);
        figure.dispatchEvent(new CustomEvent("map:told", { detail: found.text }));
        if (found.columns) written(figure, found, map);
      } catch (trouble) {
        if (trouble.name !== "AbortError") say(figure.dataset.trouble);
      }
    }

    function walk([x, y]) {
      const here = map.latLngToLayerPoint(state.chosen?.at ?? map.getCenter());
      let best = null;
      for (const mark of state.marks) {
        if (mark === state.chosen) continue;
        const to = map.latLngToLayerPoint(mark.at).subtract(here);
        const along = to.x * x + to.y * y;
        const beside = Math.abs(to.x * y) + Math.abs(to.y * x);
        if (along < 1 || beside > along * 2) continue;
        const far = along + 2 * beside;
        if (!best || far < best.far) best = { mark, far };
      }
      if (best) choose(best.mark);
      else if (state.marks.length) say(figure.dataset.last);
    }

    function enter() {
      const mark = state.chosen;
      const within = mark?.within ?? (figure.dataset.follow === undefined ? null : mark?.bounds);
      if (within) map.fitBounds(within.pad(ALL), { animate: !calm() });
      else if (mark?.href) location.assign(mark.href);
    }

    const keys = {
      "+": () => map.zoomIn(1),
      "=": () => map.zoomIn(1),
      "-": () => map.zoomOut(1),
      Home: () => whole(),
      Enter: () => enter(),
      Escape: () => leave(figure),
    };
    sheet.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const way = WAYS[event.key];
      if (!way && !keys[event.key]) return;
      event.preventDefault();
      if (!way) keys[event.key]();
      else if (event.shiftKey) map.panBy(L.point(way).multiplyBy(STEP), { animate: !calm() });
      else walk(way);
    });
    figure.addEventListener("map:all", () => whole());

    figure.addEventListener("map:ask", ask);
    map.on("moveend", () => requestAnimationFrame(clear));
    if (figure.dataset.start) whole(false);
    else if (ground.bounds) map.fitBounds(ground.bounds, { animate: false });
    await ask();
    if (figure.dataset.follow === undefined) {
      map.on("zoomend", draw);
      whole(false);
    } else {
      let timer = 0;
      map.on("moveend", () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          keep();
          ask();
        }, WAIT);
      });
    }
    figure.dataset.state = "drawn";
  }

  const boxed = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

  // The table beside says what the map now shows: one line for each mark. The name of
  // many together leads closer, their number to the list of them.
  function written(figure, { caption, columns, features }, map) {
    const table = document.getElementById(figure.dataset.leave)?.closest("table");
    if (!table) return;
    const linked = (text, href) => {
      if (!href) return document.createTextNode(text);
      const link = made("a", "", text);
      link.href = href;
      return link;
    };
    const closer = (feature) => {
      const bounds = feature.properties.box ? boxed(feature.properties.box) : L.geoJSON(feature).getBounds();
      const there = new URL(location.href);
      there.searchParams.set("ruta", bounds.toBBoxString());
      const link = linked(feature.properties.cells[0], there.href);
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        map.fitBounds(bounds.pad(ALL), { animate: !calm() });
        figure.querySelector(".sheet").focus();
      });
      return link;
    };
    const headed = columns.map((text, nr) => {
      const cell = made("th", nr && features.some((one) => one.properties.value) ? "num" : "", text);
      cell.scope = "col";
      return cell;
    });
    const lines = features.map((feature) => {
      const { cells, href, value } = feature.properties;
      const row = document.createElement("tr");
      cells.forEach((text, nr) => {
        const cell = made(nr ? "td" : "th", nr && value ? "num" : "", "");
        if (!nr) cell.scope = "row";
        if (value && !nr) cell.append(closer(feature));
        else cell.append(linked(text, value || !nr ? href : ""));
        row.append(cell);
      });
      return row;
    });
    table.caption.textContent = caption;
    table.tHead.rows[0].replaceChildren(...headed);
    table.tBodies[0].replaceChildren(...lines);
  }

  function leave(figure) {
    const target = document.getElementById(figure.dataset.leave);
    if (!target) return figure.querySelector(".sheet").blur();
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus();
  }

  function squares(features) {
    return features
      .filter((one) => !["Point", LINE].includes(one.geometry.type))
      .map((feature) => {
        const { value, level, text, href } = feature.properties;
        const layer = L.geoJSON(feature, { style: { className: `cell level-${level}` } }).getLayers()[0];
        const bounds = layer.getBounds();
        const icon = L.divIcon({ className: `number level-${level}`, iconSize: null, html: made("span", "", value) });
        return {
          ...{ key: `${feature.id}`, text, href, layer, bounds, at: bounds.getCenter() },
          number: L.marker(bounds.getCenter(), { icon, interactive: false, keyboard: false }),
          element: () => layer.getElement(),
        };
      });
  }

  // The way between points in order, under them: nothing to press.
  function ways(features) {
    const lines = features.filter((one) => one.geometry.type === LINE);
    return L.geoJSON(lines, { interactive: false, style: { className: "way" } });
  }

  // Many together, as the server has counted them: pressed, they open.
  function many(features) {
    return features
      .filter((one) => one.geometry.type === "Point" && one.properties.value)
      .map(({ id, geometry, properties: { value, level, text, href, box } }) => {
        const [lon, lat] = geometry.coordinates;
        const at = L.latLng(lat, lon);
        const icon = L.divIcon({ className: `dot many level-${level}`, iconSize: [44, 44], html: made("span", "", value) });
        const layer = L.marker(at, { icon, keyboard: false, title: text });
        return { key: `${id}`, text, href, at, layer, within: boxed(box), element: () => layer.getElement() };
      });
  }

  // Points that would lie on top of each other are one ring with their number in it.
  function dots(features, map) {
    const groups = [];
    for (const feature of features.filter((one) => one.geometry.type === "Point" && !one.properties.value)) {
      const [lon, lat] = feature.geometry.coordinates;
      const at = L.latLng(lat, lon);
      const place = map.project(at);
      const group = groups.find((one) => one.place.distanceTo(place) < NEAR);
      if (group) group.members.push({ at, feature });
      else groups.push({ place, members: [{ at, feature }] });
    }
    return groups.map(({ members }) => (members.length > 1 ? ring(members, map) : dot(members[0])));
  }

  const said = ({ properties: { text, cells } }) => text ?? `${cells.join(", ")}.`;

  function dot({ at, feature }) {
    const { href, sign } = feature.properties;
    const text = said(feature);
    const icon = L.divIcon({ className: "dot", iconSize: [26, 26], html: made("span", "", sign ?? "") });
    const layer = L.marker(at, { icon, keyboard: false, title: text });
    return { key: `${feature.id}`, text, href, at, layer, element: () => layer.getElement() };
  }

  function ring(members, map) {
    const within = L.latLngBounds(members.map((one) => one.at));
    const at = within.getCenter();
    const figure = map.getContainer().closest("figure");
    const text = figure.dataset.several.replace("{number}", members.length);
    const icon = L.divIcon({ className: "dot ring", iconSize: [38, 38], html: made("span", "", members.length) });
    const layer = L.marker(at, { icon, keyboard: false, title: text });
    const key = members.map((one) => one.feature.id).join(" ");
    const apart = map.getZoom() < CLOSEST && within.getNorthEast().distanceTo(within.getSouthWest()) > 1;
    return {
      ...{ key, at, layer, within: apart ? within : null, element: () => layer.getElement() },
      text: [text, ...(apart ? [] : members.map((one) => said(one.feature)))].join(" "),
    };
  }

  const failed = (figure) => () => {
    figure.querySelector(".said").textContent = figure.dataset.trouble;
  };

  window.handslagMap = { open, leave, calm, failed, WAYS, STEP };
  document
    .querySelectorAll('figure[data-behaviour="map"]')
    .forEach((figure) => read(figure).catch(failed(figure)));
})();
