import { InvalidArgumentError } from "commander";
import type { Problem } from "../../core/problem.ts";
import type { ShareChange } from "../../ops/diff-shares.ts";
import { renderProblem } from "../../ops/render-problem.ts";
import { allowProblems } from "../../ops/rules/allow-problems.ts";
import { checkFolder, type FolderCheck } from "../../ops/rules/check-folder.ts";
import { type Explanation, renderExplanation } from "../../ops/rules/explanation.ts";
import { EXPLANATIONS } from "../../ops/rules/index.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "../command.ts";
import { compareShares } from "./compare-shares.ts";
import type { Host } from "../host.ts";
import { openFolder } from "../read-folder.ts";
import { renderShareChanges } from "./render-share-changes.ts";

interface ValidateOptions extends CommonOptions {
  readonly explain?: Explanation;
  readonly diff?: string;
  readonly allow: readonly string[];
  readonly dev: boolean;
}

/** What there is to tell at the end. */
interface Findings {
  readonly problems: readonly Problem[];
  readonly counts: FolderCheck["counts"];
  readonly shares: readonly ShareChange[] | undefined;
}

function findExplanation(code: string): Explanation {
  const explanation = EXPLANATIONS.find((candidate) => candidate.code === code);
  if (explanation) return explanation;
  throw new InvalidArgumentError(`it must be one of\n${EXPLANATIONS.map((known) => `  ${known.code}`).join("\n")}`);
}

function collectCode(code: string, codes: readonly string[]): string[] {
  return [...codes, findExplanation(code).code];
}

function explain(explanation: Explanation, { json }: CommonOptions, host: Host): ExitCode {
  host.out(json ? `${JSON.stringify(explanation, undefined, 2)}\n` : renderExplanation(explanation));
  return 0;
}

function nameChanged(shares: readonly ShareChange[], side: "before" | "after"): string[] {
  const names = shares.filter((share) => share[side] === undefined).map(({ url_prefix }) => url_prefix);
  return names.length > 0 ? [`${side === "before" ? "added" : "removed"}: ${names.join(", ")}`] : [];
}

function tellShares(shares: readonly ShareChange[], revision: string, host: Host): void {
  host.out(renderShareChanges(shares, host.columns));
  for (const line of [...nameChanged(shares, "before"), ...nameChanged(shares, "after")]) host.tell(line);
  if (shares.every(({ change }) => change === 0)) host.tell(`no share differs from ${revision}`);
}

function summarize({ problems, counts }: Findings, folder: string): string {
  const { usable, mirrors } = counts;
  const [first] = problems;
  if (!first) return `${folder}/ is fine: ${usable} of ${mirrors} mirrors can be drawn`;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return `${count} in ${folder}/; "fairmirror validate --explain ${first.code}" says more of the first`;
}

function tell(findings: Findings, { json, diff, mirrors }: ValidateOptions, host: Host): void {
  const { problems, shares } = findings;
  if (json) host.out(`${JSON.stringify({ problems, ...(shares && { shares }) }, undefined, 2)}\n`);
  else {
    for (const problem of problems) host.tell(renderProblem(problem));
    if (shares && diff !== undefined) tellShares(shares, diff, host);
  }
  host.tell(summarize(findings, mirrors.replace(/(.)\/+$/, "$1")));
}

async function validate(options: ValidateOptions, host: Host): Promise<ExitCode> {
  const { mirrors: folder, diff: revision, allow, dev } = options;
  if (options.explain) return explain(options.explain, options, host);
  const { problems: faults, counts } = checkFolder({ ...(await openFolder(folder, host)), now: host.now(), dev });
  const comparison = revision === undefined ? undefined : await compareShares(folder, host, { revision, dev });
  const problems = [...allowProblems(faults, allow), ...(comparison?.problems ?? [])];
  tell({ problems, counts, shares: comparison?.changes }, options, host);
  return problems.length > 0 ? 1 : 0;
}

/** Adds `validate`: everything that is wrong in the maintainers' folder at once, and what a change does to the shares. */
export const addValidate: AddCommand = (program, host) => {
  commonCommand(program, "validate", "find everything that is wrong in the folder, each with its cure")
    .option("--explain <code>", "say what a problem means, why it matters and how to mend it", findExplanation)
    .option("--diff <revision>", "show what the change since a git revision does to each mirror's share")
    .option("--allow <code>", "do not count problems of this code (can be given again)", collectCode, [])
    .option("--dev", "allow mirrors on this machine, for trying things out", false)
    .action((options: ValidateOptions) => endWith(validate(options, host)));
};
