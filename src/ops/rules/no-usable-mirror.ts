import { defineRule } from "./rule.ts";

/** Some mirror can be drawn. */
export const noUsableMirror = defineRule(
  {
    code: "no-usable-mirror",
    wrong: "every mirror has a weight of 0, so that none can be drawn",
    reason: "all visitors would go to the fallback at once, which is not made for them all",
    cure: "give at least one mirror a weight above 0",
    before: '{ "url_prefix": "https://m1.example/os/", "weight": 0 }',
    after: '{ "url_prefix": "https://m1.example/os/", "weight": 10 }',
  },
  "pool",
  ({ pool }) =>
    // A weight that cannot be read may be meant to be one.
    pool?.mirrors?.every((mirror) => mirror?.weight === 0) !== true
      ? []
      : [
          {
            pointer: "/mirrors",
            message: "must hold a mirror that can be drawn, got weight 0 everywhere",
            cure: "give at least one mirror a weight above 0",
          },
        ],
);
