import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { readUnitEvent, type UnitEvent } from "./read-unit-event.ts";
import { addTallies, type Tally } from "./tally.ts";

/** Generous: it ends what hangs, and says nothing about speed. */
const FILE_TIMEOUT_MS = 600_000;

/** Runs files under node:test, each in a process of its own, and prints what happens. */
export async function runUnitTests(files: readonly string[]): Promise<Tally> {
  const tallies: Tally[] = [];
  const note = (kind: UnitEvent["kind"]) => (data: Omit<UnitEvent, "kind">) => {
    tallies.push(readUnitEvent({ ...data, kind, file: relative("", data.file ?? "") }));
  };
  const events = run({
    files: files.map((file) => resolve(file)),
    // Whoever starts a browser or a server waits for it for a good part of the time.
    concurrency: availableParallelism() + 1,
    timeout: FILE_TIMEOUT_MS,
  });
  events.on("test:pass", note("pass")).on("test:fail", note("fail"));
  await pipeline(events, new spec(), process.stdout, { end: false });
  return addTallies(tallies);
}
