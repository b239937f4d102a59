// Slots, and what they get done.
import { get } from "/api.js";
import { count, el, fill, lasting, num, number, row, table, DASH } from "/dom.js";

const box = document.querySelector("#machine .body");

export async function machine() {
  const view = await get("machine");
  const total = view.inAll.reduce((a, s) => a + s.seconds, 0);
  const hour = new Map(view.lastHour.map((s) => [s.step, s]));
  fill(box,
    view.runners.length === 0
      ? el("p", {}, "No runner is at work.")
      : el("ul", { className: "plain" }, view.runners.map((r) => {
        const meter = el("meter", { min: 0, max: Math.max(1, r.slots), value: r.running, aria: { label: `Slots busy on ${r.host}` } });
        return el("li", {}, el("b", {}, `${r.running} of ${r.slots}`), " slots busy ", meter, ` on ${r.host}, process ${r.pid}${r.leads ? ", leads" : ""}`);
      })),
    view.inAll.length === 0 ? null : table("Rates by step", ["step", { title: "last hour", number: true }, { title: "each", number: true }, { title: "in all", number: true }, { title: "time", number: true }, "share of the time"],
      view.inAll.map((s) => {
        const share = total > 0 ? s.seconds / total : 0;
        const bar = el("span", { className: "share", title: `${number(100 * share, 1)} %` });
        bar.style.width = `${100 * share}%`;
        return row(s.step, num(hour.has(s.step) ? count(hour.get(s.step).jobs) : "0"), num(s.jobs ? lasting(s.seconds / s.jobs) : DASH), num(count(s.jobs)), num(lasting(s.seconds)), bar);
      })),
    view.tasks.length === 0 ? null : table("Tasks of pipelines", ["process", { title: "ok", number: true }, { title: "failed", number: true }, { title: "core time", number: true }],
      view.tasks.map((t) => row(t.process, num(count(t.ok)), num(count(t.failed)), num(lasting(t.coreSeconds))))));
}
