import assert from "node:assert/strict";
import { test } from "node:test";
import { narrowed, yearsOf } from "../../widgets/figure/figure.js";
import { movesByItself, nextPlace, placeOf, shownCodes } from "../../widgets/figure/movie.js";
import { described, keyLines, lighter, pictured, pictureLayout, wrap } from "../../widgets/figure/picture.js";

const FRAMES = [{ name: "any" }, { name: "1999" }, { name: "2000" }];

test("a movie stands at the frame that is asked for, else at the one that shows all", () => {
  assert.equal(placeOf(FRAMES, "2000"), 2);
  assert.equal(placeOf(FRAMES, "1850"), 0);
});

test("a movie goes on frame by frame, and from its end begins anew after the frame that shows all", () => {
  assert.equal(nextPlace(FRAMES, 0, false), 1);
  assert.equal(nextPlace(FRAMES, 1, true), 2);
  assert.equal(nextPlace(FRAMES, 2, false), 1);
  assert.equal(nextPlace(FRAMES, 2, true), 3);
});

test("nothing moves by itself where the reader prefers reduced motion", () => {
  const reader = (matches) => ({ matchMedia: () => ({ matches }) });
  assert.deepEqual([movesByItself(reader(true)), movesByItself(reader(false))], [false, true]);
});

test("a frame shows the points that it marks", () => {
  assert.deepEqual([...shownCodes(["MLI", "TCD", "NER"], { shown: "101" })], ["MLI", "NER"]);
  assert.deepEqual([...shownCodes(["MLI"], { shown: "0" })], []);
});

test("a picture of a movie has only the points and fills of its frame, and hatching where the frame has it", () => {
  const traces = [
    { meta: "hatching" },
    { meta: "points", lon: [1, 2], lat: [3, 4] },
    { meta: "fills", z: [5, 6] },
    { meta: "land" },
  ];
  assert.equal(pictured(traces, undefined), traces);
  assert.deepEqual(pictured(traces, { shown: "01", hatched: false }), [
    { meta: "points", lon: [null, 2], lat: [null, 4] },
    { meta: "fills", z: [null, 6] },
    { meta: "land" },
  ]);
  assert.equal(pictured(traces, { shown: "01", hatched: true }).length, 4);
});

test("a text is parted into lines between words, and a long word keeps its line", () => {
  assert.equal(wrap("one two three", 7), "one two<br>three");
  assert.equal(wrap("extraordinary two", 5), "extraordinary<br>two");
  assert.equal(wrap("", 5), "");
});

test("a picture has title, key and caption in it, with room below for each line", () => {
  const data = {
    titleHtml: "Title",
    captionHtml: "Source",
    key: [{ mark: "■", color: "#123456", meaning: "active" }],
  };
  const layout = pictureLayout({ margin: { l: 10, b: 20 }, annotations: [{ text: "kept" }] }, data, "2004: 3 points");
  assert.equal(layout.title.text, "Title 2004: 3 points");
  assert.deepEqual([layout.width, layout.height, layout.paper_bgcolor], [1600, 900, "#ffffff"]);
  assert.deepEqual(layout.margin, { l: 50, r: 40, t: 110, b: 20 + 30 + 2 * 20 });
  assert.deepEqual(
    layout.annotations.map(({ text }) => text),
    ["kept", '<span style="color:#123456">■</span> active<br>Source'],
  );
});

test("what is low on the page does not fill its picture", () => {
  const data = { titleHtml: "", captionHtml: "", key: [] };
  const rooms = [60, 260, 490].map((height) => pictureLayout({ height }, data).margin.b);
  assert.deepEqual(rooms, [682, 322, 50]);
});

test("names beside many lines are small", () => {
  const data = { titleHtml: "", captionHtml: "", key: [] };
  const sized = (count) => pictureLayout({ yaxis: { ticktext: Array(count).fill("a") } }, data).yaxis.tickfont.size;
  assert.deepEqual([sized(45), sized(46)], [15, 10]);
});

test("on a phone long names give way to the bars, and a map is as high as it is wide", () => {
  const layout = {
    margin: { l: 200 },
    yaxis: { ticktext: ["Democratic Republic of the Congo", "<b>Mali</b> and more than that", "Chad"] },
  };
  assert.equal(narrowed(layout, 1000), layout);
  const narrow = narrowed(layout, 375);
  assert.equal(narrow.margin.l, 116);
  assert.deepEqual(narrow.yaxis.ticktext, ["Democratic Republ…", "<b>Mali</b> and more than that", "Chad"]);
  assert.equal(narrowed({ geo: {}, height: 500, margin: { t: 10, b: 10 } }, 400).height, 220);
  assert.equal(narrowed({ geo: {}, height: 100, margin: { t: 10, b: 10 } }, 400).height, 100);
});

test("the years drawn over are those that the stretch touches", () => {
  assert.deepEqual(yearsOf([1998.7, 2003.2], 0), [1998, 2003]);
  assert.deepEqual(yearsOf([2003, 1999], 0), [1999, 2002]);
  assert.deepEqual(yearsOf([1998.7, 2003.2], 0.5), [1999, 2003]);
  assert.deepEqual(yearsOf([2001.2, 2001.3], 0), [2001, 2001]);
});

test("nothing drawn over, or an axis without years, names none", () => {
  assert.equal(yearsOf(undefined, 0), null);
  assert.equal(yearsOf([1, 2], null), null);
});

test("a long key of a picture takes several lines", () => {
  const key = ["active", "started", "a fact that is told at some length"].map((meaning) => ({
    mark: "■",
    color: "#1",
    meaning,
  }));
  assert.equal(keyLines(key, 30).length, 2);
  assert.deepEqual(keyLines([], 30), []);
});

test("outlines of a picture have no points that cannot be seen apart, other paths stay as they are", () => {
  const far = Array.from({ length: 300 }, (_none, place) => `L${(place / 10).toFixed(1)}00001,7.123456`).join("");
  const svg = lighter(`<path d="M0,7.5${far}L40,8Z"/><path d="M1,2C3,4,5,6"/>`);
  assert.ok(svg.startsWith('<path d="M0,7.5L0.5,7.1'));
  assert.ok(svg.includes('L40,8Z"/><path d="M1,2C3,4,5,6"/>'));
  assert.ok(svg.length < far.length / 3);
});

test("an SVG says what it shows", () => {
  const svg = described('<svg width="9"><path/><svg></svg></svg>', { title: "A < B", alt: "Bar chart & more" });
  assert.equal(
    svg,
    '<svg width="9" role="img" aria-labelledby="title desc"><title id="title">A &#60; B</title>' +
      '<desc id="desc">Bar chart &#38; more</desc><path/><svg></svg></svg>',
  );
});
