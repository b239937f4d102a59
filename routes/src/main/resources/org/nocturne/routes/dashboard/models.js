// What was learned and what stayed in office; the basins around which it is.
import { get } from "/api.js";
import { clock, el, fill, num, number, perCent, row, table, word } from "/dom.js";

const box = document.querySelector("#models .body");

export async function models() {
  const view = await get("models");
  fill(box,
    view.versions.length === 0
      ? el("p", {}, "No model was trained yet.")
      : table("Models, the newest first", ["version", "verdict", { title: "held-out force error", number: true }, { title: "incumbent", number: true }, { title: "frames", number: true }, "fired by", "when", "reason"],
        view.versions.toReversed().map((m) => row(m.version === view.inOffice ? el("b", {}, `v${m.version}, in office`) : `v${m.version}`, word(m.verdict), num(perCent(m.error)), num(perCent(m.incumbent)), num(m.frames), m.firedBy, clock(m.at), m.reason))),
    el("div", { className: "pair" },
      el("div", {}, el("h3", {}, "Terms of office"),
        view.terms.length === 0 ? el("p", {}, "None yet.") : el("ol", { className: "plain" }, view.terms.toReversed().slice(0, 20).map((t) => el("li", {}, el("b", {}, `v${t.version}`), ` from ${clock(t.beganAt)}, by ${t.beganBy}: ${t.reason}`)))),
      el("div", {}, el("h3", {}, "Basins"),
        el("ol", { className: "plain" }, view.basins.slice(-50).map((b) => el("li", {}, el("b", {}, `b${String(b.id).padStart(4, "0")}`), b.minimised ? `: inherent structure at ${number(b.energyEv, 4)} eV` : ": not minimised yet"))))));
}
