import type { Explanation } from "./explanation.ts";

/** What `probe` can refuse, and what it tells of times that make no sense. */
export const PROBE_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "duplicate-vantage",
    wrong: "two of the files that are to be merged come from the same vantage point",
    reason: "it would have two votes where a mirror is down only by a majority",
    cure: 'name each of them once, and give each machine a name of its own with "--vantage"',
    before: "fairmirror probe --merge berlin.json berlin.json",
    after: "fairmirror probe --merge berlin.json oslo.json",
  },
  {
    code: "duplicate-finding",
    wrong: "a file of findings has two about the same mirror",
    reason: "it would have two votes where a mirror is down only by a majority",
    cure: 'merge what "probe --json" printed, as it is',
    before: "fairmirror probe --merge edited-by-hand.json",
    after: "fairmirror probe --json > berlin.json\nfairmirror probe --merge berlin.json oslo.json",
  },
  {
    code: "no-findings",
    wrong: "a file that is to be merged says nothing about the mirrors of the pool",
    reason: "the pool would seem freshly probed, although nobody asked a mirror",
    cure: "probe again there, with the same mirrors.json, or leave the file out",
    before: '"findings": []',
    after: "fairmirror probe --json > berlin.json",
  },
  {
    code: "locked-file",
    wrong: "another program holds the lock of the file for longer than half a minute, or took it over",
    reason:
      "of two that write at once, one would lose what it found; a lock that is older than a minute is broken by itself",
    cure: "run it again when the other has ended; if none runs, on no machine, remove the lock",
    before: "mirrors/status.json.lock",
    after: "fairmirror probe --write",
  },
  {
    code: "impossible-time",
    wrong: "a time cannot be read, has a day that does not exist, or is over an hour ahead of the clock",
    reason:
      "the latest finding counts, and no real one would ever be later; and nobody would be told that the probe is old",
    cure: "set the clock of the machine that probed, and probe again; a new probe replaces such times in status.json",
    before: '"probed": "9999-01-01T00:00:00.000Z"',
    after: "fairmirror probe --write",
  },
  {
    code: "bad-certificates",
    wrong: "a file of certificates to trust holds something else",
    reason: "without them every mirror that needs them would seem down",
    cure: 'name a file in PEM, which begins with "-----BEGIN CERTIFICATE-----"',
    before: "fairmirror probe --ca project.der",
    after: "openssl x509 -inform der -in project.der -out project.pem\nfairmirror probe --ca project.pem",
  },
];
