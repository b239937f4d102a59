// The route log as it flows, the newest line first.
import { get } from "/api.js";
import { el } from "/dom.js";

const MOST = 600;
const box = document.querySelector("#log .body");

function item(line) {
  const cut = line.text.indexOf(` ${line.step} `);
  return cut < 0
    ? el("li", { className: line.level.toLowerCase() }, line.text)
    : el("li", { className: line.level.toLowerCase() }, line.text.slice(0, cut + 1), el("b", {}, line.step), line.text.slice(cut + 1 + line.step.length));
}

/** Shows what there is; the answer takes further lines as they come. */
export async function log(view) {
  const list = el("ol", { className: "log", reversed: true });
  const older = el("button", { type: "button", disabled: view.lines.length < 100 }, "Older lines");
  let oldest = view.lines.at(-1)?.id;
  list.append(...view.lines.map(item));
  older.addEventListener("click", async () => {
    const more = await get("log", { before: oldest });
    list.append(...more.lines.map(item));
    oldest = more.lines.at(-1)?.id ?? oldest;
    older.disabled = more.lines.length < 100;
  });
  box.replaceChildren(el("div", { className: "flow", tabIndex: 0, role: "log", aria: { label: "Route log, the newest line first", live: "off" } }, list), el("div", { className: "buttons" }, older));
  return {
    newest: view.newest,
    add(lines) {
      list.prepend(...lines.toReversed().map(item));
      while (list.children.length > MOST) {
        list.lastElementChild.remove();
        older.disabled = true;
      }
    },
  };
}
