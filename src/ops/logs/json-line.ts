import { hashBytes } from "./hash-bytes.ts";
import { isDownload, type ReadLine } from "./log-entry.ts";

/** The names that servers give to what is read, the more usual first. */
const NAMES = {
  address: ["remote_addr", "client_ip", "remote_ip"],
  time: ["time_iso8601", "timestamp", "time", "ts"],
  status: ["status"],
  bytes: ["body_bytes_sent", "bytes_sent", "size", "bytes"],
};

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** Caddy has the address inside of the request. */
function findField(line: Fields, names: readonly string[]): unknown {
  const { request } = line;
  const fields = isObject(request) ? { ...request, ...line } : line;
  const name = names.find((one) => Object.hasOwn(fields, one));
  return name === undefined ? undefined : fields[name];
}

/** Reads a time: as text, or in seconds since 1970. */
function readTime(value: unknown): number {
  return typeof value === "number" ? value * 1000 : Date.parse(String(value));
}

function parseLine(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a reader of logs with a JSON object a line, as nginx and Caddy write them. `key` is the secret that addresses are hashed with. */
export function readJsonLine(key: number): ReadLine {
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  return (bytes, start, end, entry) => {
    const line = parseLine(decoder.decode(bytes.subarray(start, end)));
    const address = line && findField(line, NAMES.address);
    if (!line || typeof address !== "string") return "torn";
    entry.time = readTime(findField(line, NAMES.time));
    entry.bytes = Number(findField(line, NAMES.bytes));
    const status = Number(findField(line, NAMES.status));
    if (!Number.isFinite(status + entry.time + entry.bytes)) return "torn";
    const encoded = encoder.encode(address);
    entry.client = hashBytes(encoded, 0, encoded.length, key);
    return isDownload(status) ? "download" : "other";
  };
}
