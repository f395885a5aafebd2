import { defineRule } from "./rule.ts";

/** The fallback pool is a pool. */
export const loneMember = defineRule(
  {
    code: "lone-member",
    wrong: "the fallback pool has one member only",
    reason: "when that mirror fails, everyone without JavaScript fails with it, which is what a pool is there against",
    cure: "add a second mirror, better three to five; or leave fallback.json out and write the name's address by hand",
    before: '"members": [{ "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10"] }]',
    after:
      '"members": [\n  { "url_prefix": "https://m1.example/os/", "a": ["192.0.2.10"] },\n  { "url_prefix": "https://m2.example/os/", "a": ["198.51.100.20"] }\n]',
  },
  "fallback",
  ({ fallback }) =>
    fallback?.members.length === 1
      ? [
          {
            pointer: "/members",
            message: "must be two members or more, got 1",
            cure: "add a second mirror, better three to five",
          },
        ]
      : [],
);
