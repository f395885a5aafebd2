import { listExcesses } from "./list-loads.ts";
import { openGuidance, type Way } from "./way.ts";
import { MINUTE_MS } from "./ticks.ts";

/** Every mirror for itself: each minute it moves away whoever is above its fair share, and takes whoever comes. */
export const KICK_ALONE: Way = {
  name: "kicking",
  words: "each mirror moves all above its fair share away every minute, and none closes",
  start: () => (crowd, now) => {
    const guidance = openGuidance(crowd);
    if (now % MINUTE_MS !== 0) return guidance;
    return { ...guidance, sheds: listExcesses(crowd, ({ isThere }) => isThere) };
  },
};
