import { showValue } from "../../core/show-value.ts";
import { isUnreachableHost } from "../is-unreachable-host.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

const CURE = "write the full public name of the mirror";

function findUnreachable({ pool, mirrors, dev }: RuleFolder): Finding[] {
  const fallback = { pointer: "/fallback_prefix", prefix: pool?.fallback_prefix };
  const prefixes = mirrors.map(({ mirror, pointer }) => ({
    pointer: `${pointer}/url_prefix`,
    prefix: mirror.url_prefix,
  }));
  return [fallback, ...prefixes].flatMap(({ pointer, prefix }) => {
    if (prefix === undefined || !isUnreachableHost(new URL(prefix).hostname, { dev })) return [];
    const message = `must have a host that everyone reaches, got ${showValue(prefix)}`;
    return [{ pointer, message, cure: CURE }];
  });
}

/** Every mirror, and the fallback, can be reached from everywhere. */
export const unreachableHost = defineRule(
  {
    code: "unreachable-host",
    wrong: "a mirror's host, or the fallback's, means the visitor's own machine or network, or nothing at all",
    reason: "whoever is led there gets nothing, or asks a stranger's router",
    cure: 'write the full public name of the mirror; for trying things out on your own machine, run with "--dev"',
    before: '"url_prefix": "https://localhost/os/"',
    after: '"url_prefix": "https://mirror.project.example/os/"',
  },
  "pool",
  findUnreachable,
);
