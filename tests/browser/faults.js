// What axe finds on the page as it stands: one line for each fault, and which ways of
// drawing a word were judged and found good.
//
// Half of its time went to the contrast of each word by itself. Words that are drawn
// alike have the same contrast: of those whose styles are the same all the way up, one
// is judged. Where a word lies over or under something else, or sticks out of what is
// painted behind it, that something must lie alike too. All the equals of one that axe
// could not judge are judged. What was found good on another page, `known`, is drawn
// alike here too.
async ({rules, known}) => {
  if (!("axe" in window)) return null;
  // What sticks out to the right of the window, unless it scrolls by itself.
  const wide = document.documentElement.scrollWidth <= innerWidth ? []
    : [...document.querySelectorAll("main *, header *, footer *")]
      .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
      .filter(one => !one.closest(".scroll"))
      .map(one => one.outerHTML.slice(0, 120)).slice(0, 5);
  const COLOUR = "color-contrast";
  const MARK = "data-judged";
  const STYLES = [
    "color", "backgroundColor", "backgroundImage", "backgroundClip", "opacity", "fontSize",
    "fontWeight", "textShadow", "webkitTextStrokeWidth", "webkitTextStrokeColor",
    "webkitTextFillColor", "filter", "mixBlendMode", "visibility", "position", "clipPath",
    "colorScheme", "textIndent",
  ];
  const CLEAR = "rgba(0, 0, 0, 0)";
  const FIELDS = "input, select, textarea, button";
  // Whose colours axe judges nowhere: a box to tick has no words, and what is folded away
  // or clipped to nothing is not read, it thinks. Else its whole look would be for these.
  const NO_WORDS = "input:is([type=checkbox], [type=radio], [type=range], [type=color])";
  const FOLDED = "details:not([open]) > :not(summary), details:not([open]) > :not(summary) *";
  const NOT_STYLES = ["svg", "img", "video", "canvas", "iframe", "object"];

  // axe judges no choice of a list, nor what is folded away.
  const every = [...document.querySelectorAll("html, body, body *")]
    .filter(one => one.localName !== "option" && one.checkVisibility());
  // A text as a short word: two sums of its signs (FNV-1a), from two beginnings.
  const brief = text => [0x811c9dc5, 0x1b873593].map(sum => {
    for (let at = 0; at < text.length; at++) {
      sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    }
    return (sum >>> 0).toString(36);
  }).join("-");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const chains = new Map();  // what an element is drawn with, all the way up
  const clipped = new Set();
  const boxes = new Map();
  const painted = [];
  for (const one of every) {
    const style = getComputedStyle(one);
    const own = [
      chains.get(one.parentElement) ?? dark, one.localName, one.getAttribute("class"),
      one.matches(":disabled, [aria-disabled]"), ...STYLES.map(name => style[name]),
    ].join("|");
    chains.set(one, brief(own));
    boxes.set(one, one.getBoundingClientRect());
    const nothing = style.clipPath === "inset(50%)";
    if (nothing || clipped.has(one.parentElement)) clipped.add(one);
    const covers = style.backgroundColor !== CLEAR || style.backgroundImage !== "none"
      || style.position !== "static" || NOT_STYLES.includes(one.localName);
    if (covers && boxes.get(one).width && boxes.get(one).height) painted.push(one);
  }

  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1
    && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  const about = one => painted.filter(other => {
    if (other === one) return false;
    if (other.contains(one)) return !within(boxes.get(one), boxes.get(other));
    return meet(boxes.get(one), boxes.get(other));
  });
  // How another lies to it: drawn how, above or below, how far from each of its sides.
  const lies = (one, other) => {
    const a = boxes.get(one), b = boxes.get(other);
    return [
      chains.get(other), one.compareDocumentPosition(other), b.left - a.left,
      b.top - a.top, b.right - a.right, b.bottom - a.bottom,
    ].map(part => typeof part === "number" ? Math.round(part) : part).join();
  };
  const words = one => [...one.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE)
    .map(node => node.data.trim()).join("");

  const good = new Set(known.split(" "));
  const groups = new Map();
  for (const one of every) {
    const said = words(one);
    if (!said && !one.matches(FIELDS)) continue;
    if (one.matches(".skip:not(:focus)")) continue;  // out of sight until it is reached
    if (clipped.has(one) || one.matches(NO_WORDS) || one.matches(FOLDED)) continue;
    // A single sign is not judged, nor one that is no letter.
    const {width, height} = boxes.get(one);
    const others = about(one).map(other => lies(one, other));
    const room = others.length ? brief([width, height, ...others].join("|")) : "";
    const key = `${chains.get(one)}${/[\p{L}\p{N}]{2}/u.test(said)}${room}`;
    if (good.has(key)) continue;
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

  const onlyColour = rules.values.length === 1 && rules.values[0] === COLOUR;
  if (onlyColour && !groups.size) return {faults: [], wide, good: ""};
  const first = await run([...groups.values()].map(([one]) => one), rules);
  const coloured = kind => new Set(first[kind].filter(fault => fault.id === COLOUR)
    .flatMap(fault => fault.nodes.map(node => node.element)));
  const passed = coloured("passes"), failed = coloured("violations");
  const left = [...groups.values()].filter(([one]) => !passed.has(one) && !failed.has(one))
    .flatMap(([, ...others]) => others);
  const again = left.length ? await run(left, {type: "rule", values: [COLOUR]}) : null;
  return {
    wide,
    faults: [...faults(first), ...again ? faults(again) : []],
    good: [...groups].filter(([, [one]]) => passed.has(one))
      .map(([key]) => key).join(" "),
  };
}
