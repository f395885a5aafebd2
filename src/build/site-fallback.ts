import { DNS_FORMATS } from "../ops/dns/formats.ts";
import type { FormatFacts } from "../ops/dns/dns-format.ts";
import { REDIRECT_FORMATS } from "../ops/redirect/formats.ts";

/** A server or provider that the fallback can stand on, as the page for sysadmins shows it. */
export interface EngineRow extends FormatFacts {
  /** What `--format` takes: several where one server needs several files. */
  readonly formats: readonly string[];
}

/** What the page for sysadmins is made of. */
export interface FallbackPage {
  readonly dns: readonly EngineRow[];
  readonly redirectors: readonly EngineRow[];
}

/** Lists the servers, each once, though it may have a format for each of its files. */
function listEngines(formats: Readonly<Record<string, FormatFacts>>): EngineRow[] {
  const entries = Object.entries(formats);
  const firsts = entries.filter(
    ([, { engines }], index) => entries.findIndex(([, f]) => f.engines === engines) === index,
  );
  return firsts.map(([, facts]) => ({
    ...facts,
    formats: entries.filter(([, { engines }]) => engines === facts.engines).map(([name]) => name),
  }));
}

/** Gives what the page says of each server: the same facts that the program's help tells. */
export function fallbackPage(): FallbackPage {
  return { dns: listEngines(DNS_FORMATS), redirectors: listEngines(REDIRECT_FORMATS) };
}
