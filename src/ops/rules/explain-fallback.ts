import type { Explanation } from "./explanation.ts";

/** What the fields of `fallback.json` can hold that is not right. */
export const FALLBACK_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "bad-dns-name",
    wrong:
      "a name of the DNS is not the full name of a host: letters, digits and hyphens, up to 63 between two dots and 253 in all, in lower case and without a final dot",
    reason: "engines refuse other names, or read more than a name in them",
    cure: "write the full name; names in other scripts in their ASCII form (xn--…)",
    before: '"name": "DL_1.project.example."',
    after: '"name": "dl-1.project.example"',
  },
  {
    code: "bad-ttl",
    wrong: "the time for which resolvers may keep an answer is no whole number of seconds from 1 to 86,400",
    reason: "with 0, every download asks the name servers anew; over a day, a mirror that failed is asked for too long",
    cure: "write 60, which browsers keep addresses for anyway",
    before: '"ttl": 604800',
    after: '"ttl": 60',
  },
  {
    code: "bad-contact",
    wrong: "the contact of the zone is no plain e-mail address",
    reason: "it stands in the zone as a name, where other characters would mean something else",
    cure: 'write one address of letters, digits, dots, "-" and "_"',
    before: '"contact": "Host Master <hostmaster@project.example>"',
    after: '"contact": "hostmaster@project.example"',
  },
  {
    code: "few-nameservers",
    wrong: "the zone has less than two name servers, the same one twice, or more than 13",
    reason: "when the only one fails, the fallback has no address; registries ask for two (RFC 1034, 4.1)",
    cure: "name every server that answers for the zone, the primary first",
    before: '"nameservers": ["ns1.project.example"]',
    after: '"nameservers": ["ns1.project.example", "ns2.dns.example"]',
  },
];
