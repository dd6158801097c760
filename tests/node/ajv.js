// Validates JSON files against a JSON Schema (2020-12): node ajv.js SCHEMA FILE…
const { readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020");

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ strict: true, allErrors: true }).compile(read(schema));
for (const file of files) {
  if (!validate(read(file))) {
    console.error(file, validate.errors);
    process.exitCode = 1;
  }
}
