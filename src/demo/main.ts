import { on } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { explainFault } from "../build/explain-fault.ts";
import { type Demo, startDemo } from "./demo.ts";
import { createDisplay, type Display } from "./display.ts";
import type { StandInEvent } from "./hits.ts";
import { type DemoOptions, readOptions } from "./options.ts";
import { choosePaint } from "./paint.ts";
import { sendVisitors } from "./visitors.ts";
import { renderWelcome } from "./welcome.ts";

const MIRRORS = fileURLToPath(new URL("../../mirrors", import.meta.url));
const HINT = "v and Enter: 100 simulated visitors   Ctrl-C: end";

/** How many simulated visitors one "v" sends, and how long a crowd may take on a terminal, in milliseconds. */
const CROWD = { visitors: 100, mostMs: 3_000, pauseMs: 25 };

interface Play {
  readonly url: string;
  readonly path: string;
  readonly display: Display;
  readonly visitors: number;
  readonly signal: AbortSignal;
}

const { stdin, stdout, stderr, env } = process;
const isTerminal = stdout.isTTY && env["TERM"] !== "dumb";
const paint = choosePaint(isTerminal, env["NO_COLOR"]);

function write(text: string): void {
  stdout.write(text);
}

/** Ends the demo on Ctrl-C, on a closed terminal, and when nobody reads the output any more. */
function listenForEnd(stop: AbortController): void {
  const end = () => {
    stop.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  stdout.on("error", end);
}

function openDisplay({ url, cast }: Demo): Display {
  write(`${renderWelcome(url, cast, paint)}\n`);
  const size = () => (isTerminal ? { columns: stdout.columns, rows: stdout.rows } : undefined);
  const display = createDisplay(cast, { write, size, paint, hint: HINT });
  display.report();
  return display;
}

/** Gives the sizes of the crowds that are asked for: at the start, and by typing. Rejects with an AbortError at the end. */
async function* awaitCrowds(visitors: number, display: Display, signal: AbortSignal): AsyncGenerator<number> {
  const typed = createInterface({ input: stdin.on("error", () => undefined) });
  typed.on("line", display.noteTypedLine);
  const lines: AsyncIterable<unknown[]> = on(typed, "line", { signal });
  if (visitors > 0) yield visitors;
  for await (const [line] of lines) {
    if (String(line).trim() === "v") yield CROWD.visitors;
  }
}

/** Resolves when the demo is to end. */
async function play({ url, path, display, visitors, signal }: Play): Promise<void> {
  try {
    for await (const crowd of awaitCrowds(visitors, display, signal)) {
      const pauseMs = isTerminal ? Math.min(CROWD.pauseMs, CROWD.mostMs / crowd) : 0;
      await sendVisitors({ site: url, path, visitors: crowd, pauseMs, signal });
      display.report();
    }
  } catch (fault) {
    if (!signal.aborted) throw fault;
  }
}

/** Runs the demo until it is ended, and gives the exit code. */
async function runDemo({ mirrors, port, visitors }: DemoOptions): Promise<number> {
  const stop = new AbortController();
  const closers: (() => Promise<unknown>)[] = [];
  let display: Display | undefined;
  listenForEnd(stop);
  try {
    const onEvent = (index: number, event: StandInEvent) => display?.show(index, event);
    const demo = await startDemo({ mirrors, port, onEvent, atEnd: (close) => closers.unshift(close) });
    if (stop.signal.aborted) return 0;
    display = openDisplay(demo);
    await play({ url: demo.url, path: demo.path, display, visitors, signal: stop.signal });
    return 0;
  } catch (fault) {
    stderr.write(`${explainFault(fault)}\n`);
    return 1;
  } finally {
    for (const close of closers) await close();
    display?.end();
    if (display) write("The demo has ended: its servers are closed, its temporary folder is removed.\n");
  }
}

const options = readOptions(process.argv.slice(2), MIRRORS);
process.exit(typeof options === "number" ? options : await runDemo(options));
