import { once } from "node:events";
import { Agent, request, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";

/** What came back, as far as redirects go. */
export interface Answer {
  readonly status: number;
  /** Every header, in lower case, as often as it came. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

/** How something is asked. */
export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function readAnswer(head: string): Answer {
  const [statusLine = "", ...lines] = (head.split("\r\n\r\n")[0] ?? "").split("\r\n");
  const headers: Record<string, string[]> = {};
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]+): *(.*)$/.exec(line) ?? [];
    (headers[name.toLowerCase()] ??= []).push(value);
  }
  return { status: Number(statusLine.split(" ")[1]), headers };
}

/** Sends a request's target as it stands, byte for byte, which no client library does. */
export async function askTarget(
  port: number,
  target: string,
  { method = "GET", headers }: Question = {},
): Promise<Answer> {
  const lines = Object.entries({ Host: "dl.example", ...headers, Connection: "close" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const socket = connect(port, "127.0.0.1");
  socket.write(`${method} ${target} HTTP/1.1\r\n${head}\r\n`);
  return readAnswer(await text(socket));
}

/** Opens connections that are used again and again; gives a function that asks for a path and gives the Location, and one that ends it. */
export function openRedirectClient(port: number): {
  readonly askLocation: (path: string, userAgent?: string) => Promise<string>;
  readonly close: () => void;
} {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const askLocation = async (path: string, userAgent = "test"): Promise<string> => {
    const headers = { host: "dl.example", "user-agent": userAgent };
    const asked = request({ port, host: "127.0.0.1", method: "HEAD", path, headers, agent }).end();
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    response.resume();
    await once(response, "end");
    return response.headers.location ?? String(response.statusCode);
  };
  return { askLocation, close: () => agent.destroy() };
}
