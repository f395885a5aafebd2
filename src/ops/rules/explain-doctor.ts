import type { Explanation } from "./explanation.ts";

const MIRROR = '"url_prefix": "https://m1.example/os/"';

/** What `doctor` calls a person for. */
export const DOCTOR_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "floor",
    wrong: "what the probes found would leave less than a third of the weight, so that nobody is left out for it",
    reason:
      "so many mirrors rarely fail at once: more likely the probe's own network does, or the release is not out yet",
    cure: "probe from another network; if the mirrors are truly gone, find new ones now, and set the gone ones to 0",
    before: "floor   failed open: findings leave 20.0 % of the weight",
    after: "floor   holds: findings leave 85.0 % of the weight",
  },
  {
    code: "old-probe",
    wrong: "the mirrors were not asked for more than a day, or never",
    reason: "a mirror that fails meanwhile stays in the list, and visitors are led to it",
    cure: "run the probe, and let a timer run it every hour",
    before: "last probe   3 days ago",
    after: "fairmirror probe --write",
  },
  {
    code: "list-expires",
    wrong: "the published list ends within two days",
    reason: "past its end, pages call it stale, because nobody looks after it",
    cure: "publish it anew, and let a timer do so every day",
    before: '"expires": "2026-11-22T04:30:00Z"',
    after: "fairmirror publish --write",
  },
  {
    code: "list-expired",
    wrong: "the published list is past its end",
    reason: "visitors still get their download, but by a list that nobody looks after; pages call it stale",
    cure: "publish it anew, and look why the timer does not",
    before: '"expires": "2026-11-18T04:30:00Z"',
    after: "fairmirror publish --write",
  },
  {
    code: "list-behind",
    wrong: "the published list is not what would be published now",
    reason: "what was changed or found out since then has no effect on visitors",
    cure: "publish it anew, and put it where the site serves it",
    before: "the list: m2.example 33.3 %; m2.example is down",
    after: "fairmirror publish --write",
  },
  {
    code: "mirror-down",
    wrong: "a mirror does not answer for longer than a day",
    reason: "it is no passing fault; while it is left out, the others carry its share",
    cure: 'write to its operator; when it will not come back, set its "weight" to 0 or remove it',
    before: `${MIRROR}, "weight": 10`,
    after: `${MIRROR}, "weight": 0, "notes": "disk failed, back in May"`,
  },
  {
    code: "mirror-outdated",
    wrong: "a mirror lacks files of the release, or has not synchronised, for longer than a day",
    reason: "it synchronises once an hour or a day at the latest; one that does not has stopped doing so",
    cure: "ask its operator whether the job that synchronises still runs",
    before: `${MIRROR}: answers 404 for os/1.1/os.img`,
    after: `${MIRROR}: carries the release`,
  },
  {
    code: "mirror-wrong",
    wrong: "a mirror sends something else than the release, or in a way that harms visitors",
    reason: "a broken disk, a proxy or an attacker stands behind it: nobody should download from there",
    cure: 'set its "weight" to 0, and ask its operator what the mirror sends',
    before: `${MIRROR}, "weight": 10`,
    after: `${MIRROR}, "weight": 0, "notes": "sends other bytes since the 3rd"`,
  },
  {
    code: "mirror-broken",
    wrong: "balancing has a mirror out: under a tenth of those who should have come there came",
    reason: "a mirror that looks empty may be empty because nobody reaches it",
    cure: 'ask its operator; to try it again, set its "weight" to 0 for one run of "fairmirror balance --write"',
    before: `${MIRROR}, "weight": 10`,
    after: `${MIRROR}, "weight": 0, "notes": "nobody reached it on the 3rd"`,
  },
  {
    code: "certificate-ends",
    wrong: "the certificate of a mirror ends within two weeks, or has ended",
    reason: "certificates are renewed by themselves long before; past the end, no browser connects",
    cure: "tell its operator to renew it",
    before: "m1.example in 7 days",
    after: "m1.example in 83 days",
  },
  {
    code: "never-probed",
    wrong: "a mirror is in the pool, but was in none of the probes",
    reason: "it is drawn although nobody knows whether it carries the release",
    cure: "run the probe",
    before: `${MIRROR}, just added`,
    after: "fairmirror probe --write",
  },
];
