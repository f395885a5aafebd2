import type { Problem } from "../../core/problem.ts";
import type { TextReading } from "../../ops/text-reading.ts";

const MAX_BYTES = 32 * 2 ** 20;

function tooLarge(): Problem {
  const message = `must be at most ${MAX_BYTES} bytes, got more`;
  return { code: "too-large", file: "-", pointer: "", message, cure: "check that it is the right list" };
}

/** Reads what is piped into the program, at most 32 MiB of it. */
export async function readStandardInput(input: AsyncIterable<Uint8Array> = process.stdin): Promise<TextReading> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of input) {
    size += part.length;
    if (size > MAX_BYTES) return { problem: tooLarge() };
    parts.push(part);
  }
  return { text: Buffer.concat(parts).toString("utf8") };
}
