import { searchProgram } from "../../setup/ensure-program.ts";

/** An engine that a suite runs against. */
export interface EngineProgram {
  /** Where it is; empty where it cannot be had. */
  readonly path: string;
  /** For the suite's option `skip`: why there is no engine and how to get it, or false. `npm test` tells it; in CI it is a failure. */
  readonly skip: string | false;
}

/**
 * Finds an engine, or installs it from Debian packages where this process is root; none of their services is started. To be called
 * at the top of a test file, once for each program that it needs.
 */
export function findEngine(name: string, packages: readonly string[]): EngineProgram {
  const search = searchProgram(name, packages);
  return "path" in search ? { path: search.path, skip: false } : { path: "", skip: search.fault };
}
