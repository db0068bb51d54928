import "./history.js";

// The filters: plain checkboxes, lists and fields, changed in place so that a click costs one small message.

// What was changed is sent until the server says that it has it, so that no quick click is lost, and what
// the server says of earlier clicks does not undo a later one.
const PATIENCE = 3000;

export default function ({ data: bytes, parentElement, setTriggerValue }) {
  const data = JSON.parse(new TextDecoder().decode(bytes));
  const root = parentElement.querySelector(".filters");
  root.pending ??= new Map();
  root.along ??= new Map();
  root.number = Math.max(root.number ?? 0, data.number);
  if (data.number === root.number) root.pending.clear();
  const post = () => {
    clearTimeout(root.again);
    if (!root.pending.size) return;
    setTriggerValue("change", { number: root.number, values: Object.fromEntries(root.pending) });
    // A run that a page switch cuts short may miss it.
    root.again = setTimeout(post, PATIENCE);
  };
  root.send = (name, value) => {
    root.pending.set(name, value);
    // A choice that means nothing by itself goes along with what it is about.
    for (const [other, { after, select }] of root.along) if (after === name) root.pending.set(other, select.value);
    root.number += 1;
    post();
  };
  const names = new Set(data.parts.map((part) => part.name));
  // Another table may have other facets.
  for (const section of root.querySelectorAll("[data-part]")) if (!names.has(section.dataset.part)) section.remove();
  for (const part of data.parts) {
    let section = root.querySelector(`[data-part="${CSS.escape(part.name)}"]`);
    // Another table may have so many options that the list is to be unfolded, or so few that it is not.
    if (!section || section.isLong !== part.long) {
      const made = MAKE[part.kind](root, part);
      made.dataset.part = part.name;
      made.isLong = part.long;
      if (section) section.replaceWith(made);
      else if (part.more) more(root, data.more).append(made);
      else root.insertBefore(made, part.name.startsWith(".") ? root.querySelector("[data-part='subregion']") : null);
      section = made;
    }
    section.update(part, root.pending.has(part.name));
  }
  foldAway(parentElement.querySelector("details.fold"), data);
}

// What does not fit in one line of a phone is one line there, which says what is chosen and unfolds.
function foldAway(details, { parts, more: title }) {
  if (!details) return;
  const chosen = parts.map(({ options, value }) => options.find(({ code }) => code === value)?.name);
  details.firstChild.textContent = [title, ...chosen].join(" · ");
  if (details.dataset.folds) return;
  details.dataset.folds = parts.length > 2 && window.matchMedia("(max-width: 640px)").matches;
  details.open = details.dataset.folds === "false";
}

function more(root, title) {
  let details = root.querySelector("details.more");
  if (!details) {
    details = add(root, "details", "more");
    add(details, "summary").textContent = title;
  }
  return details;
}

function add(parent, tag, name = "") {
  const element = document.createElement(tag);
  element.className = name;
  parent.append(element);
  return element;
}

const MAKE = { options: makeOptions, choice: makeChoice, range: makeRange, text: makeText, date: makeDate };

function makeOptions(root, part) {
  const group = add(root, part.long ? "details" : "fieldset", "options");
  const title = add(group, part.long ? "summary" : "legend");
  let find = null;
  if (part.long) {
    find = add(group, "input", "find");
    find.type = "search";
    find.oninput = () => {
      for (const label of list.children) label.hidden = !fold(label.textContent).includes(fold(find.value));
    };
  }
  const list = add(group, "div", part.long ? "list long" : "list");
  group.setAttribute("role", "group");
  const labels = new Map();
  list.onchange = () => {
    const chosen = [...list.querySelectorAll("input:checked")].map((input) => input.value);
    root.send(part.name, chosen);
  };
  group.update = (state, isPending) => {
    title.textContent = state.title;
    group.setAttribute("aria-label", state.label);
    if (find) find.placeholder = find.ariaLabel = state.find;
    const wanted = new Set(state.options.map((option) => option.code));
    for (const [code, label] of labels)
      if (!wanted.has(code)) {
        label.remove();
        labels.delete(code);
      }
    state.options.forEach((option, place) => {
      let label = labels.get(option.code);
      if (!label) {
        label = makeOption(option);
        labels.set(option.code, label);
      }
      if (list.children[place] !== label) list.insertBefore(label, list.children[place] || null);
      if (!isPending) label.input.checked = option.chosen;
      if (label.name.textContent !== option.name) label.name.textContent = option.name;
      if (label.title !== option.help) label.title = option.help;
      if (label.count.textContent !== option.count) label.count.textContent = option.count;
      label.classList.toggle("none", option.count === "0");
    });
  };
  return group;
}

function makeOption(option) {
  const label = document.createElement("label");
  label.input = add(label, "input");
  label.input.type = "checkbox";
  label.input.value = option.code;
  label.name = add(label, "span", "name");
  label.count = add(label, "span", "count");
  return label;
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function labelled(root) {
  const label = add(root, "label", "field");
  label.words = add(label, "span", "words");
  return label;
}

function makeChoice(root, part) {
  const label = labelled(root);
  const select = add(label, "select");
  select.onchange = () => root.send(part.name, select.value);
  label.update = (state, isPending) => {
    label.words.textContent = state.title;
    const value = (isPending || state.after) && select.value ? select.value : state.value;
    select.replaceChildren(...state.options.map((option) => new Option(option.name, option.code)));
    select.value = value;
    root.along.set(part.name, { after: state.after, select });
  };
  return label;
}

function makeText(root, part) {
  const label = labelled(root);
  const input = add(label, "input");
  input.type = "search";
  let waiting = null;
  const send = () => {
    clearTimeout(waiting);
    if (input.value !== label.value) {
      label.value = input.value;
      root.send(part.name, input.value);
    }
  };
  input.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(send, 300);
  };
  input.onchange = send;
  label.update = (state, isPending) => {
    label.words.textContent = state.title;
    input.placeholder = state.placeholder;
    if (isPending) return;
    // What is being typed is not overwritten by the answer to what was typed before.
    if (document.activeElement !== input || state.value !== label.value) input.value = state.value;
    label.value = state.value;
  };
  return label;
}

function makeDate(root, part) {
  const label = labelled(root);
  const input = add(label, "input");
  input.type = "date";
  // A date is typed digit by digit; it counts when the field is left or Enter is pressed.
  const send = () => {
    if (input.value !== label.value && input.checkValidity()) root.send(part.name, input.value);
  };
  input.onblur = send;
  input.onkeydown = (event) => {
    if (event.key === "Enter") send();
  };
  const help = add(label, "span", "help");
  label.update = (state, isPending) => {
    label.words.textContent = state.title;
    help.textContent = state.help;
    input.min = state.min;
    input.max = state.max;
    if (!isPending) input.value = label.value = state.value;
  };
  return label;
}

function makeRange(root, part) {
  const group = add(root, "fieldset", "range");
  const title = add(group, "legend");
  const track = add(group, "div", "track");
  const band = add(track, "div", "band");
  const [low, high] = ["low", "high"].map((name) => {
    const input = add(track, "input", name);
    input.type = "range";
    input.step = 1;
    return input;
  });
  const boxes = add(group, "div", "boxes");
  const [first, last] = [low, high].map((slider) => {
    const box = add(boxes, "input");
    box.type = "number";
    // A year is typed digit by digit; it counts when the field is left or Enter is pressed.
    box.onchange = () => {
      const year = Math.min(Math.max(Math.round(+box.value) || +slider.value, +slider.min), +slider.max);
      slider.value = year;
      slider.oninput();
      slider.onchange();
    };
    return box;
  });
  const paint = () => {
    [first.value, last.value] = [low.value, high.value];
    const share = (input) => (100 * (input.value - input.min)) / (input.max - input.min || 1);
    band.style.insetInlineStart = `${share(low)}%`;
    band.style.insetInlineEnd = `${100 - share(high)}%`;
    title.textContent = group.template.replace("{first}", low.value).replace("{last}", high.value);
  };
  low.oninput = () => {
    if (+low.value > +high.value) low.value = high.value;
    paint();
  };
  high.oninput = () => {
    if (+high.value < +low.value) high.value = low.value;
    paint();
  };
  low.onchange = high.onchange = () => root.send(part.name, [+low.value, +high.value]);
  group.update = (state, isPending) => {
    group.template = state.title;
    for (const input of [low, high, first, last]) {
      input.min = state.min;
      input.max = state.max;
    }
    low.ariaLabel = state.low;
    high.ariaLabel = state.high;
    first.ariaLabel = state.from;
    last.ariaLabel = state.to;
    if (!isPending) [low.value, high.value] = state.value;
    paint();
  };
  return group;
}
