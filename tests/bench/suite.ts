import type { Browser } from "playwright";
import type { BenchServer } from "./bench-server.ts";

/** What a suite works with. */
export interface Bench {
  readonly browser: Browser;
  readonly server: BenchServer;
  /** Takes a line or a table of the report. */
  readonly tell: (text: string) => void;
}

/** A benchmark of pages: measures, tells what came of it, and gives in words the promises that were not kept. */
export interface Suite {
  /** What `npm run bench -- NAME` calls it. */
  readonly name: string;
  readonly title: string;
  readonly run: (bench: Bench) => Promise<readonly string[]>;
}

/** A benchmark of the maintainers' program, which needs no browser. */
export interface ProgramSuite extends Pick<Suite, "name" | "title"> {
  readonly runProgram: (tell: Bench["tell"]) => Promise<readonly string[]>;
}
