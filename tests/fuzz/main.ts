/**
 * `npm run fuzz`: downloads under 2,000 schedules of faults, or as many as are named, from real servers on this machine. A
 * second number is the schedule to begin with: the one that failed, to see it again.
 */
import pMap from "p-map";
import { runRealSchedule } from "../verify/download/run-real-schedule.ts";

const [count = 2000, first = 0] = process.argv.slice(2).map(Number);

async function run(seed: number): Promise<string> {
  try {
    return await runRealSchedule(seed);
  } catch (error) {
    console.error(`schedule ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    return "wrong";
  }
}

const begin = performance.now();
const ends = await pMap(
  Array.from({ length: count }, (_, index) => first + index),
  run,
  { concurrency: 16 },
);
const [complete, failed, wrong] = ["complete", "failed", "wrong"].map(
  (kind) => ends.filter((end) => end === kind).length,
);
const seconds = ((performance.now() - begin) / 1000).toFixed(0);
console.log(`${count} schedules in ${seconds} s: ${complete} files right, ${failed} clear failures, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
