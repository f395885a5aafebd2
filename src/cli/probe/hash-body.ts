import { createHash } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Fault } from "../../ops/probe-fault.ts";
import type { Answer } from "./ask.ts";
import { type Limits, within } from "./within.ts";

/** What is read of a body. */
export interface BodyQuestion {
  /** How many bytes are wanted; no more are read than that and the packet that brings the last. */
  readonly bytes: number;
  /** Whether more bytes may follow, as where the whole file comes and only its beginning is wanted. */
  readonly mayHaveMore: boolean;
  /** Gives the fault of a body that does not come in time, by how many bytes came. */
  readonly late: (bytes: number) => Fault;
}

/** What came of a body. */
export interface BodyReading {
  /** How many bytes came, at most one more than wanted. */
  readonly bytes: number;
  /** Of the bytes that were wanted, in hexadecimal digits. */
  readonly sha256: string;
}

interface Count {
  bytes: number;
}

/** Reads without keeping anything: a mirror that sends without end costs no memory. */
async function readChunks(
  body: IncomingMessage,
  { bytes, mayHaveMore }: BodyQuestion,
  { count, touch }: { readonly count: Count; readonly touch: () => void },
): Promise<string> {
  const hash = createHash("sha256");
  const limit = mayHaveMore ? bytes : bytes + 1;
  body.on("data", (chunk: Buffer) => {
    touch();
    hash.update(chunk.subarray(0, Math.max(bytes - count.bytes, 0)));
    count.bytes = Math.min(count.bytes + chunk.length, limit);
    if (count.bytes === limit) body.destroy();
  });
  // It comes after the end, and after what was destroyed here; a cut is an error, which the count tells as well.
  if (!body.closed) await once(body, "close").catch(() => undefined);
  return hash.digest("hex");
}

/** Reads a body up to the bytes wanted and gives their SHA-256; fewer bytes mean that the mirror broke off. */
export async function hashBody({ body, close }: Answer, question: BodyQuestion, limits: Limits): Promise<BodyReading> {
  const count: Count = { bytes: 0 };
  const work = readChunks(body, question, { count, touch: limits.touch });
  try {
    const sha256 = await within(limits, { work, cancel: close, late: () => question.late(count.bytes) });
    return { bytes: count.bytes, sha256 };
  } finally {
    close();
  }
}
