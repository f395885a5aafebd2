import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { FAULT_VERDICTS } from "../../src/ops/probe-fault.ts";
import { EXPLANATIONS } from "../../src/ops/rules/index.ts";
import { listCodes } from "./list-codes.ts";

const explained = EXPLANATIONS.map(({ code }) => code);

function isExplained(code: string): boolean {
  const pattern = new RegExp(`^${code.replaceAll("*", ".+")}$`);
  return explained.some((known) => pattern.test(known));
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => join("src", file));

suite("the codes of problems", () => {
  test("are read from the syntax, wherever they stand", () => {
    const text = `
      const one = { code: "in-object", code2: "not-this" };
      const code = flag ? "in-name" : "in-other";
      const [code, message] = flag ? ["in-list", "words-here"] : ["in-list-too", ""];
      function fault(code: string, file: string) {}
      const refuse = (code: string) => fault(code, "no");
      fault("in-call", "not-file"); refuse("in-arrow"); other("not-that");
      const two = { code: \`in-\${kind}\` };`;
    assert.deepEqual(listCodes("x.ts", text), [
      ...["in-object", "in-name", "in-other", "in-list", "in-list-too", "in-call", "in-arrow", "in-*"],
    ]);
  });

  test('are all explained by "validate --explain" and on the page of rules', () => {
    const faults = Object.keys(FAULT_VERDICTS);
    const found = files.flatMap((file) => listCodes(file).map((code) => ({ file, code })));
    assert.ok(found.length > 100, String(found.length));
    assert.deepEqual(
      found.filter(({ code }) => !faults.includes(code) && !isExplained(code)),
      [],
    );
  });
});
