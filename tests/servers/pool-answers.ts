import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { FALLBACK_PREFIX } from "./hosts.ts";

type PoolAnswer = (response: ServerResponse) => unknown;

interface PoolVector {
  readonly name: string;
  readonly data: unknown;
}

const VECTORS = new URL("../vectors/pools.json", import.meta.url);

const LARGE_BYTES = 5_000_000;

/** A pool of some hosts, each with the same weight. */
function makePool(hosts: readonly string[]): { readonly mirrors: readonly object[] } & object {
  const mirrors = hosts.map((host) => ({ url_prefix: `https://${host}/pub/`, weight: 1 }));
  return { ...{ version: 1, fallback_prefix: FALLBACK_PREFIX }, mirrors };
}

const POOL = makePool(["one.example", "two.example"]);
const POOL_TEXT = JSON.stringify(POOL);

function send(response: ServerResponse, text: string, type = "application/json"): void {
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(text);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(POOL_TEXT);
}

function sendHalf(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": POOL_TEXT.length });
  response.write(POOL_TEXT.slice(0, POOL_TEXT.length / 2));
}

/**
 * What can happen to a pool on its way. A refusal carries a whole pool, which must not be used. What is wrong inside of one
 * stands in `tests/vectors/pools.json`.
 */
export const POOL_ANSWERS: Readonly<Record<string, PoolAnswer>> = {
  ok: (response) => {
    send(response, POOL_TEXT);
  },
  expired: (response) => {
    send(response, JSON.stringify({ ...POOL, expires: "2020-01-01T00:00:00Z" }));
  },
  /** No mirror has the newest file yet. */
  fresh: (response) => {
    const pool = makePool(["one.example", "two.example", "three.example"]);
    send(
      response,
      JSON.stringify({ ...pool, mirrors: pool.mirrors.map((mirror) => ({ ...mirror, lacks: ["os/new.iso"] })) }),
    );
  },
  missing: (response) => {
    refuse(response, 404);
  },
  error: (response) => {
    refuse(response, 500);
  },
  truncated: (response) => {
    send(response, POOL_TEXT.slice(0, POOL_TEXT.length / 2));
  },
  cut: (response) => {
    sendHalf(response);
    response.socket?.end();
  },
  html: (response) => {
    send(response, "<!doctype html><title>log in</title>", "text/html");
  },
  nothing: (response) => {
    send(response, "");
  },
  large: (response) => {
    send(response, JSON.stringify({ ...POOL, filler: "x".repeat(LARGE_BYTES) }));
  },
  hanging: () => undefined,
  stalling: sendHalf,
};

function sendVector(response: ServerResponse, name: string): void {
  const vectors = JSON.parse(readFileSync(VECTORS, "utf8")) as readonly PoolVector[];
  const vector = vectors.find((candidate) => candidate.name === name);
  if (vector) send(response, JSON.stringify(vector.data));
  else throw new RangeError(`tests/vectors/pools.json has no vector named "${name}"`);
}

/**
 * Answers `/pool/KIND.json` with a kind of `POOL_ANSWERS`, `/pool/vector/NAME.json` with the data of that vector, and
 * `/pool/of/HOST,HOST.json` with a pool of these hosts. Throws a RangeError for what none of them knows.
 */
export function answerWithPool(path: string, response: ServerResponse): void {
  const [, form, name = ""] = /^\/pool\/(?:(vector|of)\/)?(.+)\.json$/.exec(path) ?? [];
  const answer = POOL_ANSWERS[name];
  if (form === "vector") sendVector(response, name);
  else if (form === "of") send(response, JSON.stringify(makePool(name.split(","))));
  else if (answer) answer(response);
  else throw new RangeError(`no pool answers to ${path}; the kinds are ${Object.keys(POOL_ANSWERS).join(", ")}`);
}
