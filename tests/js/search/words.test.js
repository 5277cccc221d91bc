import assert from "node:assert/strict";
import { test } from "node:test";
import { distance } from "../../../templates/assets/search/spelling-variants.js";
import { hub } from "./hub.js";

const words = hub(
  [
    "3",
    "33",
    "adgangskode",
    "bog",
    "bøger",
    "café",
    "grupper",
    "læring",
    "læringsmål",
    "mål",
    "skole",
    "skolen",
    "skolevej",
    "vej",
  ],
  { skolen: "skol", skole: "skol", skolevej: "skolevej", bøger: "bøg" },
);

test("words come back as they were, with their stems", () => {
  assert.ok(words.has("skolevej"));
  assert.equal(words.stem("skolen"), "skol");
  assert.equal(words.stem("ukendt"), "ukendt");
});

test("a stem that is no beginning is known all the same", () => {
  const english = hub(["easily", "easy"], { easily: "easili", easy: "easi" });

  assert.deepEqual([...english.withStem("easi")].sort(), ["easily", "easy"]);
});

test("other forms are found by endings, doubled letters and exceptions", () => {
  assert.deepEqual(words.forms("skolerne"), ["skole", "skolen"]);
  assert.deepEqual(words.forms("gruppe"), ["grupper"]);
  assert.deepEqual(words.oddForms("bog"), ["bøger"]);
});

test("words that double a letter before their endings are forms of such words alone", () => {
  assert.deepEqual(hub(["rum", "rummet", "stille", "stilen", "super", "suppe"]).forms("stile"), ["stilen"]);
  assert.deepEqual(hub(["suppe"]).forms("super"), []);
  assert.deepEqual(hub(["rummet"]).forms("rum"), ["rummet"]);
});

test("a word begins with its own letter", () => {
  assert.deepEqual(hub(["tilsyn"]).meant("bilsyn"), []);
  assert.deepEqual(hub(["tilsyn"]).meant("itlsyn"), ["tilsyn"]);
});

test("figures have no other forms", () => {
  assert.deepEqual(words.forms("3"), ["3"]);
});

test("a word is found without the letters of the language, and with others", () => {
  assert.deepEqual(words.spellings("laeringsmaal"), ["læringsmål"]);
  assert.deepEqual(words.spellings("cafe"), ["café"]);
  assert.deepEqual(words.beginnings("laeri"), ["læri"]);
});

test("compounds are taken apart and found by their last part", () => {
  assert.deepEqual(words.split("vejskole"), ["vej", "skole"]);
  assert.deepEqual(words.compounds("mål"), ["læringsmål"]);
});

test("what was meant is the nearest", () => {
  assert.deepEqual(words.meant("adgangskdoe"), ["adgangskode"]);
  assert.deepEqual(words.meant("mæl"), []);
});

test("a slip is mended in a short word where all its letters are there, and where an ending begins", () => {
  assert.deepEqual(words.meant("skloevj"), ["skolevej"]);
  assert.deepEqual(words.meant("sklevx"), []);
  assert.deepEqual(hub(["cafémøde"]).meant("cafemøedrne"), ["cafémøde"]);
});

test("the link between the parts of a compound is no part of them", () => {
  assert.deepEqual(hub(["aktivitet", "kalender"]).split("aktivitetskalender"), ["aktivitet", "kalender"]);
});

test("two letters may begin a compound when the hub knows them", () => {
  assert.deepEqual(hub(["by", "rundtur"]).split("byrundtur"), ["by", "rundtur"]);
  assert.equal(hub(["rundtur"]).split("byrundtur"), null);
});

test("distance counts letters, and swapped neighbours once", () => {
  assert.equal(distance("skole", "skole", 2), 0);
  assert.equal(distance("skole", "sokle", 2), 1);
  assert.equal(distance("skole", "kniv", 2), 3);
});
