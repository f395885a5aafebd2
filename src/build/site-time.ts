/** Gives a time as people read it, in UTC. */
export function showTime(time: string | undefined): string {
  return time === undefined ? "" : `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}
