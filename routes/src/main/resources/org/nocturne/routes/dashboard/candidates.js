// The candidates, a page at a time: there may be tens of thousands.
import { get } from "/api.js";
import { count, el, fill, num, number, row, table, word, DASH } from "/dom.js";
import { open } from "/structure.js";

const box = document.querySelector("#candidates .body");
const list = el("div", {});
const choice = el("select", { id: "candidate-state" });
const newer = el("button", { type: "button", disabled: true }, "Newest");
const older = el("button", { type: "button", disabled: true }, "Older");
let before = [];
let oldest;

choice.addEventListener("change", () => { before = []; candidates(); });
newer.addEventListener("click", () => { before = []; candidates(); });
older.addEventListener("click", () => { before.push(oldest); candidates(); });

function choices(byState) {
  const all = Object.values(byState).reduce((a, b) => a + b, 0);
  const chosen = choice.value;
  const next = [["", `all (${count(all)})`], ...Object.entries(byState).map(([s, n]) => [s, `${s} (${count(n)})`])];
  if (chosen && !next.some(([value]) => value === chosen)) next.push([chosen, `${chosen} (0)`]);
  if (document.activeElement === choice && choice.options.length === next.length) {
    next.forEach(([, label], k) => { choice.options[k].textContent = label; });
    return;
  }
  choice.replaceChildren(...next.map(([value, label]) => el("option", { value }, label)));
  choice.value = chosen;
}

export async function candidates() {
  if (!box.contains(list)) {
    box.replaceChildren(el("div", { className: "buttons" }, el("label", { for: "candidate-state" }, "State "), choice, newer, older), list);
  }
  const question = { state: choice.value };
  if (before.length) question.before = before.at(-1);
  const view = await get("candidates", question);
  choices(view.byState);
  oldest = view.candidates.at(-1)?.id;
  newer.disabled = before.length === 0;
  older.disabled = !view.more;
  fill(list, view.candidates.length === 0
    ? el("p", {}, "None yet.")
    : [table("Candidates, the newest first", ["candidate", "state", { title: "round", number: true }, { title: "T, K", number: true }, "model", { title: "as proposed", number: true }, { title: "after NVT", number: true }, { title: "inherent", number: true }],
      view.candidates.map((c) => row(
        el("button", { type: "button", className: "link", onclick: () => open(c.id), data: { key: c.name } }, c.name),
        word(c.state), num(c.round), num(number(c.temperatureK, 0)), c.model === null ? DASH : `v${c.model}`, num(number(c.proposedMev)), num(number(c.thermalMev)), num(number(c.inherentMev))))),
      el("p", { className: "quiet" }, "Energies: meV per atom above the inherent structure. A candidate opens with its structure and its pattern.")]);
}
