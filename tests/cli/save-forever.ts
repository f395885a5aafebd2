import { realHost } from "../../src/cli/host.ts";
import { saveStatus } from "../../src/cli/probe/save-status.ts";

/** Saves a large status again and again, and says so each time, until it is killed. */
const [, , file = ""] = process.argv;
const checked = new Date().toISOString();
const findings = Array.from({ length: 1000 }, (_, index) => ({
  url_prefix: `https://m${index}.example/`,
  verdict: "up" as const,
  reason: "carries the release",
  checked,
  lacks: [],
}));
const round = { probed: checked, vantagePoints: ["local"] };

for (;;) {
  const saving = await saveStatus(
    file,
    { findings, round, now: new Date() },
    { host: realHost(), onChange: () => undefined },
  );
  if ("problems" in saving) throw new Error(JSON.stringify(saving.problems));
  process.stdout.write("saved\n");
}
