// Draws one figure with its title, caption, pictures and the table behind it. The plot is kept between
// runs and updated in place, which is several times faster than a new one.

const PICTURE = { width: 1600, height: 900 };
// How long a frame of a movie lasts, and how long after the last one it counts as stopped (milliseconds).
const FRAME = 700;
const SETTLED = 300;
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
  whenPlotlyIsThere(data.plotly, () => draw(root, data), () => sayNotDrawn(root));
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
function narrowed(layout, width) {
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
    ...layout, margin,
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
  window.Plotly.react(root.plot, figure.data, layout, config).then(() => {
    buildMovie(root);
    showFrame(root);
    root.dataset.drawn = data.hash;
  }, () => sayNotDrawn(root));
  if (!root.listening) {
    root.listening = true;
    root.plot.on("plotly_click", (event) => {
      const value = event.points[0].customdata;
      if (root.data.clickable && value) root.tell(Array.isArray(value) ? value[0] : value);
    });
  }
}

// The controls of a movie: a button and a slider, for the mouse and for the keyboard alike.
function buildMovie(root) {
  stopMovie(root);
  const { frames, words } = root.data.movie;
  root.movie.hidden = !frames;
  if (!frames) return root.movie.replaceChildren();
  const [play, slider, label, says] = ["button", "input", "output", "span"].map((tag) => document.createElement(tag));
  play.type = "button";
  play.onclick = () => (root.playing ? stopMovie(root) : playMovie(root));
  Object.assign(slider, { type: "range", min: 0, max: frames.length - 1, step: 1, ariaLabel: words.year });
  slider.oninput = () => { stopMovie(root); standAt(root, +slider.value); };
  says.className = "says";
  root.movie.controls = { play, slider, label, says };
  root.movie.replaceChildren(play, slider, label, says);
  stopMovie(root);
}

function playMovie(root) {
  const { frames, words } = root.data.movie;
  root.movie.controls.play.textContent = "❚❚";
  root.movie.controls.play.ariaLabel = words.pause;
  const step = () => {
    const last = root.standing >= frames.length - 1;
    standAt(root, last && !root.playing ? 1 : root.standing + 1);
    if (root.standing >= frames.length - 1) stopMovie(root);
  };
  step();
  root.playing = setInterval(step, FRAME);
}

function stopMovie(root) {
  clearInterval(root.playing);
  root.playing = null;
  if (!root.movie.controls) return;
  root.movie.controls.play.textContent = "▶";
  root.movie.controls.play.ariaLabel = root.data.movie.words?.play ?? "";
}

// Stands the movie at the frame that the page asks for, at once.
function showFrame(root) {
  const frames = root.data.movie.frames;
  if (!frames || root.playing || !root.movie.controls) return;
  const place = Math.max(0, frames.findIndex((frame) => frame.name === root.wanted));
  root.told = frames[place].name;
  if (place !== root.standing) standAt(root, place);
}

// Hides and shows what is drawn already: plotly would draw the whole world anew for each year.
function standAt(root, place) {
  const frame = root.data.movie.frames[place];
  const { slider, label, says } = root.movie.controls;
  root.standing = place;
  slider.value = place;
  slider.ariaValueText = frame.label;
  label.textContent = `${root.data.movie.words.prefix} ${frame.label}`;
  says.textContent = frame.says;
  markShown(root, frame);
  clearTimeout(root.settling);
  root.settling = setTimeout(() => settle(root, frame), root.playing ? FRAME + SETTLED : SETTLED);
}

function markShown(root, frame) {
  const codes = root.plot.data.find((trace) => trace.meta === "points").customdata;
  const shown = new Set(codes.filter((_code, place) => frame.shown[place] === "1"));
  for (const group of root.plot.querySelectorAll(".scatterlayer > *")) {
    const kind = group.__data__?.[0]?.trace?.meta;
    if (kind === "hatching") group.style.display = frame.hatched ? "" : "none";
    if (kind !== "points") continue;
    for (const [place, point] of [...group.querySelectorAll("path.point")].entries()) {
      point.style.display = frame.shown[place] === "1" ? "" : "none";
    }
  }
  for (const shape of root.plot.querySelectorAll(".choroplethlocation")) {
    shape.style.display = shown.has(shape.__data__?.loc ?? shape.__data__?.id) ? "" : "none";
  }
}

// Once the movie has stopped, the page is told, so that the year stands in the link.
function settle(root, frame) {
  if (root.playing || frame.name === root.told) return;
  root.told = frame.name;
  root.tellFrame(frame.name);
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
  const says = root.data.movie.frames?.[root.standing]?.says;
  const title = wrap(says ? `${root.data.titleHtml} ${says}` : root.data.titleHtml, 95);
  const key = root.data.key.map(({ mark, color, meaning }) => `<span style="color:${color}">${mark}</span> ${meaning}`);
  const caption = [...(key.length ? [key.join("   ")] : []), wrap(root.data.captionHtml, 165)].join("<br>");
  const names = figure.layout.yaxis?.ticktext?.length;
  // Names beside the lines may be as large as the lines are apart.
  const beside = names ? { yaxis: { ...figure.layout.yaxis, tickfont: { size: names > 45 ? 10 : 15 } } } : {};
  const bottom = (margin.b || 0) + 30 + 20 * caption.split("<br>").length;
  const layout = {
    ...figure.layout, ...PICTURE, font: { ...figure.layout.font, size: 18, color: "#111111" }, ...beside,
    paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff",
    margin: { ...margin, l: (margin.l || 0) + (names ? 80 : 40), r: (margin.r || 0) + 40, t: 110, b: bottom },
    title: { text: title, x: 0.02, xanchor: "left", y: 0.96, yanchor: "top", font: { size: 28 } },
    annotations: [...(figure.layout.annotations || []), {
      text: caption, xref: "paper", yref: "paper", x: 0, y: 0, xshift: -(margin.l || 0) - (names ? 40 : 0), yshift: -(margin.b || 0) - 20,
      xanchor: "left", yanchor: "top", align: "left", showarrow: false, font: { size: 16 },
    }],
  };
  const holder = document.createElement("div");
  const plot = await window.Plotly.newPlot(holder, pictured(root, figure.data), layout, { ...root.data.config, staticPlot: true });
  const url = await window.Plotly.toImage(plot, { format, ...PICTURE });
  window.Plotly.purge(holder);
  save(await (await fetch(url)).blob(), `${root.data.file}.${format}`);
}

// What stands on the screen: only the points of the frame at which a movie stopped.
function pictured(root, traces) {
  const frame = root.data.movie.frames?.[root.standing];
  if (!frame) return traces;
  return traces.filter((trace) => trace.meta !== "hatching" || frame.hatched).map((trace) => {
    const kept = (values) => values.map((value, place) => (frame.shown[place] === "1" ? value : null));
    if (trace.meta === "points") return { ...trace, lon: kept(trace.lon), lat: kept(trace.lat) };
    return trace.meta === "fills" ? { ...trace, z: kept(trace.z) } : trace;
  });
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
