// What failed, by cause, with what lies in the work directories.
import { get, save, text } from "/api.js";
import { clock, count, el, fill } from "/dom.js";

const box = document.querySelector("#failures .body");
const work = document.getElementById("work");
const opened = new Map();

async function attempts(step, cause, list, before) {
  const page = await get("failed", before === undefined ? { step, cause } : { step, cause, before });
  const rows = page.attempts.map((a) => el("li", {}, el("b", {}, a.subject), `, try ${a.attempt}: `, el("span", { className: "detail" }, a.detail), " ",
    a.workDir ? el("button", { type: "button", className: "link", onclick: () => openWork(a.job) }, a.workDir) : null));
  list.querySelector(".more")?.remove();
  list.append(...rows);
  if (page.more) {
    const more = el("button", { type: "button", onclick: () => attempts(step, cause, list, page.attempts.at(-1).job) }, "Older ones");
    list.append(el("li", { className: "more" }, more));
  }
}

function group(g) {
  const key = `${g.step} ${g.cause}`;
  let shown = opened.get(key);
  if (!shown) {
    const list = el("ul", {});
    const title = el("summary", {});
    const details = el("details", { data: { cause: g.cause } }, title, list);
    shown = { title, list, details, attempts: -1 };
    opened.set(key, shown);
    details.addEventListener("toggle", () => { if (details.open) reload(g.step, g.cause, shown); });
  }
  shown.title.replaceChildren(el("b", {}, count(g.attempts)), ` \u00d7 ${g.cause} at ${g.step} `, el("span", { className: "quiet" }, `last ${clock(g.last)}`));
  if (shown.details.open && shown.attempts !== g.attempts && shown.attempts !== -1) reload(g.step, g.cause, shown);
  shown.attempts = g.attempts;
  return shown.details;
}

function reload(step, cause, shown) {
  shown.list.replaceChildren();
  attempts(step, cause, shown.list);
}

export async function failures() {
  const view = await get("failures");
  if (view.groups.length === 0) return fill(box, el("p", {}, "No calculation failed."));
  const next = view.groups.map(group);
  if (next.length !== box.children.length || next.some((e, k) => e !== box.children[k])) box.replaceChildren(...next);
}

/** The files of a work directory. */
export async function openWork(job) {
  const opener = document.activeElement;
  const view = await get("files", { job });
  const shown = el("pre", { tabIndex: 0, aria: { label: "The chosen file" }, role: "region" });
  const show = async (name) => { shown.textContent = await text("file", { job, name }); };
  work.replaceChildren(
    el("div", { className: "dialog-head" }, el("h2", { id: "work-title" }, `${view.subject}, ${view.step}`), el("button", { type: "button", onclick: () => work.close() }, "Close")),
    el("p", {}, el("code", {}, view.dir)),
    view.there
      ? el("ul", { className: "files" }, view.files.map((f) => el("li", {}, el("button", { type: "button", className: "link", onclick: () => show(f.name) }, f.name), el("small", {}, ` ${count(f.bytes)} bytes `), el("button", { type: "button", className: "link", aria: { label: `Save ${f.name}` }, onclick: async () => save(f.name, await text("file", { job, name: f.name })) }, "save"))))
      : el("p", {}, "The directory is not there any more: it was packed or removed when its job was done."),
    shown);
  work.onclose = () => opener?.focus();
  work.showModal();
}
