// Elements made by hand: text is only ever set as text, so nothing that a store, a file or a log says can become markup.

/** An element with properties, listeners ({onclick}), attributes ({aria: {label}}, {data: {id}}) and children. */
export function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "aria" || key === "data") {
      for (const [k, v] of Object.entries(value)) made.setAttribute(`${key}-${k}`, v);
    } else if (key === "role" || key === "for" || key === "scope" || key === "colspan") {
      made.setAttribute(key, value);
    } else if (value !== undefined) {
      made[key] = value;
    }
  }
  made.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined));
  return made;
}

/** An SVG element with attributes. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Puts children in the place of what was there; what looks the same as before stays, with its focus and what is selected in it. */
export function fill(parent, ...children) {
  const next = [...el("div", {}, ...children).childNodes];
  const now = [...parent.childNodes];
  if (now.length === next.length && next.every((node, k) => node.isEqualNode(now[k]))) return;
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const scrolled = [...parent.querySelectorAll(".scroll")].map((box) => box.scrollLeft);
  parent.replaceChildren(...next);
  parent.querySelectorAll(".scroll").forEach((box, k) => { box.scrollLeft = scrolled[k] ?? 0; });
  if (key !== undefined) [...parent.querySelectorAll("[data-key]")].find((e) => e.dataset.key === key)?.focus({ preventScroll: true });
}

export const DASH = "\u2013";

export function number(value, digits = 2) {
  return value === null || value === undefined ? DASH : value.toFixed(digits).replace("-", "\u2212");
}

export function perCent(fraction, digits = 2) {
  return fraction === null || fraction === undefined ? DASH : `${number(100 * fraction, digits)} %`;
}

export function count(value) {
  return value.toLocaleString("en").replaceAll(",", "\u202f");
}

/** 42 s, 12 min, 7 h 31 min. */
export function lasting(seconds) {
  if (seconds < 120) return `${number(seconds, seconds < 10 ? 1 : 0)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function clock(instant) {
  const at = new Date(instant);
  const day = at.toDateString() === new Date().toDateString() ? "" : `${at.toLocaleDateString("en-GB", { day: "numeric", month: "short" })}, `;
  return day + at.toLocaleTimeString("en-GB");
}

/** A verdict or state as a coloured word; its sign tells it without the colour. */
export function word(text, sign = "") {
  return el("span", { className: `word ${text.toLowerCase()}` }, sign ? `${sign} ${text}` : text);
}

/** A table in a box that scrolls sideways by itself on a small screen. */
export function table(caption, heads, rows) {
  return el("div", { className: "scroll", tabIndex: 0, role: "region", aria: { label: caption } },
    el("table", {},
      el("caption", { className: "unseen" }, caption),
      el("thead", {}, el("tr", {}, heads.map((h) => el("th", { scope: "col", className: h.number ? "number" : "" }, h.title ?? h)))),
      el("tbody", {}, rows)));
}

export function row(...cells) {
  return el("tr", {}, cells.map((c) => (c instanceof HTMLTableCellElement ? c : el("td", {}, c))));
}

export function num(text) {
  return el("td", { className: "number" }, text);
}
