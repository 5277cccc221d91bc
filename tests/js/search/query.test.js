import assert from "node:assert/strict";
import { test } from "node:test";
import { read, understood } from "../../../templates/assets/search/query.js";
import { hub } from "./hub.js";

const words = hub(["adgangskode", "bøger", "elev", "elevplan", "i", "kodeord", "login", "plan", "skole"]);

/** @param {string} query */
const searches = (query) => understood(query, words).terms.map(({ ways }) => ways.map(({ search }) => search));

test("quotation marks of any make hold a phrase", () => {
  for (const query of ['"Læs Mål"', "„læs mål“", "»læs-mål«", "“læs mål”"]) {
    assert.deepEqual(read(query), { words: [], phrases: [["læs", "mål"]] });
  }
  assert.deepEqual(read('" " a').phrases, []);
});

test("a phrase is searched for as it stands", () => {
  assert.deepEqual(searches('"i skole"'), [['"i skole']]);
});

test("words that say nothing count only alone", () => {
  assert.deepEqual(searches("i skole"), [["skole"]]);
  assert.deepEqual(searches("i"), [["i"]]);
});

test("two words may be one, and one may be two", () => {
  assert.ok(searches("elev plan").every((ways) => ways.includes("elevplan")));
  assert.equal(searches("skoleelev")[0]?.[0], "~skole elev");
});

test("a word that says nothing alone may begin a compound", () => {
  assert.ok(understood("i skole", hub(["iskole", "skole"])).terms[0]?.ways.some(({ search }) => search === "iskole"));
});

test("an unknown compound asks for its parts: both, in other words for them, and at last each as a guess", () => {
  const [term] = understood("skolekodeord", hub(["skole", "adgangskode"])).terms;

  assert.deepEqual(
    term?.ways.map(({ search, how }) => [search, how]),
    [
      ["~skole adgangskode", "split"],
      ["~adgangskode", "partLast"],
      ["~skole", "part"],
    ],
  );
  assert.deepEqual(term?.parts, ["skole", "kodeord"]);
});

test("a compound that the hub has is looked for in two words too, after the pages that have it", () => {
  const [term] = understood("adgangskode", hub(["adgangskode", "adgang", "kode"])).terms;

  assert.deepEqual(
    term?.ways.map(({ search, how }) => [search, how]),
    [
      ["adgangskode", "exact"],
      ["adgang kode", "beside"],
    ],
  );
});

test("a slip within a compound is mended, and nothing is guessed of a word of which only a part is known", () => {
  assert.deepEqual(understood("loginskoel", words).terms[0]?.parts, ["login", "skole"]);
  assert.equal(understood("loginskale", words).terms[0]?.parts, null);
  assert.deepEqual(understood("kattefoder", words).terms[0]?.ways, []);
});

test("another word for the same is searched for, also for two words", () => {
  assert.ok(searches("kodeord")[0]?.includes("adgangskode"));
  assert.ok(searches("log ind").every((ways) => ways.includes("login")));
});

test("two words of a saying may change places", () => {
  assert.ok(searches("ind log").every((ways) => ways.includes("login")));
});

test("a word that says nothing may stand within a saying", () => {
  assert.ok(searches("log i ind").every((ways) => ways.includes("login")));
});

test("a saying of words that say nothing alone is asked for", () => {
  assert.deepEqual(
    understood("skole i det", hub(["samtidig", "skole"]))
      .terms.map(({ word, ways }) => [word, ways.map(({ search }) => search)])
      .at(-1),
    ["i det", ["samtidig"]],
  );
});

test("a compound is found by one of other words for its parts", () => {
  const [way] = understood("kodeordsskole", hub(["adgangskodeskole", "adgangskode", "skole"])).terms[0]?.ways ?? [];

  assert.deepEqual([way?.search, way?.how], ["adgangskodeskole", "splitJoined"]);
});

test("a query of thousands of letters looks for no more than a short one", () => {
  let looked = 0;
  const counting = Object.create(words, {
    near: {
      value: (/** @type {[string, boolean?]} */ ...given) => {
        looked += 1;
        return words.near(...given);
      },
    },
  });
  const unknown = Array.from({ length: 200 }, (_, place) => `skoleplanlogni${place.toString(36)}kodeordelev`).join(" ");
  const { terms } = understood(unknown, counting);

  assert.ok(unknown.length > 5000);
  assert.equal(terms.length, 16);
  assert.ok(looked > 0 && looked < 200, String(looked));
  assert.ok(understood("a".repeat(5000), counting).terms.length <= 16);
});

test("a slip is a guess that says what it takes the word for", () => {
  const [term] = understood("kodeodr", words).terms;

  assert.equal(term?.meant, "kodeord");
  assert.deepEqual(understood("kodeord", words).terms[0]?.meant, null);
});

test("a long text asks for its first words, and no word is longer than forty letters", () => {
  const { words: typed } = read(`${"a".repeat(5000)} b`);

  assert.equal(typed.length, 16);
  assert.ok(typed.every((word) => word.length === 40));
});

test("a saying may hold words that say nothing alone", () => {
  const [term] = understood("det skole", hub(["plan", "skole"])).terms;

  assert.ok(term?.ways.some(({ search }) => search === "plan"));
});

test("parts of three letters are asked for together alone", () => {
  const [term] = understood("skolepla", hub(["skole", "pla"])).terms;

  assert.deepEqual([...new Set(term?.ways.map(({ how }) => how))], ["split"]);
});

test("words that say little are asked for beside others, and before those that say nothing", () => {
  const known = hub(["elev", "find", "finder", "i"]);

  assert.deepEqual(
    understood("i finder elev", known).terms.map(({ word, isLight }) => [word, isLight ?? false]),
    [
      ["elev", false],
      ["finder", true],
    ],
  );
  assert.deepEqual(
    understood("i finder", known).terms.map(({ word }) => word),
    ["finder"],
  );
});

test("words that say something together say less of it alone", () => {
  const known = hub(["log", "login", "kode", "kodeord"]);
  const [term] = understood("log kode ind", known).terms;
  const [said] = understood("log ind", hub(["ind", "log", "login"])).terms;

  assert.deepEqual([term?.ways[0]?.search, term?.ways[0]?.sure], ["log", 1]);
  assert.deepEqual(
    said?.ways.map(({ search, sure }) => [search, sure]),
    [
      ["log ind", 1],
      ["log", 0.7],
      ["login", 0.6],
    ],
  );
});

test("a saying of words that say nothing is asked for once, however many groups have it", () => {
  const known = hub(["samtidig", "skole", "straks"]);
  known.learn("i det", ["i det", "straks"]);

  assert.deepEqual(
    understood("skole i det", known).terms.map(({ word }) => word),
    ["skole", "i det"],
  );
});

test("a slip of a word is not read as words for its parts", () => {
  const ways = understood("kodeodr", hub(["kode", "kodeord", "odr", "adgangskode"])).terms[0]?.ways ?? [];

  assert.deepEqual(
    ways.map(({ how }) => how),
    ["split", "meant"],
  );
});

test("short parts of an unknown compound ask for pages that are about one of them", () => {
  const short = understood("vejskole", hub(["vej", "skole"])).terms[0]?.ways[0]?.search;
  const long = understood("loginsskoleplan", hub(["logins", "skoleplan"])).terms[0]?.ways[0]?.search;

  assert.deepEqual([short, long], ["~vej skole", "logins skoleplan"]);
});

test("a slip is mended in a word that was typed as two", () => {
  const { terms } = understood("medelelses bog", hub(["bog", "meddelelsesbog"]));

  assert.ok(terms.every(({ ways }) => ways.some(({ search, how }) => search === "meddelelsesbog" && how === "meant")));
  assert.equal(terms[0]?.meant, "meddelelsesbog");
});

test("another word without its letters is a guess where the hub has the word that was typed", () => {
  const sure = understood("mal", hub(["mal", "mål"])).terms[0]?.ways.map(({ search, sure }) => [search, sure]);

  assert.deepEqual(sure, [
    ["mal", 1],
    ["mål", 0.4],
  ]);
});
