// Pictures of a figure to take away, which say what they show without the page.

const PICTURE = { width: 1600, height: 900 };
const TITLE = 110;
// How much higher a picture draws what stands on a page: more, and a single bar would fill it.
const HIGHER = 1.8;

// The layout of a picture: title and caption in it, in light colours always. says: what a movie says where it stands.
export function pictureLayout(layout, data, says) {
  const margin = layout.margin || {};
  const title = wrap(says ? `${data.titleHtml} ${says}` : data.titleHtml, 95);
  const caption = [...keyLines(data.key, 165), wrap(data.captionHtml, 165)].join("<br>");
  const names = layout.yaxis?.ticktext?.length;
  // Names beside the lines may be as large as the lines are apart.
  const beside = names ? { yaxis: { ...layout.yaxis, tickfont: { size: names > 45 ? 10 : 15 } } } : {};
  const bottom = (margin.b || 0) + 30 + 20 * caption.split("<br>").length;
  const drawn = Math.round((layout.height ?? PICTURE.height) * HIGHER);
  return {
    ...layout,
    ...PICTURE,
    font: { ...layout.font, size: 18, color: "#111111" },
    ...beside,
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    margin: {
      ...margin,
      l: (margin.l || 0) + (names ? 80 : 40),
      r: (margin.r || 0) + 40,
      t: TITLE,
      b: Math.max(bottom, PICTURE.height - TITLE - drawn),
    },
    title: { text: title, x: 0.02, xanchor: "left", y: 0.96, yanchor: "top", font: { size: 28 } },
    annotations: [
      ...(layout.annotations || []),
      {
        text: caption,
        xref: "paper",
        yref: "paper",
        x: 0,
        y: 0,
        xshift: -(margin.l || 0) - (names ? 40 : 0),
        yshift: -(margin.b || 0) - 20,
        xanchor: "left",
        yanchor: "top",
        align: "left",
        showarrow: false,
        font: { size: 16 },
      },
    ],
  };
}

// The key in lines of at most so many letters, an entry on a line of its own where it needs one.
export function keyLines(key, width) {
  const lines = [];
  let room = 0;
  for (const { mark, color, meaning } of key) {
    const entry = `<span style="color:${color}">${mark}</span> ${meaning}`;
    const long = mark.length + meaning.length + 4;
    if (room < long) {
      lines.push(entry);
      room = width - long;
    } else {
      lines[lines.length - 1] += `   ${entry}`;
      room -= long;
    }
  }
  return lines;
}

// An SVG with its outlines drawn as finely as can be seen: a map's coast else has many points in each pixel.
export function lighter(svg) {
  return svg.replace(/ d="([^"]*)"/g, (_all, path) => ` d="${thinned(path)}"`);
}

// An SVG that says what it shows to those who do not see it.
export function described(svg, { title, alt }) {
  const plain = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const words = `<title id="title">${plain(title)}</title><desc id="desc">${plain(alt)}</desc>`;
  return svg.replace(/<svg[^>]*>/, (tag) => `${tag.slice(0, -1)} role="img" aria-labelledby="title desc">${words}`);
}

const SEEN = 0.6;

function thinned(path) {
  // Only plain outlines of straight lines are touched.
  if (!/^[MLZ\d\s.,eE+-]*$/.test(path) || path.length < 2000) return path;
  return path
    .split(/(?=M)/)
    .map((part) => {
      const closed = part.includes("Z") ? "Z" : "";
      const points = [...part.matchAll(/[ML]\s*([\d.eE+-]+)[\s,]+([\d.eE+-]+)/g)].map(([, x, y]) => [+x, +y]);
      return outline(points, closed);
    })
    .join("");
}

function outline(points, closed) {
  if (points.length < 3) return points.map(written).join("") + closed;
  const kept = [points[0]];
  for (const point of points.slice(1, -1)) {
    const [x, y] = kept[kept.length - 1];
    if (Math.hypot(point[0] - x, point[1] - y) >= SEEN) kept.push(point);
  }
  return [...kept, points[points.length - 1]].map(written).join("") + closed;
}

function written([x, y], place) {
  return `${place ? "L" : "M"}${+x.toFixed(1)},${+y.toFixed(1)}`;
}

export async function savePicture(root, format) {
  const figure = JSON.parse(root.data.figure);
  const frame = root.data.movie.frames?.[root.standing];
  const layout = pictureLayout(figure.layout, root.data, frame?.says);
  const config = { ...root.data.config, staticPlot: true };
  const holder = document.createElement("div");
  const plot = await window.Plotly.newPlot(holder, pictured(figure.data, frame), layout, config);
  const url = await window.Plotly.toImage(plot, { format, ...PICTURE });
  window.Plotly.purge(holder);
  const picture = await (await fetch(url)).blob();
  const drawn =
    format === "svg"
      ? new Blob([described(lighter(await picture.text()), root.data)], { type: picture.type })
      : picture;
  save(drawn, `${root.data.file}.${format}`);
}

// What stands on the screen: only the points of the frame at which a movie stopped.
export function pictured(traces, frame) {
  if (!frame) return traces;
  return traces
    .filter((trace) => trace.meta !== "hatching" || frame.hatched)
    .map((trace) => {
      const kept = (values) => values.map((value, place) => (frame.shown[place] === "1" ? value : null));
      if (trace.meta === "points") return { ...trace, lon: kept(trace.lon), lat: kept(trace.lat) };
      return trace.meta === "fills" ? { ...trace, z: kept(trace.z) } : trace;
    });
}

// The text in lines of at most so many letters, but for words that are longer.
export function wrap(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join("<br>");
}

export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
