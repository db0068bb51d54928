import assert from "node:assert/strict";
import { test } from "node:test";
import { translator } from "../../widgets/elements/their_words.js";

const WORDS = [
  { where: "header", from: ["Main menu", "القائمة الرئيسية"], to: "Menu principal" },
  { where: ".uploader", from: ["{}MB per file"], to: "{} Mo par fichier" },
  { where: ".uploader", from: ["Remove {}"], to: "Retirer {}" },
];

const within = (place) => (where) => where === place;

test("what Streamlit says is said in the language in force, whatever language it was said in before", () => {
  const translate = translator(WORDS);
  assert.equal(translate("Main menu", within("header")), "Menu principal");
  assert.equal(translate(" القائمة الرئيسية ", within("header")), " Menu principal ");
  assert.equal(translate("20MB per file", within(".uploader")), "20 Mo par fichier");
  assert.equal(translate("Remove $& mine.csv", within(".uploader")), "Retirer $& mine.csv");
});

test("the same words elsewhere, and other words there, stay as they are", () => {
  const translate = translator(WORDS);
  assert.equal(translate("Main menu", within("td")), "Main menu");
  assert.equal(translate("Main menus", within("header")), "Main menus");
  assert.equal(translate("Remove ", within(".uploader")), "Remove ");
});
