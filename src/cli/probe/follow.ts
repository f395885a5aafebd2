import { isInnerAddress } from "../../ops/is-inner-address.ts";
import { readHeader } from "../../ops/probe-answer.ts";
import { readRedirect } from "../../ops/probe-redirect.ts";
import { type Answer, ask, type Question } from "./ask.ts";
import type { Line } from "./connect.ts";
import { ProbeFaultError, toFault } from "./probe-fault-error.ts";
import type { Address, ResolveHost } from "./resolve-host.ts";

/** What following redirects needs beside a line. */
export interface Way extends Line {
  readonly resolve: ResolveHost;
}

/** What a mirror's own host told on the way. */
export interface Sighting {
  readonly onCertificate: (days: number) => void;
  readonly onLatency: (latencyMs: number) => void;
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Finds the address to go on with: of the same family where there is one, and no inner one for a mirror that is outside. */
async function findNext(url: URL, from: Address, resolve: ResolveHost): Promise<Address> {
  const addresses = await resolve(url);
  const next = addresses.find(({ family }) => family === from.family) ?? addresses[0] ?? from;
  if (!isInnerAddress(next) || isInnerAddress(from)) return next;
  throw new ProbeFaultError({
    code: "redirect-unsafe",
    reason: `redirects to ${url.href}, which is no public address`,
  });
}

async function askNext(question: Question, from: Address, way: Way): Promise<Answer> {
  const { hostname } = question.url;
  try {
    const address = await findNext(question.url, from, way.resolve);
    return await ask({ ...question, address }, way);
  } catch (error) {
    const { code, reason } = toFault(error);
    const isTold = reason.startsWith("redirects");
    throw new ProbeFaultError({ code, reason: isTold ? reason : `redirects to ${hostname}, which ${reason}` });
  }
}

/** Asks, and follows redirects by hand, so that none leaves https or leads in a circle unseen. Rejects with what went wrong. */
export async function follow(question: Question, way: Way, { onCertificate, onLatency }: Sighting): Promise<Answer> {
  let answer = await ask(question, way, onCertificate);
  onLatency(answer.latencyMs);
  const seen = [question.url.href];
  let from = question.url;
  while (isRedirect(answer.head.status)) {
    answer.close();
    const target = readRedirect({ from, location: readHeader(answer.head, "location"), seen });
    if (!(target instanceof URL)) throw new ProbeFaultError(target);
    seen.push(target.href);
    from = target;
    answer = await askNext({ ...question, url: target }, question.address, way);
  }
  return answer;
}
