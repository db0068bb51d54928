import assert from "node:assert/strict";
import { test } from "node:test";
import { joined, linkOf, textOf, viewsIn } from "../../widgets/views/kept.js";

const AFRICA = { name: "Africa", link: "timeline?region=africa&status=ongoing" };
const ALL = { name: "<b>", link: "overview" };

test("views that are written are read again", () => {
  assert.deepEqual(viewsIn(textOf([AFRICA, ALL])), [AFRICA, ALL]);
});

test("a text without a list of views is none", () => {
  for (const text of [null, "", "[]", "{", "5", '{"views": 5}']) assert.equal(viewsIn(text), null);
});

test("what is no view of a page here is left out", () => {
  const links = [
    "javascript:alert(1)",
    "https://evil.example/",
    "//evil.example",
    "../map",
    "map?a=<b>",
    "",
    5,
    "map#x",
  ];
  const wrong = [...links.map((link) => ({ name: "a", link })), { name: " ", link: "map" }, null, "map", {}];
  assert.deepEqual(viewsIn(JSON.stringify({ views: [...wrong, AFRICA] })), [AFRICA]);
});

test("a view by the same name takes the place of the one before, and the latest fifty stay", () => {
  const newer = { name: "Africa", link: "map" };
  assert.deepEqual(joined([AFRICA, ALL], [newer]), [ALL, newer]);
  const many = [...Array(60).keys()].map((number) => ({ name: `${number}`, link: "map" }));
  assert.deepEqual(joined([AFRICA], many), many.slice(10));
});

test("the view of an address is its page and parameters, however it is framed", () => {
  const link = (pathname, search = "") => linkOf({ pathname, search });
  assert.equal(link("/"), "overview");
  assert.equal(link("/dash/start", "?region=asia"), "overview?region=asia");
  assert.equal(link("/dash/timeline", "?search=C%C3%B4te%20d&embed=true"), "timeline?search=C%C3%B4te+d");
  assert.deepEqual(viewsIn(textOf([{ name: "a", link: link("/map", "?search=a<b>\"'(~*%") }])).length, 1);
});
