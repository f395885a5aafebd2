import { KICK_ALONE } from "./kick-alone.ts";
import type { Way } from "./way.ts";
import { MINUTE_MS } from "./ticks.ts";

/** As kicking, but clients take the less loaded of two mirrors that they draw, by loads that are published each minute. */
export const CHOOSE_OF_TWO: Way = {
  name: "two choices",
  words: "as kicking, and clients take the less loaded of two drawn mirrors, by loads up to a minute old",
  start: (random) => {
    const steer = KICK_ALONE.start(random);
    let published = new Float64Array();
    return (crowd, now) => {
      if (now % MINUTE_MS === 0)
        published = Float64Array.from(crowd.mirrors, ({ clients, plan }) => clients.length / plan.weight);
      return { ...steer(crowd, now), published };
    };
  },
};
