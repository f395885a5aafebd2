import { describeError } from "./share-out.ts";
import type { RedirectPool } from "./redirect-pool.ts";

/** Tells what people should know of a rendering: how far shares are from the weights, and which paths nobody or not everybody carries. */
export function listNotes(pool: RedirectPool, draws: number): string[] {
  const { sets, exceptions } = pool;
  const total = sets[0].length;
  return [
    describeError(pool, draws),
    ...exceptions.map(({ beginning, set }) => {
      const count = sets[set]?.length ?? 0;
      if (count === 0) return `no mirror carries ${JSON.stringify(beginning)}: it is answered with 404`;
      return `${count} of ${total} mirrors carry ${JSON.stringify(beginning)}: it is led to them alone`;
    }),
  ];
}
