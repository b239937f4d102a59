// One candidate: its structure in 3D beside its pattern, what was done to it, its files.
import { get, save, text } from "/api.js";
import { clock, el, fill, lasting, num, number, perCent, row, table, word, DASH } from "/dom.js";
import { colour } from "/charts.js";
import { drawPattern, patternFigures } from "/pattern.js";
import { openWork } from "/failures.js";

const dialog = document.getElementById("candidate");
const LIBRARY = "/lib/3Dmol.js";
const TURN = 12;
let library;

/** 3Dmol.js is large, so it comes when the first structure is opened. */
function viewerLibrary() {
  library ??= new Promise((resolve, reject) => {
    const script = el("script", { src: LIBRARY });
    script.onload = () => resolve(window.$3Dmol);
    script.onerror = () => { library = undefined; reject(new Error("the viewer could not be loaded")); };
    document.head.append(script);
  });
  return library;
}

/** Edges of the cell of extended XYZ, as pairs of points; none where it has no cell. */
function edges(xyz) {
  const lattice = /Lattice="([^"]+)"/.exec(xyz)?.[1].trim().split(/\s+/).map(Number);
  if (lattice?.length !== 9) return [];
  const [a, b, c] = [0, 3, 6].map((k) => lattice.slice(k, k + 3));
  const at = (i, j, k) => ({ x: i * a[0] + j * b[0] + k * c[0], y: i * a[1] + j * b[1] + k * c[1], z: i * a[2] + j * b[2] + k * c[2] });
  const out = [];
  for (const p of [0, 1]) for (const q of [0, 1]) out.push([at(0, p, q), at(1, p, q)], [at(p, 0, q), at(p, 1, q)], [at(p, q, 0), at(p, q, 1)]);
  return out;
}

function keys(event, viewer) {
  const turn = { ArrowLeft: [-TURN, "y"], ArrowRight: [TURN, "y"], ArrowUp: [-TURN, "x"], ArrowDown: [TURN, "x"] }[event.key];
  if (turn) viewer.rotate(...turn);
  else if (event.key === "+" || event.key === "=") viewer.zoom(1.2);
  else if (event.key === "-") viewer.zoom(1 / 1.2);
  else return;
  event.preventDefault();
  viewer.render();
}

async function show(box, viewers, id, which) {
  const xyz = await text("structure", { id, which });
  const mol = await viewerLibrary();
  if (!viewers.mol) {
    viewers.mol = mol.createViewer(box, { backgroundColor: colour("panel"), antialias: true });
    box.addEventListener("keydown", (event) => keys(event, viewers.mol));
  }
  const viewer = viewers.mol;
  viewer.removeAllModels();
  viewer.removeAllShapes();
  viewer.addModel(xyz, "xyz");
  viewer.setStyle({}, { stick: { radius: 0.12, colorscheme: "Jmol" }, sphere: { scale: 0.24, colorscheme: "Jmol" } });
  for (const [start, end] of edges(xyz)) viewer.addLine({ start, end, color: colour("quiet") });
  viewer.zoomTo();
  viewer.render();
  box.dataset.drawn = which;
}

function attempts(view) {
  return table("What was done to it", ["step", { title: "try", number: true }, "state", "began", { title: "took", number: true }, "files"],
    view.attempts.map((a) => row(a.step, num(a.attempt),
      el("span", {}, word(a.state.toLowerCase()), a.cause ? ` ${a.cause}` : "", a.detail ? el("small", { className: "detail" }, a.detail) : null),
      a.startedAt ? clock(a.startedAt) : DASH,
      num(a.startedAt && a.endedAt ? lasting((new Date(a.endedAt) - new Date(a.startedAt)) / 1000) : DASH),
      a.workDir ? el("button", { type: "button", className: "link", onclick: () => openWork(a.job) }, "work directory") : DASH)));
}

export async function open(id) {
  const opener = document.activeElement;
  const view = await get("candidate", { id });
  const c = view.line;
  const box = el("div", { className: "viewer", tabIndex: 0, role: "img", aria: { label: `Structure of ${c.name} in 3D; arrow keys turn it, plus and minus zoom` } });
  const trouble = el("p", { className: "trouble", role: "alert", hidden: true });
  const viewers = {};
  const showing = (which) => show(box, viewers, id, which).catch((e) => { trouble.hidden = false; trouble.textContent = `The structure is not shown: ${e.message}`; });
  const saving = async (format) => {
    try {
      save(`${c.name}-${choice.value}.${format}`, await text("structure", { id, which: choice.value, format }));
    } catch (e) {
      trouble.hidden = false;
      trouble.textContent = `The structure is not saved: ${e.message}`;
    }
  };
  const choice = el("select", { id: "structure-which", onchange: () => showing(choice.value) }, view.structures.map((s) => el("option", { value: s }, s)));
  choice.value = view.structures.includes("thermal") ? "thermal" : view.structures[0];
  const line = view.pattern.lines[0];
  const figures = line ? patternFigures(view.pattern, c.name, 300) : null;
  dialog.replaceChildren(
    el("div", { className: "dialog-head" }, el("h2", { id: "candidate-title" }, `Candidate ${c.name}`), word(c.state), el("button", { type: "button", onclick: () => dialog.close() }, "Close")),
    el("p", { className: "quiet" }, `Round ${c.round}, ${number(c.temperatureK, 0)} K, ${c.model === null ? "from the library" : `model v${c.model}`}, seed ${view.seed}. Energies, meV per atom: ${number(c.proposedMev)} as proposed, ${number(c.thermalMev)} after NVT steps, ${number(c.inherentMev)} inherent.`),
    trouble,
    el("div", { className: "pair" },
      el("div", {}, box,
        el("div", { className: "buttons" }, el("label", { for: "structure-which" }, "Structure "), choice,
          ["extxyz", "cif"].map((format) => el("button", { type: "button", onclick: () => saving(format) }, `Save as ${format === "cif" ? "CIF" : format}`)))),
      el("div", {}, line ? [el("p", {}, "Rwp of this frame alone: ", el("b", { data: { value: "frame-rwp" } }, perCent(line.rwp))), figures.over.box, figures.residual.box] : el("p", {}, "Its pattern is computed when it is labelled."))),
    attempts(view));
  dialog.onclose = () => opener?.focus();
  dialog.showModal();
  if (figures) drawPattern(figures, view.pattern);
  await showing(choice.value);
}
