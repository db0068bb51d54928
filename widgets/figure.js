// Draws one figure with its title, caption, pictures and the table behind it. The plot is kept between
// runs and updated in place, which is several times faster than a new one.

const PICTURE = { width: 1600, height: 900 };

export default function ({ data: bytes, parentElement, setTriggerValue }) {
  const data = JSON.parse(new TextDecoder().decode(bytes));
  const root = parentElement.querySelector(".figure");
  root.tell = (value) => setTriggerValue("click", value);
  if (root.sent === data.hash) return;
  root.sent = data.hash;
  if (!root.heading) build(root);
  root.heading.textContent = data.title;
  root.caption.textContent = data.caption;
  root.plot.setAttribute("aria-label", data.alt);
  root.data = data;
  root.buttons.replaceChildren(...buttons(root, data));
  if (root.table) showTable(root, data);
  whenPlotlyIsThere(data.plotly, () => draw(root, data));
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

function whenPlotlyIsThere(source, then) {
  if (window.Plotly) return then();
  let script = document.getElementById("plotly-script");
  if (!script) {
    script = document.createElement("script");
    script.id = "plotly-script";
    script.src = source;
    document.head.append(script);
  }
  script.addEventListener("load", then, { once: true });
}

// On a phone long names give way to the bars.
function narrowed(layout, width) {
  const axis = layout.yaxis;
  if (width > 480 || !axis?.ticktext || layout.margin.l < 120) return layout;
  const short = (text) => (text.length > 18 && !text.startsWith("<") ? `${text.slice(0, 17)}…` : text);
  return {
    ...layout, margin: { ...layout.margin, l: 116 },
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
  window.Plotly.react(root.plot, figure.data, layout, config).then(() => {
    root.dataset.drawn = data.hash;
    if (figure.frames) window.Plotly.addFrames(root.plot, figure.frames);
  });
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
    button("PNG", () => picture(root, "png"), words.picture),
    button("SVG", () => picture(root, "svg"), words.picture),
  ];
  if (data.table) {
    made.unshift(button(root.table ? words.hide : words.show, () => toggleTable(root), words.show));
    made.push(button("CSV", () => save(new Blob([data.csv], { type: "text/csv" }), data.file + ".csv"), words.csv));
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

// A picture says what it shows without the page: title and caption in it, in light colours always.
async function picture(root, format) {
  const figure = JSON.parse(root.data.figure);
  const margin = figure.layout.margin || {};
  const layout = {
    ...figure.layout, ...PICTURE, font: { ...figure.layout.font, size: 18, color: "#111111" },
    paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff",
    margin: { ...margin, l: (margin.l || 0) + 40, r: (margin.r || 0) + 40, t: 110, b: (margin.b || 0) + 110 },
    title: { text: wrap(root.data.titleHtml, 95), x: 0.02, xanchor: "left", y: 0.96, yanchor: "top", font: { size: 28 } },
    annotations: [...(figure.layout.annotations || []), {
      text: wrap(root.data.captionHtml, 150), xref: "paper", yref: "paper", x: 0, y: 0, yshift: -(margin.b || 0) - 40,
      xanchor: "left", yanchor: "top", align: "left", showarrow: false, font: { size: 16 },
    }],
  };
  const holder = document.createElement("div");
  const plot = await window.Plotly.newPlot(holder, figure.data, layout, { ...root.data.config, staticPlot: true });
  const url = await window.Plotly.toImage(plot, { format, ...PICTURE });
  window.Plotly.purge(holder);
  save(await (await fetch(url)).blob(), `${root.data.file}.${format}`);
}

function wrap(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join("<br>");
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
