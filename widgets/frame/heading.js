import { keepFocus } from "./focus.js";

// The width of what is printed on A4, in pixels.
const PAPER = 718;

// Before the page is printed: how much smaller it has to be to fit the paper, and where and when it is from.
function fitToPaper() {
  const width = document.querySelector(".stMainBlockContainer")?.clientWidth;
  if (width) document.documentElement.style.setProperty("--paper", Math.min(1, PAPER / width));
  const line = document.querySelector(".heading .printed");
  const day = new Date().toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long" });
  if (line) line.textContent = `${location.href} · ${day}`;
}

// The heading is changed in place: a live region that is replaced is never heard.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".heading");
  window.onbeforeprint = fitToPaper;
  keepFocus();
  const write = (selector, text) => {
    const element = root.querySelector(selector);
    if (element.textContent !== text) element.textContent = text;
  };
  write("h1", data.title);
  write(".sentence", data.sentence);
  write(".headline", data.headline);
  write(".notes", data.notes.join(" "));
  const list = root.querySelector(".chips");
  const before = [...list.children].findIndex((item) => item.contains(document.activeElement));
  list.hidden = !data.chips.length;
  list.replaceChildren(
    ...data.chips.map(([text, label]) => chip(text, label, () => setTriggerValue("remove", text))),
    ...(data.chips.length ? [chip(data.clear, data.clear, () => setTriggerValue("clear", true), "clear")] : []),
  );
  // What had the focus is gone: the next one takes it, so that one can go on by key.
  if (before >= 0) (list.children[before]?.firstChild ?? root.querySelector("h1")).focus();
}

function chip(text, label, action, name = "chip") {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.textContent = text;
  button.setAttribute("aria-label", label);
  button.onclick = action;
  item.append(button);
  return item;
}
