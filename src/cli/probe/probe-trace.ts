import { readHeader } from "../../ops/probe-answer.ts";
import type { Fault } from "../../ops/probe-fault.ts";
import { judgeTrace, type TraceObservation, type TraceRule } from "../../ops/trace.ts";
import type { Answer } from "./ask.ts";
import { follow } from "./follow.ts";
import { ProbeFaultError, toFault } from "./probe-fault-error.ts";
import type { Place } from "./probe-file.ts";
import { type Limits, renderLimit, within } from "./within.ts";

/** Only the first line counts; who sends more is not listened to. */
const MAX_BYTES = 4096;

/** Collects a body's first line, or its first bytes where no line ends in them. */
async function collectLine({ body, close }: Answer, touch: () => void): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    touch();
    chunks.push(chunk.subarray(0, MAX_BYTES - bytes));
    bytes += chunk.length;
    if (bytes >= MAX_BYTES || chunk.includes("\n")) break;
  }
  close();
  return Buffer.concat(chunks).toString("utf8");
}

function readLine(answer: Answer, limits: Limits): Promise<string> {
  const late = (): Fault => ({ code: "slow", reason: `does not come within ${renderLimit(limits.timeoutMs)}` });
  return within(limits, { work: collectLine(answer, limits.touch), cancel: answer.close, late });
}

/** Finds why an answer cannot be read as text; what type it has does not matter. */
function refuseAnswer({ head }: Answer): void {
  if (head.status !== 200) throw new ProbeFaultError({ code: "bad-status", reason: `answers ${head.status}` });
  const encoding = readHeader(head, "content-encoding") ?? "identity";
  if (encoding !== "identity") throw new ProbeFaultError({ code: "encoded", reason: `comes encoded (${encoding})` });
}

/** Asks for the trace file of a mirror at one address, and judges what it tells. Never rejects. */
export async function probeTrace(rule: TraceRule, { url_prefix, address, way }: Place): Promise<TraceObservation> {
  const ignore = (): void => undefined;
  const question = { url: new URL(url_prefix + rule.path), address, method: "GET", headers: {} } as const;
  try {
    const answer = await follow(question, way, { onCertificate: ignore, onLatency: ignore });
    try {
      refuseAnswer(answer);
      return judgeTrace(await readLine(answer, way.limits), rule, way.now());
    } finally {
      answer.close();
    }
  } catch (error) {
    return { trouble: toFault(error).reason };
  }
}
