/**
 * `npm run mutate`: puts small faults into the core, one at a time, and runs its tests against each. A fault that no test sees
 * must be in survivors.json, with the reason; one there that is seen now, or is gone, must leave it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import pMap from "p-map";
import { listMutants, type Mutant } from "./list-mutants.ts";
import { isCaught } from "./run-mutant.ts";

/** A fault that makes no difference anyone could see. */
interface Survivor {
  readonly file: string;
  readonly name: string;
  readonly reason: string;
}

const FOLDER = "src/core/";

/** The quick ones first: most faults need no other. */
const TESTS = ["vectors", "read", "show-value", "order", "rewrite", "escape-xml"].map(
  (name) => `tests/core/${name}.test.ts`,
);

const AGREED = JSON.parse(readFileSync("tests/mutate/survivors.json", "utf8")) as readonly Survivor[];

function isSame(one: { file: string; name: string }, other: { file: string; name: string }): boolean {
  return one.file === other.file && one.name === other.name;
}

async function isSeen(file: string, mutant: Mutant, slot: number): Promise<boolean> {
  for (const test of TESTS) if (await isCaught(test, FOLDER + file, mutant, slot)) return true;
  console.log(`no test sees this fault: ${FOLDER}${file}: ${mutant.name}`);
  return false;
}

/** What stands in the place of a fault, to see that the tests pass without one: else each would seem to be seen. */
const NO_FAULT: Mutant = { start: 0, end: 0, replacement: "", name: "" };

for (const test of TESTS)
  if (await isCaught(test, `${FOLDER}index.ts`, NO_FAULT, 0)) throw new Error(`${test} must pass without a fault`);

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".ts") && name.includes(process.argv[2] ?? ""));
const mutants = files.flatMap((file) =>
  listMutants(readFileSync(FOLDER + file, "utf8")).map((mutant) => ({ file, mutant, name: mutant.name })),
);
const survivors = await pMap(
  mutants,
  async ({ file, mutant, name }, slot) => ((await isSeen(file, mutant, slot)) ? [] : [{ file, name }]),
  { concurrency: availableParallelism() },
);
const unseen = survivors.flat();
const news = unseen.filter((survivor) => !AGREED.some((agreed) => isSame(agreed, survivor)));
const needless = AGREED.filter(
  (agreed) => files.includes(agreed.file) && !unseen.some((survivor) => isSame(agreed, survivor)),
);
for (const { file, name } of needless) console.log(`remove from survivors.json, it is seen or gone: ${file}: ${name}`);
console.log(
  `${mutants.length} faults, ${mutants.length - unseen.length} seen, ${unseen.length} not, ${news.length} of them new`,
);
process.exitCode = news.length + needless.length > 0 ? 1 : 0;
