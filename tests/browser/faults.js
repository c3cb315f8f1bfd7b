// What axe finds on the page as it stands, one line for each fault.
//
// Half of its time went to the contrast of each word by itself. Words that are drawn
// alike have the same contrast: of those whose styles are the same all the way up, one
// is judged. A word that lies over or under something else, or sticks out of what is
// painted behind it, is judged by itself; so are all the equals of one that axe could
// not judge.
async rules => {
  const COLOUR = "color-contrast";
  const MARK = "data-judged";
  const STYLES = [
    "color", "backgroundColor", "backgroundImage", "backgroundClip", "opacity", "fontSize",
    "fontWeight", "textShadow", "webkitTextStrokeWidth", "webkitTextStrokeColor",
    "webkitTextFillColor", "filter", "mixBlendMode", "visibility", "position", "clipPath",
  ];
  const CLEAR = "rgba(0, 0, 0, 0)";
  const FIELDS = "input, select, textarea, button";
  const NOT_STYLES = ["svg", "img", "video", "canvas", "iframe", "object"];

  // axe judges no choice of a list, nor what is folded away.
  const every = [...document.querySelectorAll("html, body, body *")]
    .filter(one => one.localName !== "option" && one.checkVisibility());
  const chains = new Map();  // what an element is drawn with, all the way up
  const numbers = new Map();
  const boxes = new Map();
  const painted = [];
  for (const one of every) {
    const style = getComputedStyle(one);
    const own = [
      chains.get(one.parentElement), one.localName, one.getAttribute("class"),
      one.matches(":disabled, [aria-disabled]"), ...STYLES.map(name => style[name]),
    ].join("|");
    if (!numbers.has(own)) numbers.set(own, numbers.size);
    chains.set(one, numbers.get(own));
    boxes.set(one, one.getBoundingClientRect());
    const covers = style.backgroundColor !== CLEAR || style.backgroundImage !== "none"
      || style.position !== "static" || NOT_STYLES.includes(one.localName);
    if (covers && boxes.get(one).width && boxes.get(one).height) painted.push(one);
  }

  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1
    && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  const alone = one => painted.some(other => {
    if (other === one) return false;
    if (other.contains(one)) return !within(boxes.get(one), boxes.get(other));
    return meet(boxes.get(one), boxes.get(other));
  });
  const words = one => [...one.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE)
    .map(node => node.data.trim()).join("");

  const groups = new Map();
  for (const one of every) {
    const said = words(one);
    if (!said && !one.matches(FIELDS)) continue;
    // A single sign is not judged, nor one that is no letter.
    const key = alone(one) ? one : `${chains.get(one)} ${/[\p{L}\p{N}]{2}/u.test(said)}`;
    groups.set(key, [...groups.get(key) ?? [], one]);
  }

  const run = async (judged, runOnly) => {
    for (const one of judged) one.setAttribute(MARK, "");
    axe.configure({rules: [{id: COLOUR, selector: `[${MARK}]`}]});
    const found = await axe.run(document, {
      runOnly, preload: false, selectors: false, elementRef: true,
      resultTypes: ["violations", "passes"],
    });
    for (const one of judged) one.removeAttribute(MARK);
    return found;
  };
  const faults = found => found.violations.flatMap(fault =>
    fault.nodes.map(node => `${fault.id}: ${node.html.slice(0, 200)}`));

  const first = await run([...groups.values()].map(([one]) => one), rules);
  const decided = new Set([...first.passes, ...first.violations]
    .filter(fault => fault.id === COLOUR)
    .flatMap(fault => fault.nodes.map(node => node.element)));
  const left = [...groups.values()].filter(([one]) => !decided.has(one))
    .flatMap(([, ...others]) => others);
  const again = left.length ? await run(left, {type: "rule", values: [COLOUR]}) : null;
  return [...faults(first), ...again ? faults(again) : []];
}
