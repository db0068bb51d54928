import { joined, linkOf, textOf, viewsIn } from "./kept.js";

const KEY = "operations-views";
const CHANGED = "views-kept";
const FILE = "views.json";

function keep(views) {
  localStorage.setItem(KEY, textOf(views));
  // Another list on the same page is told too; the browser itself tells those in other tabs.
  window.dispatchEvent(new Event(CHANGED));
}

function kept() {
  return viewsIn(localStorage.getItem(KEY)) ?? [];
}

function canKeep() {
  try {
    localStorage.getItem(KEY);
    return true;
  } catch {
    return false;
  }
}

function listItem({ name, link, text }) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  // A page of ours is beside the one that is open, whatever path the dashboard lies under.
  anchor.href = `./${link}`;
  anchor.target = "_self";
  anchor.textContent = name;
  item.append(anchor, text ? ` – ${text}` : "");
  return item;
}

function saveFile(views) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([textOf(views)], { type: "application/json" }));
  anchor.download = FILE;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".views");
  const part = (selector) => root.querySelector(selector);
  const { words } = data;
  const say = (text) => {
    part("[role=status]").textContent = text;
  };

  function ownItem(view, place) {
    const item = listItem(view);
    const remove = document.createElement("button");
    remove.type = "button";
    remove.textContent = words.remove;
    remove.setAttribute(
      "aria-label",
      words.removeOne.replace("{name}", () => view.name),
    );
    remove.onclick = () => {
      keep(kept().filter(({ name }) => name !== view.name));
      (part(".own").children[place]?.querySelector("button") ?? part("input")).focus();
    };
    if (data.keep) item.append(" ", remove);
    return item;
  }

  function show() {
    const own = canKeep() ? kept() : [];
    root.hidden = !data.keep && !own.length && !data.team.length;
    part(".team").replaceChildren(...data.team.map(([name, link, text]) => listItem({ name, link, text })));
    part(".own").replaceChildren(...own.map(ownItem));
    for (const selector of ["h3", ".where"]) part(selector).hidden = !data.keep && !own.length;
    for (const selector of ["form", ".files"]) part(selector).hidden = !data.keep || !canKeep();
    part(".out").hidden = !own.length;
  }

  part("h2").textContent = words.title;
  part("h3").textContent = words.own;
  part(".where").textContent = canKeep() ? words.where : words.cannot;
  part("form span").textContent = words.name;
  part("form button").textContent = words.keep;
  part(".out").textContent = words.out;
  part(".in span").textContent = words.bring;
  part("form input").value ||= document.title;
  part("form").onsubmit = (event) => {
    event.preventDefault();
    keep(joined(kept(), [{ name: part("form input").value.trim(), link: linkOf(location) }]));
    say(words.kept);
  };
  part(".out").onclick = () => saveFile(kept());
  part(".in input").onchange = async ({ target }) => {
    const [file] = target.files;
    const brought = viewsIn(await file.text());
    if (brought?.length) keep(joined(kept(), brought));
    say(brought?.length ? words.kept : words.none.replace("{file}", () => file.name));
    target.value = "";
  };
  show();
  const told = [CHANGED, "storage"];
  for (const name of told) window.addEventListener(name, show);
  return () => {
    for (const name of told) window.removeEventListener(name, show);
  };
}
