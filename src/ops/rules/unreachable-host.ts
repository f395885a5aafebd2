import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3})$/;

/** Networks that are nobody's in particular (RFC 1918, RFC 3927, RFC 6598), and names that only they know (RFC 6762, RFC 8375). */
const LOCAL = [
  /^(0|10)(\.\d+){3}$/,
  /^192\.168(\.\d+){2}$/,
  /^172\.(1[6-9]|2\d|3[01])(\.\d+){2}$/,
  /^169\.254(\.\d+){2}$/,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])(\.\d+){2}$/,
  /\.(local|internal|lan|home\.arpa|invalid)$/,
  /^[^.]+$/,
];

function isUnreachable(host: string, dev: boolean): boolean {
  if (LOOPBACK.test(host)) return !dev;
  return LOCAL.some((pattern) => pattern.test(host));
}

function findUnreachable({ mirrors, dev }: RuleFolder): Finding[] {
  return mirrors.flatMap(({ mirror: { url_prefix }, pointer }) => {
    const host = new URL(url_prefix).hostname.replace(/\.$/, "");
    if (!isUnreachable(host, dev)) return [];
    const message = `must have a host that everyone reaches, got "${host}"`;
    return [{ pointer: `${pointer}/url_prefix`, message, cure: "write the full public name of the mirror" }];
  });
}

/** Every mirror can be reached from everywhere. */
export const unreachableHost = defineRule(
  {
    code: "unreachable-host",
    wrong: "a mirror's host means the visitor's own machine or network, not the mirror",
    reason: "the share of that mirror leads nowhere, or asks a stranger's router",
    cure: 'write the full public name of the mirror; for trying things out on your own machine, run with "--dev"',
    before: '"url_prefix": "https://localhost/os/"',
    after: '"url_prefix": "https://mirror.project.example/os/"',
  },
  "pool",
  findUnreachable,
);
