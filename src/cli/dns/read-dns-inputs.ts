import { join } from "node:path";
import type { MaintainedPool } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { checkFallback } from "../../ops/check-fallback.ts";
import { chooseMembers, type MemberChoice } from "../../ops/dns/choose-members.ts";
import type { Fallback } from "../../ops/dns/fallback.ts";
import type { CommonOptions } from "../command.ts";
import type { Host } from "../host.ts";
import { readFolder } from "../read-folder.ts";
import { isProblemOf } from "../read-list.ts";

/** What the maintainers' folder says of the DNS pool. */
export interface DnsInputs {
  /** The name of the file, for problems. */
  readonly file: string;
  readonly fallback: Fallback;
  readonly pool: MaintainedPool;
  readonly choice: MemberChoice;
}

/** The inputs, or why there are none. */
export type DnsInputsReading = { readonly inputs: DnsInputs } | { readonly problems: readonly Problem[] };

function checkChoice({ members }: MemberChoice, file: string): Problem[] {
  if (members.length > 0) return [];
  const message = "must hold a member of a weight above 0, got none, and an empty answer serves nobody";
  return [{ code: "no-usable-member", file, pointer: "/members", message, cure: "give a member a weight above 0" }];
}

/** Reads `mirrors.json`, `status.json` and `fallback.json`, and chooses who is in the pool; what releases hold does not matter for that. */
export async function readDnsInputs(
  { mirrors, dev }: Pick<CommonOptions, "mirrors"> & { readonly dev: boolean },
  host: Host,
): Promise<DnsInputsReading> {
  const file = join(mirrors, "fallback.json");
  const [folder, reading] = await Promise.all([
    readFolder(mirrors, host, { dev }),
    host.readText(file, { mustBeFile: true }),
  ]);
  const { pool, status } = folder;
  const faults = folder.problems.filter((problem) => !isProblemOf("releases.json", problem));
  if ("problem" in reading) return { problems: [...faults, reading.problem] };
  if (!pool || faults.length > 0) return { problems: faults };
  const { fallback, problems } = checkFallback(reading.text, { file, pool, dev });
  if (!fallback) return { problems };
  const choice = chooseMembers(fallback, pool, status);
  const empty = checkChoice(choice, file);
  return empty.length > 0 ? { problems: empty } : { inputs: { file, fallback, pool, choice } };
}
