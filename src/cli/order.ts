import { InvalidArgumentError } from "commander";
import { type Draw, randomDraw } from "../core/draw.ts";
import { sessionDraw } from "../core/session.ts";
import { orderUrls } from "../ops/order-urls.ts";
import { renderProblem } from "../ops/render-problem.ts";
import { type AddCommand, commonCommand, type CommonOptions, endWith, type ExitCode } from "./command.ts";
import type { Host } from "./host.ts";
import { parseWhole } from "./parse-whole.ts";
import { isProblemOf, type ListReading, readList } from "./read-list.ts";
import { tellProblems } from "./tell-problems.ts";

interface OrderCommandOptions extends CommonOptions {
  readonly session?: string;
  readonly count: number;
  readonly pool?: string;
  readonly fallbackPrefix?: string;
  readonly dev: boolean;
}

const MAX_MIRRORS = 10_000;

function parseSession(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("write a key of at least one character.");
}

function chooseDraw({ session }: OrderCommandOptions): Draw {
  return session === undefined ? randomDraw((words) => crypto.getRandomValues(words)) : sessionDraw(session);
}

/** Tells what is wrong with the list that is drawn from all the same. */
function tellReading({ list, problems }: ListReading, { pool }: OrderCommandOptions, host: Host): void {
  for (const problem of problems) host.tell(renderProblem(problem));
  if (pool === undefined && problems.some((problem) => isProblemOf("status.json", problem)))
    host.tell("drawn by the weights of mirrors.json alone: what the probe found cannot be read");
  if (list?.expires !== undefined && Date.parse(list.expires) < host.now().getTime())
    host.tell(`the list is stale: it was good until ${list.expires}; publish a newer one`);
}

async function order(url: string, options: OrderCommandOptions, host: Host): Promise<ExitCode> {
  const { list, problems } = await readList({ ...options, canSpareStatus: true }, host);
  if (!list) return tellProblems(problems, options, host);
  tellReading({ list, problems }, options, host);
  const { fallbackPrefix, dev } = options;
  const outcome = orderUrls(list, { url, fallbackPrefix, dev, draw: chooseDraw(options) });
  if ("problem" in outcome) return tellProblems([outcome.problem], options, host);
  const urls = outcome.urls.slice(0, options.count);
  host.out(options.json ? `${JSON.stringify({ url, urls }, undefined, 2)}\n` : `${urls.join("\n")}\n`);
  return 0;
}

/** `order URL`: where a file is downloaded from, first to last, for scripts. */
export const addOrder: AddCommand = (program, host) => {
  commonCommand(program, "order <url>", "list the mirror addresses for a file, the one to try first at the top")
    .option(
      "--session <key>",
      "draw the same order for the same key; without it, every call is a new chance",
      parseSession,
    )
    .option("--count <n>", "give at most this many addresses", parseWhole(1, MAX_MIRRORS), MAX_MIRRORS)
    .option("--pool <file>", "draw from a published list instead of the maintainers' folder")
    .option("--fallback-prefix <prefix>", "where the links of the site begin, when the pool does not say it")
    .option("--dev", "allow http on this machine, for trying things out", false)
    .addHelpText(
      "after",
      '\nExample: curl -L -O "$(npx fairmirror order https://dl.example.org/os/1.0/os.img --count 1)"',
    )
    .action((url: string, options: OrderCommandOptions) => endWith(order(url, options, host)));
};
