import type { Engine, Measured } from "./measure-engine.ts";
import type { Way } from "./way.ts";

/** The least that ours must be of each other way, by engine. */
function findSlowWays({ title, name, hasJit }: Engine, measured: Measured): readonly string[] {
  const least: readonly (readonly [Way, number])[] = [
    ["read", name === "chromium" ? 0.65 : 0.4],
    ...(hasJit ? ([["hash-wasm", 2]] as const) : []),
    ["forge", 10],
  ];
  return least.flatMap(([way, factor]) => {
    const ratio = (measured.ours?.rate ?? 0) / (measured[way]?.rate ?? NaN);
    return ratio >= factor ? [] : [`${title}: ours must be at least ${factor}x of "${way}", got ${ratio.toFixed(2)}x`];
  });
}

/** The most memory that a check may take beside the browser's own, in MB, and the longest that the page may stand still, in ms. */
const [MOST_MEGABYTES, MOST_BLOCKED_MS] = [150, 50];

function findGreedy({ title }: Engine, { ours, megabytes = 0 }: Measured): readonly string[] {
  const { blockedMs = 0 } = ours ?? {};
  return [
    ...(megabytes <= MOST_MEGABYTES
      ? []
      : [`${title}: ours must take at most ${MOST_MEGABYTES} MB, got ${megabytes.toFixed(0)}`]),
    ...(blockedMs <= MOST_BLOCKED_MS
      ? []
      : [`${title}: the page must stand still for at most ${MOST_BLOCKED_MS} ms, got ${blockedMs.toFixed(0)}`]),
  ];
}

function findSlowerWithoutJit(name: Engine["name"], all: ReadonlyMap<Engine, Measured>): readonly string[] {
  const [withJit, without] = [true, false].map((hasJit) => {
    const found = [...all].find(([engine]) => engine.name === name && engine.hasJit === hasJit);
    return found?.[1].ours?.rate ?? NaN;
  });
  // Runs of one engine differ by a tenth from each other.
  const ratio = (without ?? NaN) / (withJit ?? NaN);
  return ratio >= 0.9 ? [] : [`${name}: ours must be no slower without JIT, got ${ratio.toFixed(2)}x`];
}

/** Gives in words what was promised of the check and is not so. */
export function findBroken(all: ReadonlyMap<Engine, Measured>): readonly string[] {
  return [
    ...[...all].flatMap(([engine, measured]) => [...findSlowWays(engine, measured), ...findGreedy(engine, measured)]),
    ...(["chromium", "firefox"] as const).flatMap((name) => findSlowerWithoutJit(name, all)),
  ];
}
