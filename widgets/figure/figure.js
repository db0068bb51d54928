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
  root.wanted = data.frame;
  if (root.sent === data.hash) return showFrame(root);
  root.sent = data.hash;
  if (!root.heading) build(root);
  root.heading.textContent = data.title;
  root.caption.textContent = data.caption;
  root.plot.setAttribute("aria-label", data.alt);
  root.data = data;
  root.buttons.replaceChildren(...buttons(root, data));
  if (root.table) showTable(root, data);
  root.trouble.hidden = true;
  whenPlotlyIsThere(
    data.plotly,
    () => draw(root, data),
    () => sayNotDrawn(root),
  );
}

function build(root) {
  const make = (tag, name) => {
    const element = document.createElement(tag);
    element.className = name;
    root.append(element);
    return element;
  };
  root.heading = make("h3", "title");
  root.plot = make("div", "plot");
  root.plot.setAttribute("role", "img");
  root.trouble = make("p", "trouble");
  root.trouble.setAttribute("role", "status");
  root.movie = make("div", "movie");
  root.caption = make("p", "caption");
  root.buttons = make("div", "buttons");
  root.behind = make("div", "behind");
  new ResizeObserver(() => window.Plotly && root.plot.layout && fit(root)).observe(root);
}

function fit(root) {
  const width = root.clientWidth;
  if (width && root.drawnWidth !== width) {
    root.drawnWidth = width;
    window.Plotly.relayout(root.plot, { width });
  }
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

function draw(root, data) {
  const figure = JSON.parse(data.figure);
  const { color, fontFamily: family } = getComputedStyle(root);
  root.drawnWidth = root.clientWidth;
  const kept = narrowed(figure.layout, root.clientWidth);
  const layout = { ...kept, width: root.clientWidth, font: { ...figure.layout.font, color, family } };
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
      if (root.data.clickable && value) root.tell(Array.isArray(value) ? value[0] : value);
    });
  }
}

function buttons(root, data) {
  const button = (text, action, label) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.setAttribute("aria-label", `${label}: ${data.title}`);
    element.onclick = action;
    return element;
  };
  const words = data.words;
  const made = [
    button("PNG", () => savePicture(root, "png"), words.picture),
    button("SVG", () => savePicture(root, "svg"), words.picture),
  ];
  if (data.table) {
    made.unshift(button(root.table ? words.hide : words.show, () => toggleTable(root), words.show));
    made.push(button("CSV", () => save(new Blob([data.csv], { type: "text/csv" }), `${data.file}.csv`), words.csv));
  }
  return made;
}

function toggleTable(root) {
  if (root.table) {
    root.table = null;
    root.behind.replaceChildren();
  } else showTable(root, root.data);
  root.buttons.replaceChildren(...buttons(root, root.data));
}

function showTable(root, data) {
  root.table = document.createElement("table");
  const row = (cells, tag) => {
    const line = document.createElement("tr");
    for (const cell of cells) {
      const element = document.createElement(tag);
      element.textContent = cell;
      if (typeof cell === "number") element.className = "number";
      line.append(element);
    }
    return line;
  };
  root.table.append(row(data.table.columns, "th"), ...data.table.rows.map((cells) => row(cells, "td")));
  root.behind.replaceChildren(root.table);
}
