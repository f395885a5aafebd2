import type { DnsFormat } from "./dns-format.ts";
import type { DnsPool, RenderOptions, Rendering } from "./dns-pool.ts";
import { raiseSerial, type SerialStyle } from "./raise-serial.ts";

/** What a text follows on, and when. */
export interface SerialOptions extends Omit<RenderOptions, "serial"> {
  /** The text in use; undefined where there is none yet. */
  readonly previous: string | undefined;
  readonly now: Date;
  readonly style: SerialStyle;
}

/** Renders a format with the serial that its text in use has, where nothing else changes, and with a greater one where something does. */
export function renderSerially(
  { render, findSerial }: Pick<DnsFormat, "render" | "findSerial">,
  pool: DnsPool,
  { previous, now, style, ...options }: SerialOptions,
): Rendering {
  const serial = previous === undefined ? undefined : findSerial?.(previous);
  if (serial !== undefined) {
    const same = render(pool, { ...options, serial });
    if (same.text === previous) return same;
  }
  return render(pool, { ...options, serial: raiseSerial(serial, now, style) });
}
