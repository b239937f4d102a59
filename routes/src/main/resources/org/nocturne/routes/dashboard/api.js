// How the page asks: everything by fetch, since the token travels in a header and never in an address or a cookie.

let token = sessionStorage.getItem("token") ?? "";
const said = new URLSearchParams(location.hash.slice(1)).get("token");
if (said) {
  token = said;
  sessionStorage.setItem("token", said);
  history.replaceState(null, "", location.pathname); // not left in the history, nor on a screen that somebody shares
}

export function hasToken() {
  return token !== "";
}

function headers(more = {}) {
  return token === "" ? more : { ...more, Authorization: `Bearer ${token}` };
}

async function checked(response) {
  if (response.ok) return response;
  throw new Error((await response.text()).trim() || `${response.status}`);
}

export async function get(name, question = {}) {
  const response = await fetch(`/api/${name}?${new URLSearchParams(question)}`, { headers: headers() });
  return (await checked(response)).json();
}

export async function text(name, question = {}) {
  const response = await fetch(`/api/${name}?${new URLSearchParams(question)}`, { headers: headers() });
  return (await checked(response)).text();
}

export async function order(name, body = {}) {
  const response = await fetch(`/order/${name}`, {
    method: "POST",
    headers: headers({ "Content-Type": "application/json" }),
    body: JSON.stringify(body),
  });
  return (await checked(response)).json();
}

/** Saves text as a file. */
export function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Server-sent events after one that is known; begins again by itself where the connection ends. */
export async function listen(since, on) {
  let newest = since;
  for (let wait = 500; ; wait = Math.min(2 * wait, 10000)) {
    try {
      const response = await checked(await fetch(`/events?since=${newest}`, { headers: headers() }));
      on.open();
      wait = 500;
      for await (const event of events(response.body.pipeThrough(new TextDecoderStream()))) {
        if (event.kind === "log") newest = event.data.at(-1).id;
        on[event.kind]?.(event.data);
      }
    } catch (e) {
      on.lost(e);
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function* events(stream) {
  const reader = stream.getReader();
  let held = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (held + part.value).split("\n\n");
    held = blocks.pop();
    for (const block of blocks) {
      const lines = block.split("\n");
      const of = (key) => lines.find((l) => l.startsWith(`${key}: `))?.slice(key.length + 2);
      yield { kind: of("event"), data: JSON.parse(of("data")) };
    }
  }
}
