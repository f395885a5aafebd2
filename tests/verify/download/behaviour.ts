/** How a mirror answers one request; `at` is where in the body it happens, as a part of it. */
export type Behaviour =
  | { readonly kind: "serves" }
  /** Lets nobody connect. */
  | { readonly kind: "dead" }
  /** Never answers. */
  | { readonly kind: "hangs" }
  /** Sends a part and then nothing more. */
  | { readonly kind: "stalls"; readonly at: number }
  /** Sends a part and breaks the connection. */
  | { readonly kind: "resets"; readonly at: number }
  /** Sends a part and ends as if that were all. */
  | { readonly kind: "truncates"; readonly at: number }
  /** Changes one byte. */
  | { readonly kind: "flips"; readonly at: number }
  /** Sends some bytes more than it said. */
  | { readonly kind: "too-long" }
  /** Answers with the whole file. */
  | { readonly kind: "no-range" }
  | { readonly kind: "wrong-total" }
  | { readonly kind: "wrong-range" }
  | { readonly kind: "encoded" }
  /** Redirects to an address without https. */
  | { readonly kind: "to-http" }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string };

/** What a good answer would be bent to: the head, and the bytes. */
export interface BentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** After so many of the bytes comes what `then` says; Infinity: none. */
  readonly until: number;
  readonly then: "end" | "hang" | "reset";
}

/** Reads the range of a file of a size that a request asks for; undefined: the whole. */
function readRange(header: string | undefined, size: number): readonly [number, number] | undefined {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? "") ?? [];
  return first === undefined ? undefined : [Number(first), last ? Number(last) : size - 1];
}

function answerWell(file: Uint8Array<ArrayBuffer>, range: readonly [number, number] | undefined): BentAnswer {
  const bytes = range ? file.subarray(range[0], range[1] + 1) : file;
  const headers = range ? { "Content-Range": `bytes ${range[0]}-${range[1]}/${file.length}` } : {};
  return { status: range ? 206 : 200, headers, bytes, until: Infinity, then: "end" };
}

function flip(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const bent = bytes.slice();
  const index = Math.floor(at * bytes.length);
  bent[index] = (bent[index] ?? 0) ^ 1;
  return bent;
}

function withRange(answer: BentAnswer, bend: (range: string) => string): BentAnswer {
  const range = answer.headers["Content-Range"];
  return range === undefined ? answer : { ...answer, headers: { "Content-Range": bend(range) } };
}

/** Gives the answer of a mirror that behaves so to a request with this Range header; "dead" and "hangs" give none. */
export function bendAnswer(behaviour: Behaviour, file: Uint8Array<ArrayBuffer>, header?: string): BentAnswer {
  const good = answerWell(file, readRange(header, file.length));
  const cut = (at: number): number => Math.floor(at * good.bytes.length);
  switch (behaviour.kind) {
    case "stalls":
      return { ...good, until: cut(behaviour.at), then: "hang" };
    case "resets":
      return { ...good, until: cut(behaviour.at), then: "reset" };
    case "truncates":
      return { ...good, until: cut(behaviour.at), then: "end" };
    case "flips":
      return { ...good, bytes: flip(good.bytes, behaviour.at) };
    case "too-long":
      return { ...good, bytes: new Uint8Array(Buffer.concat([good.bytes, Buffer.alloc(9)])) };
    case "no-range":
      return answerWell(file, undefined);
    case "wrong-total":
      return withRange(good, (range) => range.replace(/\d+$/, String(file.length + 1)));
    case "wrong-range":
      return withRange(good, (range) => range.replace(/\d+/, (first) => String(Number(first) + 1)));
    case "encoded":
      return { ...good, headers: { ...good.headers, "Content-Encoding": "gzip" } };
    case "status": {
      const headers = behaviour.retryAfter === undefined ? {} : { "Retry-After": behaviour.retryAfter };
      return { ...good, status: behaviour.status, headers, bytes: new Uint8Array(12) };
    }
    default:
      return good;
  }
}
