/** Launchpad's codes for the speed of a mirror's link, in Mbit/s (lp/registry/interfaces/distributionmirror.py, MirrorSpeed). */
const CODES: Readonly<Record<string, number>> = {
  10: 0.128,
  20: 0.256,
  30: 0.512,
  40: 1,
  50: 2,
  60: 10,
  65: 45,
  70: 100,
  80: 1000,
  90: 2000,
  100: 4000,
  110: 10_000,
  120: 20_000,
  130: 50_000,
  140: 100_000,
};

const UNITS: Readonly<Record<string, number>> = { k: 0.001, m: 1, g: 1000 };

/** Gives the speed of a link in Mbit/s, for one of Launchpad's codes (80) or its words ("1 Gbps"); undefined for anything else. */
export function findLinkSpeed(text: string): number | undefined {
  if (Object.hasOwn(CODES, text)) return CODES[text];
  const [, amount, unit = ""] = /^(\d{1,6}(?:\.\d{1,3})?) ?([kmg])(?:bps|bit\/s|b\/s)$/i.exec(text) ?? [];
  const speed = Number(amount) * (UNITS[unit.toLowerCase()] ?? NaN);
  return speed > 0 ? speed : undefined;
}
