import type { Problem } from "../core/problem.ts";
import { compareLists } from "./compare-lists.ts";
import { describeAge, readAge } from "./describe-age.ts";
import type { Diagnosis, DoctorInputs } from "./doctor-diagnosis.ts";
import { findImpossibleTimes } from "./doctor-impossible-times.ts";
import { findMirrorProblems } from "./doctor-mirror-problems.ts";
import { publishPool } from "./publish-pool.ts";
import { HOUR_MS } from "./durations.ts";

/** How old the last probe may be: every schedule worth having runs more often. */
export const PROBE_AGE_MS = 24 * HOUR_MS;

/** How long before the end of a list somebody is called. */
const LIST_NOTICE_MS = 48 * HOUR_MS;

const PUBLISH = 'run "fairmirror publish --write", and put the list where the site serves it';

function findOldProbe({ probed }: Diagnosis, { now }: DoctorInputs): Problem[] {
  const place = { code: "old-probe", pointer: "" };
  if (probed === null)
    return [
      { ...place, message: "the pool was never probed", cure: 'run "fairmirror probe --write", and let a timer do so' },
    ];
  if (readAge(probed, now) <= PROBE_AGE_MS) return [];
  const cure = 'run "fairmirror probe --write", and look why its timer does not';
  return [{ ...place, message: `the pool was last probed ${describeAge(probed, now)}`, cure }];
}

function findOldList({ list }: Diagnosis, { now }: DoctorInputs): Problem[] {
  if (list?.expires === undefined) return [];
  const left = -readAge(list.expires, now);
  if (left > LIST_NOTICE_MS) return [];
  const when = describeAge(list.expires, now);
  const [code, message] =
    left > 0
      ? ["list-expires", `the list expires ${when}`]
      : ["list-expired", `the list expired ${when}; pages call it stale`];
  return [{ code, file: list.file, pointer: "/expires", message, cure: PUBLISH }];
}

function findListBehind(_: Diagnosis, { list, pool, status, now }: DoctorInputs): Problem[] {
  if (!list) return [];
  const changes = compareLists(list.pool, publishPool(pool, { status, now, days: 1 }).list);
  if (changes.length === 0) return [];
  const count = changes.length === 1 ? "1 mirror differs" : `${changes.length} mirrors differ, such as`;
  const example = changes.find((change) => change.includes("nothing")) ?? changes[0] ?? "";
  const message = `the list is not what would be published now; ${count}: ${example}`;
  return [{ code: "list-behind", file: list.file, pointer: "/mirrors", message, cure: PUBLISH }];
}

function findFloor({ floor }: Diagnosis, { poolFile }: DoctorInputs): Problem[] {
  if (!floor.failed_open) return [];
  const left = `${(floor.left * 100).toFixed(0)} %`;
  const message = `findings would leave ${left} of the weight, less than a third, so nobody is left out`;
  const cure = "look whether the probe's own network is at fault; if not, the pool needs more mirrors now";
  return [{ code: "floor", file: poolFile, pointer: "/mirrors", message, cure }];
}

/** Gives all that needs a person, the whole pool's first, each with what to do. */
export function findDoctorProblems(diagnosis: Diagnosis, inputs: DoctorInputs): Problem[] {
  return [findFloor, findImpossibleTimes, findOldProbe, findOldList, findListBehind, findMirrorProblems].flatMap(
    (find) => find(diagnosis, inputs),
  );
}
