// What a person with the token may order. Without it the page only says how to get it.
import { hasToken, order } from "/api.js";
import { el, fill } from "/dom.js";

const box = document.getElementById("orders");
const said = el("p", { className: "quiet", role: "status" });
let shown = "";

async function send(name, body, done) {
  try {
    await order(name, body);
    said.textContent = done;
  } catch (e) {
    said.textContent = `Not done: ${e.message}`;
  }
}

function stop() {
  if (confirm("Stop the campaign? What computes is ended; 'nocturne resume' goes on with it.")) send("stop", {}, "Stopping.");
}

function field(name, label, type) {
  return el("label", {}, label, el("input", { name, type, inputMode: type === "text" ? "text" : "decimal", autocomplete: "off", data: { key: name } }));
}

function budget() {
  const form = el("form", { className: "budget" },
    field("until", "until, such as 09:00", "text"),
    field("core-hours", "core hours in all", "text"),
    field("failures", "failures in all", "text"),
    el("button", { type: "submit" }, "Grant"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(form)].filter(([, v]) => v.trim() !== ""));
    send("budget", given, "Granted; the log has a line on it.");
  });
  return form;
}

function temperature() {
  const form = el("form", { className: "budget" },
    field("kelvin", "kelvin, such as 450", "text"),
    el("button", { type: "submit" }, "Add"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send("temperature", { kelvin: new FormData(form).get("kelvin").trim() }, "Added; candidates follow when its replicas are in.");
  });
  return form;
}

export function orders(seen) {
  const state = seen.status.state;
  const kind = !seen.mayOrder ? "none" : !hasToken() ? "read" : state;
  if (kind === shown) return;
  shown = kind;
  if (kind === "none") return fill(box);
  if (kind === "read") {
    return fill(box, el("p", { className: "quiet" }, "Read-only. ", el("code", {}, "nocturne dashboard DIR"), " prints an address with which the campaign can be stopped, paused or given more."));
  }
  box.replaceChildren(
    el("div", { className: "buttons" },
      state === "paused"
        ? el("button", { type: "button", onclick: () => send("continue", {}, "Going on."), data: { key: "go" } }, "Go on")
        : el("button", { type: "button", onclick: () => send("pause", {}, "Paused: what computes ends by itself, nothing new is begun."), data: { key: "go" } }, "Pause"),
      el("button", { type: "button", className: "grave", onclick: stop }, "Stop")),
    el("details", {}, el("summary", {}, "Grant more"), el("p", { className: "quiet" }, "Totals, not additions; what is left empty stays as it is."), budget()),
    el("details", {}, el("summary", {}, "Add a temperature"), el("p", { className: "quiet" }, "Proposed and judged is there too, once its replicas are in; a temperature that was added stays."), temperature()),
    said);
}
