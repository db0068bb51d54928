// The years of a map as a movie: frames that hide and show what is drawn already.

// How long a frame lasts, and how long after the last one the movie counts as stopped (milliseconds).
const FRAME = 700;
const SETTLED = 300;

// The place of the frame of this name; of the first one, which shows all, where there is none.
export function placeOf(frames, name) {
  return Math.max(
    0,
    frames.findIndex((frame) => frame.name === name),
  );
}

// The place that a movie goes on to; one that stood at its end begins anew, after the frame that shows all.
export function nextPlace(frames, standing, playing) {
  return standing >= frames.length - 1 && !playing ? 1 : standing + 1;
}

// The codes of the points that a frame shows.
export function shownCodes(codes, frame) {
  return new Set(codes.filter((_code, place) => frame.shown[place] === "1"));
}

// The controls of a movie: a button and a slider, for the mouse and for the keyboard alike.
export function buildMovie(root) {
  stopMovie(root);
  const { frames, words } = root.data.movie;
  root.movie.hidden = !frames;
  if (!frames) return root.movie.replaceChildren();
  const [play, slider, label] = ["button", "input", "output"].map((tag) => document.createElement(tag));
  play.type = "button";
  play.hidden = !movesByItself();
  play.onclick = () => (root.playing ? stopMovie(root) : playMovie(root));
  Object.assign(slider, { type: "range", min: 0, max: frames.length - 1, step: 1, ariaLabel: words.year });
  slider.oninput = () => {
    stopMovie(root);
    standAt(root, +slider.value);
  };
  root.movie.controls = { play, slider, label };
  root.movie.replaceChildren(play, slider, label);
  stopMovie(root);
}

// Where the reader prefers reduced motion nothing moves by itself: the slider shows each year.
export function movesByItself(view = globalThis) {
  return !view.matchMedia?.("(prefers-reduced-motion: reduce)").matches;
}

function playMovie(root) {
  const { frames, words } = root.data.movie;
  root.movie.controls.play.textContent = "❚❚";
  root.movie.controls.play.ariaLabel = words.pause;
  const step = () => {
    standAt(root, nextPlace(frames, root.standing, Boolean(root.playing)));
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
export function showFrame(root) {
  const frames = root.data.movie.frames;
  if (!frames || root.playing || !root.movie.controls) return;
  const place = placeOf(frames, root.wanted);
  root.told = frames[place].name;
  if (place !== root.standing) standAt(root, place);
}

// Hides and shows what is drawn already: plotly would draw the whole world anew for each year.
function standAt(root, place) {
  const frame = root.data.movie.frames[place];
  const { slider, label } = root.movie.controls;
  root.standing = place;
  slider.value = place;
  slider.ariaValueText = frame.label;
  label.textContent = `${root.data.movie.words.prefix} ${frame.label}`;
  root.heading.textContent = frame.says || root.data.title;
  markShown(root, frame);
  clearTimeout(root.settling);
  root.settling = setTimeout(() => settle(root, frame), root.playing ? FRAME + SETTLED : SETTLED);
}

function markShown(root, frame) {
  const shown = shownCodes(root.plot.data.find((trace) => trace.meta === "points").customdata, frame);
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
