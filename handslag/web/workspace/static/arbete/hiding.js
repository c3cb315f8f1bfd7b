// Draws boxes over a photo where something is to be hidden. The squares to tick stay, for
// the keyboard and for those without this file; both count.
(() => {
  "use strict";

  const hiding = document.getElementById("hiding");
  const drawing = document.getElementById("drawing");
  const input = hiding?.querySelector('[name="boxes"]');
  if (!drawing || !input) return;

  const LEAST = 0.005; // of the width: a slip of the finger is no box
  const boxes = [];
  let begun = null;

  drawing.hidden = false;
  document.getElementById("squares").open = Boolean(hiding.querySelector(".squares :checked"));

  const share = (event) => {
    const { left, top, width, height } = drawing.getBoundingClientRect();
    const within = (value) => Math.min(1, Math.max(0, value));
    return [within((event.clientX - left) / width), within((event.clientY - top) / height)];
  };
  const between = ([x, y], [x2, y2]) => [Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2)];
  const place = (box, [left, top, right, bottom]) => {
    Object.assign(box.style, {
      left: `${left * 100}%`,
      top: `${top * 100}%`,
      width: `${(right - left) * 100}%`,
      height: `${(bottom - top) * 100}%`,
    });
  };

  const buttons = document.getElementById("drawing-buttons");
  const undo = Object.assign(document.createElement("button"), { type: "button", className: "btn second", textContent: hiding.dataset.undo });
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  buttons.append(undo, count);
  const keep = () => {
    input.value = JSON.stringify(boxes.map(({ sides }) => sides));
    buttons.hidden = !boxes.length;
    count.textContent = hiding.dataset.drawn.replace("{n}", boxes.length);
  };
  const draw = (sides) => {
    const box = Object.assign(document.createElement("div"), { className: "box" });
    place(box, sides);
    drawing.append(box);
    return box;
  };

  drawing.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    drawing.setPointerCapture(event.pointerId);
    const at = share(event);
    begun = { at, box: draw(between(at, at)) };
  });
  drawing.addEventListener("pointermove", (event) => {
    if (begun) place(begun.box, between(begun.at, share(event)));
  });
  const end = (event) => {
    if (!begun) return;
    const sides = between(begun.at, share(event));
    const isBox = sides[2] - sides[0] > LEAST && sides[3] - sides[1] > LEAST;
    if (isBox && event.type === "pointerup") boxes.push({ sides, box: begun.box });
    else begun.box.remove();
    begun = null;
    keep();
  };
  drawing.addEventListener("pointerup", end);
  drawing.addEventListener("pointercancel", end);
  undo.addEventListener("click", () => {
    boxes.pop()?.box.remove();
    keep();
  });

  // A form that came back keeps what was drawn.
  try {
    for (const sides of JSON.parse(input.value || "[]")) boxes.push({ sides, box: draw(sides) });
  } catch {
    input.value = "";
  }
  keep();
})();
