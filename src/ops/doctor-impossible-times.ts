import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";
import type { Diagnosis, DoctorInputs } from "./doctor-diagnosis.ts";
import { isPossibleTime } from "./possible-time.ts";
import type { MirrorStatus, Status } from "./status.ts";

type PlacedTime = readonly [pointer: string, time: string];

function listMirrorTimes({ since, checked, history }: MirrorStatus, index: number): PlacedTime[] {
  const place = `/mirrors/${index}`;
  const days = history.map(({ day }, at): PlacedTime => [`${place}/history/${at}/day`, day]);
  return [[`${place}/since`, since], [`${place}/checked`, checked], ...days];
}

function listTimes({ probed, mirrors }: Status): PlacedTime[] {
  return [["/probed", probed], ...mirrors.flatMap(listMirrorTimes)];
}

/** Finds times of the status that make no sense: by them, what is old would seem fresh for ever. */
export function findImpossibleTimes(_: Diagnosis, { status, statusFile, now }: DoctorInputs): Problem[] {
  const times = status ? listTimes(status).filter(([, time]) => !isPossibleTime(time, now)) : [];
  const [first] = times;
  if (!first) return [];
  const [pointer, time] = first;
  const more = times.length > 1 ? `, and ${times.length - 1} more such times in this file` : "";
  const message = `must be a time that has come, got ${showValue(time)}${more}`;
  const cure = 'look at the clock of the machine that probes, and run "fairmirror probe --write"';
  return [{ code: "impossible-time", file: statusFile, pointer, message, cure }];
}
