// The variance ledger: quantities down, temperatures across.
import { get } from "/api.js";
import { el, fill, number, svg } from "/dom.js";

const box = document.querySelector("#ledger .body");
const SIGN = { pass: "\u2713", fail: "\u2715", undecided: "?" };
const WIDTH = 100;

/** The interval over its band, which takes the middle third. */
function bar(line) {
  const size = line.bandHigh - line.bandLow;
  const place = (v) => Math.min(WIDTH, Math.max(0, (WIDTH * (v - (line.bandLow - size))) / (3 * size)));
  return svg("svg", { viewBox: `0 0 ${WIDTH} 12`, class: "interval", "aria-hidden": "true", preserveAspectRatio: "none" },
    svg("rect", { x: place(line.bandLow), y: 0, width: place(line.bandHigh) - place(line.bandLow), height: 12, class: "inside" }),
    svg("rect", { x: place(line.low), y: 5, width: Math.max(1, place(line.high) - place(line.low)), height: 2, class: "reach" }),
    svg("rect", { x: place(line.estimate) - 1.5, y: 2, width: 3, height: 8, class: "point" }));
}

function cell(line) {
  if (!line) return el("td", { className: "gap" }, "\u2013");
  const side = line.estimate < line.ideal ? "low" : "high";
  const shade = Math.min(4, Math.floor(2 * line.deviation));
  const needed = line.verdict !== "undecided" ? "" : line.needed < 0 ? "more MD" : `about ${line.needed} samples would decide`;
  return el("td", { className: `gate ${side} shade-${shade}`, title: `${line.samples} samples, against ${line.source}`, data: { verdict: line.verdict } },
    el("span", { className: "estimate" }, el("span", {}, el("b", {}, number(line.estimate, 3)), el("span", { className: "reachwords" }, ` ${number(line.low, 3)} to ${number(line.high, 3)}`)), " ", el("span", { className: "sign" }, `${SIGN[line.verdict] ?? ""} ${line.verdict}`)),
    bar(line),
    el("small", {}, `band ${number(line.bandLow)} to ${number(line.bandHigh)}`, needed ? `; ${needed}` : ""));
}

function stage(name, lines) {
  const temperatures = [...new Set(lines.map((l) => l.temperatureK))].sort((a, b) => a - b);
  const quantities = [...new Set(lines.map((l) => l.quantity))];
  const label = `Variance ledger ${name}, quantities by temperature`;
  return el("div", { className: "scroll", tabIndex: 0, role: "region", aria: { label } },
    el("table", { className: "gates" },
      el("caption", {}, name, " ", el("span", { className: "quiet" }, ["pass", "fail", "undecided"].map((v) => `${lines.filter((l) => l.verdict === v).length} ${v}`).join(", "))),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "quantity"), temperatures.map((t) => el("th", { scope: "col" }, `${number(t, 0)} K`)))),
      el("tbody", {}, quantities.map((q) => el("tr", {}, el("th", { scope: "row" }, q), temperatures.map((t) => cell(lines.find((l) => l.quantity === q && l.temperatureK === t))))))));
}

export async function ledger() {
  const view = await get("ledger");
  const stages = [...new Set(view.lines.map((l) => l.stage))].reverse(); // what the frames have become comes first
  fill(box, view.lines.length === 0
    ? el("p", {}, "Nothing has been judged yet: that takes an assessed round and reference MD at the target's temperature.")
    : [el("p", {}, `After round ${view.round}.`), stages.map((s) => stage(s, view.lines.filter((l) => l.stage === s)))]);
}
