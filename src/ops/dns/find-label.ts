import { isWithin } from "./host-name.ts";

/** Gives a name as it is told below its zone, "" for the zone itself. Throws a RangeError for a name outside of the zone. */
export function findLabel(name: string, origin: string): string {
  if (!isWithin(name, origin)) throw new RangeError(`name must be in the zone ${origin}, got ${name}`);
  return name === origin ? "" : name.slice(0, -origin.length - 1);
}
