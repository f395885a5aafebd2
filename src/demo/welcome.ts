import { renderBytes } from "./figures.ts";
import { LOOPBACK } from "./loopback.ts";
import type { Paint } from "./paint.ts";
import type { CastMember } from "./player.ts";
import { SLOW_ANSWER_MS, SLOW_BYTES_PER_SECOND } from "./stand-in.ts";

const FAULTS = {
  down: "is down: it cuts every connection",
  slow: `is slow: it thinks for ${SLOW_ANSWER_MS} ms, then sends ${renderBytes(SLOW_BYTES_PER_SECOND)} a second at most`,
  empty: "has no file: it answers 404",
};

function describeFaults(cast: readonly CastMember[]): string[] {
  return cast.flatMap(({ player: { host, behaviour }, port }) =>
    behaviour === "up" ? [] : [`  ${host} (${LOOPBACK}:${port}) ${FAULTS[behaviour]}`],
  );
}

/** Renders what a visitor of the demo should know: the address, what to click, what to watch, and who misbehaves. */
export function renderWelcome(url: string, cast: readonly CastMember[], paint: Paint): string {
  const faults = describeFaults(cast);
  return [
    paint("bold", `The demo is at ${url}`),
    "",
    paint("bold", "Click"),
    '  "Download": the file comes from the mirror that your browser drew',
    '  "Try another mirror": the next one of its order',
    '  under "Choose a mirror yourself": that one, and the others stay with it',
    "  a new tab, opened by hand, to draw anew",
    "",
    paint("bold", "Watch"),
    "  the table below: who was drawn, and what went out, while you download",
    "  on the page, how a mirror that is down is replaced before the click",
    `  ${url}status/: what a probe of the stand-ins found, just before this began`,
    ...(faults.length > 0 ? ["", paint("bold", "Out of order on purpose"), ...faults] : []),
    "",
  ].join("\n");
}
