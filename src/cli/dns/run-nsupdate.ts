import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { NsupdateRun } from "../../ops/dns/explain-nsupdate.ts";

/** How an update is sent. */
export interface NsupdateOptions {
  readonly keyFile: string;
  /** Is taken out of all that the program says. */
  readonly secret: string;
  readonly timeoutMs: number;
}

/**
 * Sends an update by BIND's program `nsupdate`, over TCP: over UDP, an update whose answer is lost is sent again, and then refused because
 * it was taken. The key stays in its file. Rejects when there is no such program.
 */
export async function runNsupdate(
  script: string,
  { keyFile, secret, timeoutMs }: NsupdateOptions,
): Promise<NsupdateRun> {
  const seconds = String(Math.ceil(timeoutMs / 1000));
  const child = spawn("nsupdate", ["-v", "-t", seconds, "-k", keyFile], { stdio: ["pipe", "ignore", "pipe"] });
  const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  const ended = new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject));
  // Whether it read all is told by its code.
  child.stdin.on("error", () => undefined).end(script);
  try {
    const [code, stderr] = await Promise.all([ended, text(child.stderr)]);
    return { code, stderr: stderr.replaceAll(secret, "[secret]") };
  } finally {
    clearTimeout(timer);
  }
}
