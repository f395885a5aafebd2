import { join } from "node:path";
import { Option } from "commander";
import { REDIRECT_FORMAT_NAMES, REDIRECT_FORMATS, type RedirectFormatName } from "../../ops/redirect/formats.ts";
import { planRedirects } from "../../ops/redirect/plan-redirects.ts";
import type { RedirectFormat } from "../../ops/redirect/redirect-format.ts";
import type { DrawKey, RedirectRendering } from "../../ops/redirect/redirect-pool.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { readPublication } from "../read-list.ts";
import { tellProblems } from "../tell-problems.ts";
import { saveConfiguration } from "./save-configuration.ts";

interface RedirectOptions extends CommonOptions {
  readonly format: RedirectFormatName;
  readonly key: DrawKey;
  readonly fallbackPrefix?: string;
  readonly output?: string;
  readonly write: boolean;
  readonly dev: boolean;
}

/** What is said of the outcome for programs. */
interface Report extends RedirectRendering {
  readonly format: RedirectFormatName;
  readonly file?: string;
  readonly written: boolean;
}

function tellReport(report: Report, host: Host): void {
  host.out(`${JSON.stringify({ ...report, problems: [] }, undefined, 2)}\n`);
}

async function save(rendering: RedirectRendering, options: RedirectOptions, host: Host): Promise<ExitCode> {
  const { format, output: file = "", write, json } = options;
  const saving = await saveConfiguration(rendering.text, { file, write }, host);
  if ("problem" in saving) return tellProblems([saving.problem], options, host);
  const { diff } = saving;
  if (json) tellReport({ format, ...rendering, file, written: write && diff !== "" }, host);
  else host.out(diff);
  if (diff === "") host.tell(`${file} is up to date`);
  else if (write) host.tell(`wrote ${file}; check it, and have the server load it`);
  else host.tell(`would change ${file}; run it again with "--write" to do so`);
  return 0;
}

async function redirect(options: RedirectOptions, host: Host): Promise<ExitCode> {
  const { format, key, mirrors, dev, fallbackPrefix, output, json } = options;
  const { publication, problems } = await readPublication(options, host);
  if (!publication) return tellProblems(problems, options, host);
  const plan = planRedirects(publication.list, { dev, fallbackPrefix });
  if ("problems" in plan) {
    const file = join(mirrors, "mirrors.json");
    return tellProblems(
      plan.problems.map((problem) => ({ ...problem, file })),
      options,
      host,
    );
  }
  for (const { url_prefix, reason } of publication.omitted) host.tell(`left out ${url_prefix}: ${reason}`);
  if (publication.failedOpen) host.tell("floor: what was found would leave too few, so nobody is left out for it");
  const rendering = REDIRECT_FORMATS[format].render(plan.pool, key);
  for (const note of rendering.notes) host.tell(note);
  if (output !== undefined) return save(rendering, options, host);
  if (json) tellReport({ format, ...rendering, written: false }, host);
  else host.out(rendering.text);
  return 0;
}

/** Tells wrong usage that no single option shows; undefined when all is well. */
function findUsageFault({ format, key, output, write }: RedirectOptions): string | undefined {
  if (write && output === undefined) return "--write wants to know where to: add --output <file>";
  const { keys }: RedirectFormat = REDIRECT_FORMATS[format];
  if (keys.includes(key)) return undefined;
  return `${format} has nothing to draw by client with: write --key ${keys.join(" or ")}, or take another format`;
}

/** `redirect`: a web server's configuration that sends visitors of the fallback to mirrors, by weight. */
export const addRedirect: AddCommand = (program, host) => {
  const command = commonCommand(program, "redirect", "make a web server send visitors of the fallback on, by weight");
  command
    .addOption(new Option("--format <server>", "the web server").choices(REDIRECT_FORMAT_NAMES).makeOptionMandatory())
    .addOption(
      new Option("--key <key>", "draw anew for each request, or the same mirror for the same client")
        .choices(["request", "client"])
        .default("request"),
    )
    .option("--fallback-prefix <prefix>", "where the links of the site begin, when the pool does not say it")
    .option("--output <file>", "show what changes in that file, and change it under --write")
    .option("--write", "write the file; else the change is only shown", false)
    .option("--dev", "allow http on this machine, for trying things out", false)
    .addHelpText("after", () => `\n${renderDeployment()}`)
    .action((options: RedirectOptions) => {
      const fault = findUsageFault(options);
      if (fault !== undefined) return command.error(`error: ${fault}`);
      return endWith(redirect(options, host));
    });
};

function renderDeployment(): string {
  const formats: readonly (readonly [string, RedirectFormat])[] = Object.entries(REDIRECT_FORMATS);
  const parts = formats.map(([name, { engines, weights, deploy }]) => {
    const lines = deploy.map((line) => `    ${line}\n`);
    return `${name}: ${engines}; ${weights}\n${lines.join("")}`;
  });
  return `${parts.join("\n")}
By client, a hash of address and browser is compared and forgotten: nothing is stored, and no cookie is set.`;
}
