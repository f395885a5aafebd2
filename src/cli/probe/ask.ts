import { once } from "node:events";
import { type IncomingMessage, request as requestHttp } from "node:http";
import type { AnswerHead } from "../../ops/probe-answer.ts";
import { connect, type Connection, type Line } from "./connect.ts";
import { ProbeFaultError } from "./probe-fault-error.ts";
import type { Address } from "./resolve-host.ts";
import { renderLimit, within } from "./within.ts";

/** What is asked of one address. */
export interface Question {
  readonly url: URL;
  readonly address: Address;
  readonly method: "HEAD" | "GET";
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer whose body was not read yet. */
export interface Answer {
  readonly head: AnswerHead;
  readonly body: IncomingMessage;
  /** From the first packet to the first byte of the answer. */
  readonly latencyMs: number;
  readonly certificateDays: number | undefined;
  /** Ends the connection, whatever is still under way. */
  readonly close: () => void;
}

/** Operators find it in their logs. Encodings are refused: only plain bytes can be compared, and ranges are of these. */
const HEADERS = { "User-Agent": "fairmirror-probe", Accept: "*/*", "Accept-Encoding": "identity" };

async function awaitHead(
  { url, method, headers }: Question,
  { socket }: Connection,
  { limits }: Line,
): Promise<IncomingMessage> {
  const request = requestHttp({
    createConnection: () => socket,
    method,
    path: url.pathname + url.search,
    headers: { Host: url.host, ...HEADERS, ...headers },
  });
  request.on("error", () => undefined);
  const work = once(request, "response") as Promise<[IncomingMessage]>;
  request.end();
  const reason = `gives no answer within ${renderLimit(limits.timeoutMs)} (first byte)`;
  const step = { work, cancel: () => socket.destroy(), late: () => ({ code: "no-answer", reason }) as const };
  const [response] = await within(limits, step);
  // An answer that is cut while nobody reads must not end the program.
  return response.on("error", () => undefined);
}

/**
 * Asks one address and waits for the head of its answer, over a connection of its own. Rejects with what went wrong.
 * `onCertificate` hears of the certificate's days even when they are over.
 */
export async function ask(
  question: Question,
  line: Line,
  onCertificate: (days: number) => void = () => undefined,
): Promise<Answer> {
  const begin = performance.now();
  const connection = await connect(question.url, question.address, line);
  const { socket, certificateDays, fault } = connection;
  try {
    if (certificateDays !== undefined) onCertificate(certificateDays);
    if (fault) throw new ProbeFaultError(fault);
    const body = await awaitHead(question, connection, line);
    const head = { status: body.statusCode ?? 0, headers: body.headers };
    const latencyMs = Math.round(performance.now() - begin);
    return { head, body, latencyMs, certificateDays, close: () => void socket.destroy() };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
