// The menu of a narrow window, and the search. Without a script the menu is at the end of the page and there is no search.
"use strict";

const root = document.body.dataset.root;
const field = document.getElementById("search");
const found = document.getElementById("found");
const menu = document.querySelector(".to-menu");

document.body.classList.add("scripted");
menu.setAttribute("role", "button");
menu.setAttribute("aria-expanded", "false");
menu.addEventListener("click", event => {
  event.preventDefault();
  menu.setAttribute("aria-expanded", String(document.body.classList.toggle("menu")));
});
document.getElementById("menu").addEventListener("click", event => {
  if (event.target.closest("a")) {
    document.body.classList.remove("menu");
  }
});
const current = document.querySelector("nav [aria-current]");
if (current && matchMedia("(min-width: 56rem)").matches) {
  const nav = document.getElementById("menu");
  nav.scrollTop = current.offsetTop - nav.clientHeight / 3;
}

let loading = null;
function sections() {
  loading ??= new Promise(resolve => {
    const script = document.createElement("script");
    script.src = root + "search-index.js";
    script.onload = () => resolve(window.nocturneSections);
    document.head.append(script);
  });
  return loading;
}

// All words must be there; the title counts most, then the heading, then how often a word is said.
function rank([, title, heading, text], words) {
  let sum = 0;
  for (const word of words) {
    const said = text.toLowerCase().split(word).length - 1;
    const here = (title.toLowerCase().includes(word) ? 20 : 0) + (heading.toLowerCase().includes(word) ? 30 : 0) + Math.min(said, 8);
    if (here === 0) {
      return 0;
    }
    sum += here;
  }
  return sum;
}

function excerpt(text, word) {
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 60);
  return (at > 0 ? "… " : "") + text.slice(at, at + 180) + (at + 180 < text.length ? " …" : "");
}

async function search() {
  const words = field.value.toLowerCase().split(/\s+/).filter(word => word.length > 1);
  if (words.length === 0) {
    found.hidden = true;
    return;
  }
  const hits = (await sections())
    .map(section => [rank(section, words), section])
    .filter(([points]) => points > 0)
    .sort(([a], [b]) => b - a)
    .slice(0, 12);
  found.replaceChildren(...hits.map(([, [place, title, heading, text]]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + place;
    link.textContent = heading ? title + ": " + heading : title;
    const line = document.createElement("p");
    line.textContent = excerpt(text, words[0]);
    item.append(link, line);
    return item;
  }));
  if (hits.length === 0) {
    const nothing = document.createElement("li");
    nothing.textContent = "Nothing found.";
    found.append(nothing);
  }
  found.hidden = false;
}

field.addEventListener("focus", sections);
field.addEventListener("input", search);
field.form.addEventListener("submit", event => {
  event.preventDefault();
  const first = found.querySelector("a");
  if (first) {
    location.href = first.href;
  }
});
found.addEventListener("click", () => { found.hidden = true; });
document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    found.hidden = true;
    document.body.classList.remove("menu");
  } else if (event.key === "/" && !event.ctrlKey && !event.metaKey && event.target.tagName !== "INPUT") {
    event.preventDefault();
    field.focus();
  }
});
