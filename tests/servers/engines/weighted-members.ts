import type { DnsMember } from "../../../src/ops/dns/dns-pool.ts";
import { makeMember } from "../../ops/dns/dns-pool-sample.ts";
import type { DnsAsker, Question } from "./ask-dns.ts";
import { type Counts, queryShares } from "./query-shares.ts";

/** The name of the pool. */
export const NAME = "dl.example.org";

/** Members on addresses of this machine. Alpha has two of IPv4; zero must never be answered. */
export const MEMBERS: readonly DnsMember[] = [
  makeMember("alpha.example", 50, { a: ["127.0.1.1", "127.0.1.2"], aaaa: ["2001:db8:a::10"] }),
  makeMember("beta.example", 30, { a: ["127.0.1.3"], aaaa: ["2001:db8:b::20"] }),
  makeMember("gamma.example", 20, { a: ["127.0.1.4"] }),
  makeMember("zero.example", 0, { a: ["127.0.1.5"], aaaa: ["2001:db8::5"] }),
];

/** The addresses of those who are answered. */
export const ADDRESSES = ["127.0.1.1", "127.0.1.2", "127.0.1.3", "127.0.1.4"] as const;

/** How a member's answer looks. */
export const ALPHA = "127.0.1.1+127.0.1.2";
export const BETA = "127.0.1.3";
export const GAMMA = "127.0.1.4";

/** For the proof that shares are those of the weights. */
export const TIMES = 2_000;

/** Enough to tell that a share went to the others; the machine may be busy. */
const FEWER_TIMES = 500;

/** Counts the answers to many questions. */
export function countAnswers({ ask }: DnsAsker, type: Question = "a", times = FEWER_TIMES): Promise<Counts> {
  return queryShares(times, () => ask(NAME, type), { concurrency: 8 });
}

/** Asks many times in a row and tells whether an answer is among them. */
export async function isAnswered(asker: DnsAsker, answer: string): Promise<boolean> {
  return answer in (await countAnswers(asker, "a", 100));
}

/** Gives the members as they are when only one of them has a weight. */
export function weighAlone(host: string): DnsMember[] {
  return MEMBERS.map((member) => ({ ...member, weight: member.host === host ? 1 : 0 }));
}
