import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { JSONReport } from "playwright/types/testReporter";
import { readBrowserReport } from "./read-browser-report.ts";

type Status = "skipped" | "expected" | "unexpected" | "flaky";

/** A report on two projects, of which only chromium has tests: one of each status given, in a suite of a file. */
function sketchReport(statuses: readonly Status[], message?: string): JSONReport {
  const specs = statuses.map((status) => ({ title: status, tests: [{ projectName: "chromium", status }] }));
  const report: unknown = {
    config: { projects: [{ name: "chromium" }, { name: "firefox" }] },
    suites: [{ title: "a.spec.ts", specs: [], suites: [{ title: "links", specs }] }],
    errors: message === undefined ? [] : [{ message }],
  };
  return report as JSONReport;
}

suite("readBrowserReport", () => {
  test("counts what passed", () => {
    assert.deepEqual(readBrowserReport(sketchReport(["expected", "expected"])), { passed: 2, failures: [] });
  });

  test("takes what was skipped and what wavered for failures", () => {
    assert.deepEqual(readBrowserReport(sketchReport(["skipped", "unexpected", "flaky"])), {
      passed: 0,
      failures: [
        "[chromium] a.spec.ts > links > skipped was skipped",
        "[chromium] a.spec.ts > links > unexpected did not pass",
        "[chromium] a.spec.ts > links > flaky did not pass every time",
      ],
    });
  });

  test("takes an error outside of the tests for a failure", () => {
    assert.deepEqual(readBrowserReport(sketchReport([], "no tests found")).failures, ["browsers: no tests found"]);
  });

  test("takes a project without tests for a failure when all were to run", () => {
    assert.deepEqual(readBrowserReport(sketchReport(["expected"]), { everyProject: true }), {
      passed: 1,
      failures: ["[firefox] ran no test"],
    });
  });
});
