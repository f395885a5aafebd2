import type { JSONReport, JSONReportSuite } from "playwright/types/testReporter";
import type { Tally } from "./tally.ts";

interface Outcome {
  readonly project: string;
  readonly title: string;
  readonly status: "skipped" | "expected" | "unexpected" | "flaky";
}

const FAULTS = { skipped: "was skipped", unexpected: "did not pass", flaky: "did not pass every time" };

function listOutcomes(suite: JSONReportSuite, above: readonly string[] = []): Outcome[] {
  const path = [...above, suite.title];
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, status }) => ({ project: projectName, title: [...path, title].join(" > "), status })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => listOutcomes(inner, path))];
}

function nameFault({ project, title, status }: Outcome): string[] {
  return status === "expected" ? [] : [`[${project}] ${title} ${FAULTS[status]}`];
}

/**
 * Reads Playwright's JSON report: what was skipped, or passed only now and then, is a failure, and so is what went wrong outside
 * of any test. With `everyProject` a project without a test is one too.
 */
export function readBrowserReport(report: JSONReport, { everyProject = false } = {}): Tally {
  const outcomes = report.suites.flatMap((suite) => listOutcomes(suite));
  const idle = report.config.projects
    .map(({ name }) => name)
    .filter((name) => everyProject && !outcomes.some(({ project }) => project === name));
  return {
    passed: outcomes.filter(({ status }) => status === "expected").length,
    failures: [
      ...report.errors.map(({ message = "an error without a message" }) => `browsers: ${message}`),
      ...outcomes.flatMap(nameFault),
      ...idle.map((name) => `[${name}] ran no test`),
    ],
  };
}
