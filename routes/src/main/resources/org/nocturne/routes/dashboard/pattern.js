// The target against the ensemble's mean with its band, and what is left between them.
import { get } from "/api.js";
import { count, el, fill, number, perCent } from "/dom.js";
import { Figure, band, dots, edge, line } from "/charts.js";

const box = document.querySelector("#pattern .body");
const words = el("p", {});
let over;
let residual;

/** Figures of a pattern over the target; also beside a structure. */
export function patternFigures(view, name, height) {
  const isMean = name === "mean of the ensemble";
  const over = new Figure("Target and pattern over q", {
    x: "q, 1/\u00c5", y: view.quantity, height, log: view.logarithmic,
    series: [edge("90 %"), edge("10 %"), dots("target", "ink"), line(name, "series-2")],
    bands: isMean ? [band(1, 2, "band")] : [],
  });
  const residual = new Figure("Residual over q", {
    x: "q, 1/\u00c5", y: view.sigma.length ? "residual, \u03c3" : "residual", height: 200,
    series: [edge("+2"), edge("\u22122"), line("target \u2212 pattern", "ink", { width: 1 })],
    bands: view.sigma.length ? [band(1, 2, "band")] : [],
  });
  return { over, residual };
}

export function drawPattern(figures, view) {
  const line = view.lines[0];
  const none = view.q.map(() => null);
  // a logarithmic axis has no place for what is not above zero, and a computed target has hollows without a floor
  const floor = 1e-5 * Math.max(...view.target);
  const shown = (values) => (view.logarithmic ? values.map((v) => (v > floor ? v : null)) : values);
  figures.over.draw([view.q, line?.high.length ? shown(line.high) : none, line?.low.length ? shown(line.low) : none, shown(view.target), line ? shown(line.fitted) : none]);
  figures.residual.draw([view.q, view.q.map(() => 2), view.q.map(() => -2), line ? line.residual : none]);
}

export async function pattern() {
  const view = await get("pattern");
  if (!over) {
    ({ over, residual } = patternFigures(view, "mean of the ensemble", 360));
    box.replaceChildren(words, over.box, el("p", { className: "quiet" }, "Dots: the target. Line: mean pattern of the labelled frames, with its fitted scale and background. Band: 10 to 90 % of single frames under the same scale; below, two standard errors of the target. Drag to look closer, double-click to come back."), residual.box);
  }
  const line = view.lines[0];
  fill(words, line
    ? [el("b", { data: { value: "frames" } }, count(line.frames)), line.ofFrames > line.frames ? ` newest of ${count(line.ofFrames)} labelled frames: ` : " labelled frames: ", "Rwp ", el("b", { data: { value: "rwp" } }, perCent(line.rwp)), line.chi2 === null ? "" : ", reduced \u03c7\u00b2 ", line.chi2 === null ? null : el("b", { data: { value: "chi2" } }, number(line.chi2, 2)), `; scale ${number(line.scale, 4)}, background ${number(line.background, 4)}.`]
    : "No labelled frame has a pattern so far.");
  drawPattern({ over, residual }, view);
  over.describe(line ? `Target and mean pattern of ${line.frames} frames over q, Rwp ${perCent(line.rwp)}` : "The target over q; there is no pattern yet");
  residual.describe(line ? "Residual of the mean pattern over q" : "No residual yet");
}
