// Puts the panels on the page and has them read anew when something was committed.
import { get, listen } from "/api.js";
import { overview } from "/overview.js";
import { pattern } from "/pattern.js";
import { rounds } from "/rounds.js";
import { ledger } from "/ledger.js";
import { models } from "/models.js";
import { candidates } from "/candidates.js";
import { failures } from "/failures.js";
import { machine } from "/machine.js";
import { log } from "/log.js";

const APART_MS = 1000;
const live = document.getElementById("live");
const trouble = document.getElementById("trouble");
const panels = [overview, machine, pattern, rounds, ledger, models, candidates, failures];

let reading = false;
let again = false;
let readAt = 0;

/** Reads every panel; what comes meanwhile makes one more reading, not many. */
async function refresh() {
  again = true;
  if (reading) return;
  reading = true;
  while (again) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, readAt + APART_MS - Date.now())));
    again = false;
    readAt = Date.now();
    const results = await Promise.allSettled(panels.map((panel) => panel()));
    const failed = results.find((r) => r.status === "rejected");
    trouble.hidden = !failed;
    trouble.textContent = failed ? `Something on this page could not be read: ${failed.reason.message}` : "";
    document.body.dataset.read = String(readAt);
  }
  reading = false;
}

function say(what, good) {
  live.textContent = what;
  live.classList.toggle("good", good);
}

const flowing = await log(await get("log"));
await refresh();
listen(flowing.newest, {
  open: () => { say("live", true); refresh(); },
  log: (lines) => { flowing.add(lines); refresh(); },
  beat: () => refresh(),
  lost: () => say("not connected, trying again", false),
});
