/** Which clients have something to do at which tick: one entry a client at most. */
export interface Timetable {
  /** The first client of each tick; -1 where there is none. */
  readonly firsts: Int32Array;
  readonly nexts: Int32Array;
  readonly previous: Int32Array;
  /** The tick of each client; -1 for those that have none. */
  readonly ticks: Int32Array;
}

/** Makes a timetable without entries. */
export function createTimetable(ticks: number, clients: number): Timetable {
  const empty = (length: number): Int32Array => new Int32Array(length).fill(-1);
  return { firsts: empty(ticks), nexts: empty(clients), previous: empty(clients), ticks: empty(clients) };
}

/** Enters a client, which has no entry yet; what is after the end is left out. */
export function enterClient({ firsts, nexts, previous, ticks }: Timetable, client: number, tick: number): void {
  if (!(tick < firsts.length)) return;
  const first = firsts[tick] ?? -1;
  nexts[client] = first;
  previous[client] = -1;
  if (first >= 0) previous[first] = client;
  firsts[tick] = client;
  ticks[client] = tick;
}

/** Takes a client's entry away, if it has one. */
export function strikeClient({ firsts, nexts, previous, ticks }: Timetable, client: number): void {
  const tick = ticks[client] ?? -1;
  if (tick < 0) return;
  const [before, after] = [previous[client] ?? -1, nexts[client] ?? -1];
  if (before >= 0) nexts[before] = after;
  else firsts[tick] = after;
  if (after >= 0) previous[after] = before;
  ticks[client] = -1;
}
