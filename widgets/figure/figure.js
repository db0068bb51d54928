import { buildMovie, showFrame } from "./movie.js";
import { save, savePicture } from "./picture.js";

// Draws one figure with its title, caption, pictures and the table behind it. The plot is kept between
// runs and updated in place, which is several times faster than a new one.

// The height of a map of the world to its width.
const MAP_SHAPE = 0.5;

export default function ({ data: bytes, parentElement, setTriggerValue }) {
  const data = JSON.parse(new TextDecoder().decode(bytes));
  const root = parentElement.querySelector(".figure");
  root.tell = (value) => setTriggerValue("click", value);
  root.tellFrame = (name) => setTriggerValue("frame", name);
  root.tellYears = (years) => setTriggerValue("years", years);
  root.wanted = data.frame;
  if (root.sent === data.hash) return showFrame(root);
  root.sent = data.hash;
  if (!root.heading) build(root);
  root.heading.textContent = data.title;
  root.note.textContent = data.note;
  root.note.hidden = !data.note;
  root.plot.setAttribute("aria-label", data.alt);
  root.data = data;
  // A picture may hold nothing to press; a map has buttons to zoom.
  root.plot.setAttribute("role", data.config.displayModeBar ? "group" : "img");
  root.plot.title = data.years === null ? "" : data.words.years;
  root.classList.toggle("empty", data.empty);
  if (data.empty) return clear(root);
  // What numbers stand for takes lines of its own, which a phone has below the picture.
  const isNumbered = ({ mark }) => /\d/.test(mark);
  showKey(
    root.key,
    data.key.filter((entry) => !isNumbered(entry)),
  );
  showKey(root.numbered, data.key.filter(isNumbered));
  showMenu(root);
  if (root.table) showTable(root, data);
  // What is below stays where it is while plotly and the picture come.
  root.figure = JSON.parse(data.figure);
  root.plot.style.minHeight = `${narrowed(root.figure.layout, root.clientWidth).height}px`;
  root.trouble.hidden = true;
  whenPlotlyIsThere(
    data.plotly,
    () => inTurn(root),
    () => sayNotDrawn(root),
  );
}

function build(root) {
  const make = (tag, name, parent = root) => {
    const element = document.createElement(tag);
    element.className = name;
    parent.append(element);
    return element;
  };
  const head = make("div", "head");
  root.heading = make("h2", "title", head);
  root.menu = make("details", "menu", head);
  make("summary", "", root.menu).textContent = "⋯";
  make("div", "items", root.menu);
  root.menu.onkeydown = (event) => {
    if (event.key === "Escape") closeMenu(root);
  };
  root.menu.onfocusout = (event) => {
    if (!root.menu.contains(event.relatedTarget)) root.menu.open = false;
  };
  root.key = make("p", "key");
  root.numbered = make("p", "key numbered");
  root.plot = make("div", "plot");
  root.trouble = make("p", "trouble");
  root.trouble.setAttribute("role", "status");
  root.movie = make("div", "movie");
  root.movie.hidden = true;
  root.note = make("p", "caption");
  root.behind = make("div", "behind");
  new ResizeObserver(() => window.Plotly && root.plot.layout && fit(root)).observe(root);
  new MutationObserver(() => recolour(root)).observe(root.closest(".stApp"), { attributeFilter: ["class", "style"] });
  window.matchMedia("(forced-colors: active)").addEventListener("change", () => recolour(root));
}

// Where there is nothing to show, one line says so.
function clear(root) {
  root.table = null;
  root.behind.replaceChildren();
  if (root.plot.layout) window.Plotly.react(root.plot, [], { ...root.plot.layout, shapes: [], annotations: [] });
  root.dataset.drawn = root.data.hash;
}

function fit(root) {
  const width = root.clientWidth;
  if (width && root.drawnWidth !== width) {
    root.drawnWidth = width;
    window.Plotly.relayout(root.plot, { width });
  }
}

// Text follows the colours of the page when the reader, or the system by night, takes others.
function recolour(root) {
  const { color } = getComputedStyle(root);
  if (!window.Plotly || !root.plot.layout?.font || root.plot.layout.font.color === color) return;
  window.Plotly.relayout(root.plot, { "font.color": color });
}

// In the place of a picture: that there is none, and that the table has what it would show.
function sayNotDrawn(root) {
  root.trouble.textContent = root.data.words.failed;
  root.trouble.hidden = false;
}

function whenPlotlyIsThere(source, then, otherwise) {
  if (window.Plotly) return then();
  let script = document.getElementById("plotly-script");
  if (!script) {
    script = document.createElement("script");
    script.id = "plotly-script";
    script.src = source;
    // A script that failed goes, so that the next chart asks for it anew.
    script.addEventListener("error", () => script.remove(), { once: true });
    document.head.append(script);
  }
  script.addEventListener("load", then, { once: true });
  script.addEventListener("error", otherwise, { once: true });
}

// On a phone long names give way to the bars.
export function narrowed(layout, width) {
  if (layout.geo) {
    const { t, b } = layout.margin;
    return { ...layout, height: Math.min(layout.height, Math.round(width * MAP_SHAPE) + t + b) };
  }
  const axis = layout.yaxis;
  if (width > 480 || layout.margin.l < 120) return layout;
  // Charts that share an axis of time keep sharing it, those without names beside them too.
  const margin = { ...layout.margin, l: 116 };
  if (!axis?.ticktext) return { ...layout, margin };
  const short = (text) => (text.length > 18 && !text.startsWith("<") ? `${text.slice(0, 17)}…` : text);
  return {
    ...layout,
    margin,
    yaxis: { ...axis, ticktext: axis.ticktext.map(short), tickfont: { ...axis.tickfont, size: 11 } },
  };
}

// Charts are drawn one after another, each in a task of its own once the page is painted, so that no number waits for
// a picture: those in view first, and maps, which take as long as all others of a page, after them.
const waiting = new Set();

function inTurn(root) {
  waiting.add(root);
  if (waiting.size === 1) requestAnimationFrame(drawNext);
}

function drawNext() {
  setTimeout(() => {
    const [root] = [...waiting].sort((one, other) => rank(one) - rank(other));
    waiting.delete(root);
    if (root.isConnected && !root.data.empty) draw(root, root.data);
    if (waiting.size) drawNext();
  });
}

function rank(root) {
  return (root.getBoundingClientRect().top < window.innerHeight ? 0 : 2) + (root.figure.layout.geo ? 1 : 0);
}

function draw(root, data) {
  const { figure } = root;
  const { color, fontFamily: family } = getComputedStyle(root);
  root.drawnWidth = root.clientWidth;
  const kept = narrowed(figure.layout, root.clientWidth);
  const layout = {
    ...kept,
    ...drawnOver(data),
    width: root.clientWidth,
    font: { ...figure.layout.font, color, family },
  };
  const config = { displayModeBar: false, responsive: false, ...data.config };
  root.standing = null;
  window.Plotly.react(root.plot, figure.data, layout, config).then(
    () => {
      buildMovie(root);
      showFrame(root);
      root.dataset.drawn = data.hash;
    },
    () => sayNotDrawn(root),
  );
  if (!root.listening) {
    root.listening = true;
    root.plot.on("plotly_click", (event) => {
      const value = event.points[0].customdata;
      if (root.data.opens.length && value) root.tell(Array.isArray(value) ? value[0] : value);
    });
    root.plot.on("plotly_selected", (event) => {
      const years = yearsOf(event?.range?.x, root.data.years);
      if (years) root.tellYears(years);
    });
    root.plot.on("plotly_deselect", () => root.data.years !== null && root.tellYears([]));
  }
}

// What colours and marks mean, as in the pictures of the figure.
function showKey(line, key) {
  line.hidden = !key.length;
  line.replaceChildren(
    ...key.map(({ mark, color, name }) => {
      const entry = document.createElement("span");
      // A number beside a mark is read, so it has the colour of text.
      const [, shape, number] = mark.match(/^(\D*)(.*)$/s);
      const sign = document.createElement("b");
      sign.textContent = shape;
      sign.style.color = color;
      entry.append(sign, `${number} ${name}`);
      return entry;
    }),
  );
}

// Years are chosen by drawing over them where a mouse does not have to scroll the page by the same movement.
function drawnOver(data) {
  if (data.years === null || !window.matchMedia("(pointer: fine)").matches) return {};
  return { dragmode: "select", selectdirection: "h" };
}

// The first and last year that a stretch of an axis covers; nothing where there is none.
export function yearsOf(range, shift) {
  if (!range || shift === null) return null;
  const [low, high] = [...range].sort((a, b) => a - b);
  return [Math.floor(low + shift), Math.max(Math.floor(low + shift), Math.ceil(high + shift) - 1)];
}

function showMenu(root) {
  const { data } = root;
  const { words } = data;
  const item = (text, says, action) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", `${text}: ${says}, ${data.title}`);
    button.onclick = () => {
      action();
      closeMenu(root);
    };
    return button;
  };
  root.menu.firstChild.setAttribute("aria-label", `⋯ ${words.menu}: ${data.title}`);
  root.menu.lastChild.replaceChildren(
    item(root.table ? words.hide : words.show, words.behind, () => toggleTable(root)),
    item("CSV", words.csv, () => save(new Blob([data.csv], { type: "text/csv" }), `${data.file}.csv`)),
    item("PNG", words.picture, () => savePicture(root, "png")),
    item("SVG", words.picture, () => savePicture(root, "svg")),
  );
}

function closeMenu(root) {
  root.menu.open = false;
  root.menu.firstChild.focus();
}

function toggleTable(root) {
  if (root.table) {
    root.table = null;
    root.behind.replaceChildren();
  } else showTable(root, root.data);
  showMenu(root);
}

function showTable(root, data) {
  root.table = document.createElement("table");
  const opening = (text, value) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.onclick = () => root.tell(value);
    return button;
  };
  const row = (cells, tag, opens) => {
    const line = document.createElement("tr");
    for (const [place, cell] of cells.entries()) {
      const element = document.createElement(tag);
      // What a click on a mark does, for those who do not click on charts.
      if (opens && !place) element.append(opening(cell, opens));
      else element.textContent = cell;
      if (typeof cell === "number") element.className = "number";
      line.append(element);
    }
    return line;
  };
  root.table.append(
    row(data.table.columns, "th"),
    ...data.table.rows.map((cells, place) => row(cells, "td", data.opens[place])),
  );
  root.behind.replaceChildren(root.table);
}
