// What was asked, and how it goes.
import { get } from "/api.js";
import { count, el, fill, lasting, number, perCent, word, DASH, clock } from "/dom.js";
import { orders } from "/orders.js";

const by = (id) => document.getElementById(id);
/** In the order of a candidate's way. */
const STATES = ["labelled", "labelling", "relaxed", "relaxing", "proposed", "held", "failed"];

function figure(name, value, more = "") {
  return el("div", {}, el("dt", {}, name), el("dd", {}, value, more ? el("small", {}, more) : null));
}

function progress(status) {
  const planned = Math.max(status.candidatesPlanned, 1);
  const parts = STATES.filter((s) => status.candidates[s]);
  const bar = el("div", { className: "stack", role: "img", aria: { label: `Candidates by state, of ${status.candidatesPlanned}: ${parts.map((s) => `${status.candidates[s]} ${s}`).join(", ") || "none yet"}` } },
    parts.map((s) => {
      const part = el("i", { className: s, title: `${status.candidates[s]} ${s}` });
      part.style.width = `${(100 * status.candidates[s]) / planned}%`;
      return part;
    }));
  return [bar, el("ul", { className: "key" },
    parts.map((s) => el("li", {}, el("i", { className: s }), el("b", { data: { state: s } }, count(status.candidates[s])), ` ${s}`)),
    el("li", {}, `of ${count(status.candidatesPlanned)} planned`))];
}

function budget(b) {
  const parts = [`${number(b.coreHoursUsed, 2)}${b.coreHours === null ? "" : ` of ${number(b.coreHours, 1)}`} core hours`];
  if (b.until !== null) parts.push(`until ${clock(b.until)}`);
  if (b.diskMb !== null) parts.push(`${count(b.diskMbUsed)} of ${count(b.diskMb)} MB`);
  return parts.join("; ");
}

export async function overview() {
  const seen = await get("overview");
  const status = seen.status;
  document.title = `${status.campaign}: ${status.state}`;
  by("name").textContent = status.campaign;
  by("state").textContent = status.state;
  by("state").className = `word ${status.state}`;
  by("headline").className = `headline ${seen.headline.verdict}`;
  fill(by("headline"),
    el("strong", {}, `${seen.headline.title}.`),
    seen.headline.sentences.filter((s) => s).map((s) => el("p", {}, s)),
    status.round ? el("p", {}, word(status.round.verdict), ` ${status.round.why}. `, el("span", { className: "quiet" }, `Next: ${status.round.amount > 0 ? `${status.round.amount} ` : ""}${status.round.next}${status.round.because ? `, since ${status.round.because}` : ""}`)) : null,
    status.quarantines.map((q) => el("p", {}, `Held back: ${q}`)));
  fill(by("progress"), progress(status));
  const failed = Object.values(status.failures).reduce((a, b) => a + b, 0);
  fill(by("figures"),
    figure("best Rwp", perCent(status.bestRwp), `after ${status.rounds} round${status.rounds === 1 ? "" : "s"}`),
    figure("labels", count(status.labels)),
    figure("model", status.champion === null ? DASH : `v${status.champion}`, `${status.promoted} of ${status.retrainings} promoted`),
    figure("failed attempts", count(failed), status.budget.failures === null ? "" : `${count(status.budget.failures)} granted`),
    figure("slots busy", status.runners.length === 0 ? DASH : `${status.runners.reduce((a, r) => a + r.running, 0)} of ${status.runners.reduce((a, r) => a + r.slots, 0)}`),
    figure("begun", clock(seen.began), status.runnerAlive ? `${lasting((new Date(seen.now) - new Date(seen.began)) / 1000)} ago` : ""),
    figure("spent", budget(status.budget), status.budget.pausedSince ? `waits for room since ${clock(status.budget.pausedSince)}` : ""));
  orders(seen);
  fill(by("asked"), Object.entries(seen.asked).map(([k, v]) => [el("dt", {}, k), el("dd", {}, v)]));
}
