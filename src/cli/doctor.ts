import { styleText } from "node:util";
import { join } from "node:path";
import type { Problem } from "../core/problem.ts";
import { type Diagnosis, diagnosePool, type DoctorInputs } from "../ops/doctor-diagnosis.ts";
import { findDoctorProblems } from "../ops/doctor-problems.ts";
import { renderDoctorScreen } from "../ops/doctor-screen.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "./command.ts";
import type { Host } from "./host.ts";
import { SITE_LIST } from "./publish.ts";
import { readFolder } from "./read-folder.ts";
import { readListFile } from "./read-list.ts";

interface DoctorOptions extends CommonOptions {
  readonly list?: string;
  readonly dev: boolean;
}

/** Reads the list that was named, or the one that the site's build made, if it did. */
async function findList(
  { list, dev }: DoctorOptions,
  host: Host,
): Promise<{ readonly list: DoctorInputs["list"]; readonly problems: readonly Problem[] }> {
  const file = list ?? SITE_LIST;
  const isThere = list !== undefined || "text" in (await host.readText(file));
  if (!isThere) return { list: undefined, problems: [] };
  const reading = await readListFile(file, { dev }, host);
  return { list: reading.list && { file, pool: reading.list }, problems: reading.problems };
}

function showDiagnosis(
  diagnosis: Diagnosis | undefined,
  problems: readonly Problem[],
  { json, host }: { readonly json: boolean; readonly host: Host },
): void {
  if (json) return host.out(`${JSON.stringify({ ...diagnosis, problems }, undefined, 2)}\n`);
  const paintHead = (text: string): string => (host.hasColor ? styleText("bold", text) : text);
  host.out(`${renderDoctorScreen(diagnosis, problems, { now: host.now(), width: host.lineWidth, paintHead })}\n`);
  const count = problems.length === 1 ? "1 thing needs a person" : `${problems.length} things need a person`;
  host.tell(problems.length === 0 ? "nothing needs a person" : count);
}

async function examine(options: DoctorOptions, host: Host): Promise<ExitCode> {
  const { mirrors, dev, json } = options;
  const [folder, found] = await Promise.all([readFolder(mirrors, host, { dev }), findList(options, host)]);
  const { pool, status } = folder;
  const [poolFile, statusFile] = [join(mirrors, "mirrors.json"), join(mirrors, "status.json")];
  // What was found out counts for nothing while it cannot be read: nobody was "never probed" then.
  const isSound = !folder.problems.some(({ file }) => file === statusFile);
  const inputs = pool && isSound && { pool, poolFile, status, statusFile, list: found.list, now: host.now() };
  const diagnosis = inputs ? diagnosePool(inputs) : undefined;
  const findings = inputs && diagnosis ? findDoctorProblems(diagnosis, inputs) : [];
  const problems = [...folder.problems, ...found.problems, ...findings];
  showDiagnosis(diagnosis, problems, { json, host });
  return problems.length > 0 ? 1 : 0;
}

/** `doctor`: how the pool is on one screen, and what needs a person. */
export const addDoctor: AddCommand = (program, host) => {
  commonCommand(program, "doctor", "tell on one screen how the pool is, and what needs a person")
    .option("--list <file>", `the published list to look at (${SITE_LIST} when it is there)`)
    .option("--dev", "allow http on this machine, for trying things out", false)
    .addHelpText("after", "\nEnds with 1 when something needs a person, so that a timer can send its words.")
    .action((options: DoctorOptions) => endWith(examine(options, host)));
};
