// The table of operations: headings sort it, and the first cell of a row opens the operation.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".rows");
  const focused = [...root.querySelectorAll("button")].indexOf(document.activeElement);
  const table = part("table", "table");
  const head = part("thead", "rowgroup");
  const titles = part("tr", "row");
  titles.append(...data.columns.map((column) => heading(column, setTriggerValue)));
  head.append(titles);
  const body = part("tbody", "rowgroup");
  body.append(...data.rows.map((cells, place) => row(cells, place, data, setTriggerValue)));
  table.append(head, body);
  root.replaceChildren(table);
  // What was pressed is there anew and keeps the focus.
  if (focused >= 0) root.querySelectorAll("button")[focused]?.focus();
}

function heading({ title, code, value }, setTriggerValue) {
  const cell = part("th", "columnheader");
  if (!code) {
    cell.textContent = title;
    return cell;
  }
  if (value) cell.setAttribute("aria-sort", value);
  const arrow = { ascending: " ▲", descending: " ▼" }[value] ?? "";
  cell.append(button(`${title}${arrow}`, () => setTriggerValue("sort", code)));
  return cell;
}

function row(cells, place, data, setTriggerValue) {
  const element = part("tr", "row");
  const open = () => setTriggerValue("row", data.lines[place]);
  element.append(...cells.map((text, column) => cell(text, column, data, open)));
  element.className = data.lines[place] === data.chosen ? "chosen" : "";
  element.onclick = () => {
    // Who marks a text with the mouse wants to copy it.
    if (!String(window.getSelection())) open();
  };
  return element;
}

function cell(text, column, data, open) {
  const element = part("td", "cell");
  const shown = text === "" ? "–" : String(text);
  // On a phone each cell says what it is.
  element.dataset.title = data.columns[column].title;
  if (typeof text === "number") element.className = "number";
  if (column === 0) element.append(button(shown, open));
  else {
    // Beside its title, on a phone, 1999 - 2001 reads from the left still.
    const words = document.createElement("bdi");
    words.textContent = shown;
    element.append(words);
  }
  return element;
}

function button(text, press) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.onclick = (event) => {
    event.stopPropagation();
    press();
  };
  return element;
}

function part(name, role) {
  const element = document.createElement(name);
  // Said again, since a table that is laid out otherwise, as on a phone, is none to some readers of the screen.
  element.setAttribute("role", role);
  return element;
}
