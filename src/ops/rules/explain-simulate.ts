import type { Explanation } from "./explanation.ts";

/** What `simulate --scenario` can refuse. */
export const SIMULATE_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "duplicate-name",
    wrong: "two mirrors of a scenario have the same name",
    reason: "groups and results name mirrors, and nobody could tell the two apart",
    cure: "give each a name of its own",
    before: '"mirrors": [{ "name": "a", "weight": 1 }, { "name": "a", "weight": 2 }]',
    after: '"mirrors": [{ "name": "a", "weight": 1 }, { "name": "b", "weight": 2 }]',
  },
  {
    code: "unknown-name",
    wrong: "a group of clients names a mirror that the scenario does not have",
    reason: "most likely it is misspelled, and the group would reach others than is meant",
    cure: "write the name as it stands under mirrors",
    before: '"blocked_from": "a.exmaple"',
    after: '"blocked_from": "a.example"',
  },
  {
    code: "unclear-group",
    wrong: "a group of clients says both which mirrors it reaches and which it does not, or neither",
    reason: "the one follows from the other, and a group that reaches all is none",
    cure: "keep one of the two",
    before: '{ "part": 0.5, "pinned_to": ["a"], "blocked_from": "b" }',
    after: '{ "part": 0.5, "pinned_to": ["a"] }',
  },
  {
    code: "too-large-groups",
    wrong: "the groups of clients are more than all clients",
    reason: "each client belongs to one group at most",
    cure: "make some smaller, so that their parts sum to 1 at most",
    before: '[{ "part": 0.7, "pinned_to": ["a"] }, { "part": 0.7, "blocked_from": "b" }]',
    after: '[{ "part": 0.7, "pinned_to": ["a"] }, { "part": 0.3, "blocked_from": "b" }]',
  },
  {
    code: "too-many-clients",
    wrong: "a scenario has more than two million clients",
    reason: "each needs its place in memory, in each of the ways that are compared",
    cure: "let fewer come, or for fewer hours: what counts are the proportions",
    before: '"hours": 168, "clients": { "at_start": 0, "arrivals_per_hour": 500000 }',
    after: '"hours": 24, "clients": { "at_start": 0, "arrivals_per_hour": 5000 }',
  },
];
