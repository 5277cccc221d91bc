import "../page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { yamlFile } from "../../../templates/assets/copy/yaml.js";
import { copy, courseFile } from "./examples.js";

test("a file begins with its schema and the teacher's notes, and has no class in it", () => {
  const lines = yamlFile(copy({ klass: "5.B", notes: "Husk nøgle\u200e\n\nog lys" }), courseFile(), "2026-09-01").split(
    "\n",
  );

  assert.equal(lines[0], "# yaml-language-server: $schema=../../.hub/schema/course.json");
  assert.deepEqual(lines.slice(2, 5), ["# notes:", "#   Husk nøgle\u200e", "#   og lys"]);
  assert.ok(lines.includes('title: "Fagtekster"'));
  assert.ok(!lines.join("\n").includes("5.B"));
  assert.equal(lines.at(-1), "");
});
