// Misfits, energies and verdicts by round.
import { get } from "/api.js";
import { el, fill, num, number, perCent, row, table, word, DASH } from "/dom.js";
import { Figure, band, edge, line } from "/charts.js";

const box = document.querySelector("#rounds .body");
const none = el("p", {}, "No round has been judged yet.");
const numbers = el("div", {});
const verdicts = el("div", {});
const energyWords = el("p", { className: "quiet" });
const shown = { show: true, size: 7 };
let misfit;
let energies;

function mount() {
  misfit = new Figure("Misfit of the ensemble by round", {
    x: "round", y: "Rwp, per cent", height: 240, whole: true, range: (u, low, high) => [0, Math.max(1e-3, 1.15 * high)],
    series: [line("Rwp", "series-2", { points: shown })],
  });
  energies = new Figure("Energies of the candidates by round", {
    x: "round", y: "meV per atom", height: 240, whole: true,
    series: [edge("MD +sd"), edge("MD \u2212sd"), line("as proposed", "series-4", { points: shown, dash: [6, 4] }), line("after NVT steps", "series-2", { points: shown })],
    bands: [band(1, 2, "band")],
  });
  box.replaceChildren(none,
    el("div", { className: "pair" }, el("figure", {}, el("figcaption", {}, "Misfit of the mean pattern"), misfit.box), el("figure", {}, el("figcaption", {}, "Energies, above the inherent structure"), energies.box)),
    energyWords, verdicts, el("details", {}, el("summary", {}, "Numbers"), numbers));
}

function spread(d) {
  return d.count === 0 ? DASH : `${number(d.mean)} \u00b1 ${number(d.standardDeviation)}`;
}

export async function rounds() {
  const view = await get("rounds");
  if (!misfit) mount();
  none.hidden = view.assessments.length > 0;
  const known = view.assessments.filter((a) => a.rwp !== null);
  misfit.draw([known.map((a) => a.round), known.map((a) => 100 * a.rwp)]);
  misfit.describe(known.length ? `Rwp by round: ${known.map((a) => `round ${a.round} ${perCent(a.rwp)}`).join(", ")}` : "No misfit yet");
  const e = view.energies;
  const md = view.reference;
  const edgeOf = (sign) => e.map(() => (md.count ? md.mean + sign * (md.standardDeviation ?? 0) : null));
  energies.draw([e.map((r) => r.round), edgeOf(1), edgeOf(-1), e.map((r) => r.proposal.mean), e.map((r) => r.thermal.mean)]);
  energies.describe(e.length ? `Mean energies after NVT steps by round: ${e.map((r) => `round ${r.round} ${number(r.thermal.mean)} meV per atom`).join(", ")}` : "No energies yet");
  energyWords.textContent = `At ${number(view.temperatureK, 0)} K. ${md.count ? `The MD that judges has ${spread(md)} meV per atom, the band.` : "The MD that judges has not been run here."} The thermal frames should lie in the band.${view.before ? ` The newest rounds are shown; ${view.before} before them are in the report.` : ""}`;
  fill(verdicts, view.verdicts.length === 0 ? null : table("Verdicts on the rounds", [{ title: "round", number: true }, "verdict", "why", "next"],
    view.verdicts.toReversed().map((v) => row(num(v.round), word(v.trend), v.why, v.next))));
  const of = new Map(view.assessments.map((a) => [a.round, a]));
  fill(numbers, table("Misfits and energies by round", ["round", "Rwp", "reduced \u03c7\u00b2", "R(S\u22121)", "as proposed", "after NVT steps", "inherent"].map((title) => ({ title, number: true })),
    [...new Set([...of.keys(), ...e.map((r) => r.round)])].sort((a, b) => a - b).map((round) => {
      const a = of.get(round);
      const r = e.find((x) => x.round === round);
      const made = row(num(round), num(a ? perCent(a.rwp) : DASH), num(a ? number(a.chi2, 3) : DASH), num(a ? perCent(a.rMinus1) : DASH), num(r ? spread(r.proposal) : DASH), num(r ? spread(r.thermal) : DASH), num(r ? spread(r.inherent) : DASH));
      made.dataset.round = round;
      return made;
    })));
}
