import type { Answer, DownloadRequest, Question } from "../../../src/verify/download/download-request.ts";
import { type Behaviour, bendAnswer } from "./behaviour.ts";
import { createVirtualBody, type Line, sleepOn } from "./virtual-body.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** A mirror of the network. */
export interface VirtualMirror {
  /** Bytes a millisecond on each connection. */
  readonly rate: number;
  readonly latencyMs: number;
  /** How it answers its first request, its second and so on. */
  readonly behave: (number: number) => Behaviour;
}

/** What was seen of a request. */
export interface Sighting {
  readonly mirror: string;
  readonly range: string | undefined;
  /** Whether its body was read to the end. */
  isRead: boolean;
}

/** A network in memory. */
export interface VirtualNetwork {
  readonly fetch: DownloadRequest["fetch"];
  readonly sightings: readonly Sighting[];
  /** The most connections that were open at once, to each mirror and ("") in all. */
  readonly peaks: ReadonlyMap<string, number>;
  readonly countOpen: () => number;
}

/** How a network is made. */
export interface NetworkPlan {
  readonly clock: VirtualClock;
  readonly file: Uint8Array<ArrayBuffer>;
  /** By `url_prefix`. */
  readonly mirrors: ReadonlyMap<string, VirtualMirror>;
  /** The bytes of a packet. */
  readonly chunk: number;
  /** Whether bodies can be read in place. */
  readonly isByteStream: boolean;
}

/** Makes a network of mirrors that all have the same file, and behave as each does. */
export function createVirtualNetwork(plan: NetworkPlan): VirtualNetwork {
  const sightings: Sighting[] = [];
  const peaks = new Map<string, number>();
  const open = new Map<string, number>();
  const change = (mirror: string, by: number): void => {
    for (const name of [mirror, ""]) {
      open.set(name, (open.get(name) ?? 0) + by);
      peaks.set(name, Math.max(peaks.get(name) ?? 0, open.get(name) ?? 0));
    }
  };

  async function fetch(url: string, { headers, signal }: Question): Promise<Answer> {
    const [prefix, mirror] = [...plan.mirrors].find(([name]) => url.startsWith(name)) ?? [];
    if (prefix === undefined || !mirror) throw new TypeError("no such host");
    const sighting: Sighting = { mirror: prefix, range: headers["Range"], isRead: false };
    const number = sightings.filter((other) => other.mirror === prefix).length;
    sightings.push(sighting);
    let isOpen = true;
    change(prefix, 1);
    const onClose = (): void => {
      if (isOpen) change(prefix, -1);
      isOpen = false;
    };
    const line: Line = { plan, mirror, signal, onClose, onRead: () => void (sighting.isRead = true) };
    try {
      return await answer(line, { behaviour: mirror.behave(number), url, range: headers["Range"] });
    } catch (error) {
      onClose();
      throw error;
    }
  }
  return { fetch, sightings, peaks, countOpen: () => open.get("") ?? 0 };
}

interface Asked {
  readonly behaviour: Behaviour;
  readonly url: string;
  readonly range: string | undefined;
}

async function answer(line: Line, { behaviour, url, range }: Asked): Promise<Answer> {
  await sleepOn(line, behaviour.kind === "hangs" ? 1e12 : line.mirror.latencyMs);
  if (behaviour.kind === "dead") throw new TypeError("fetch failed");
  const bent = bendAnswer(behaviour, line.plan.file, range);
  const last = behaviour.kind === "to-http" ? url.replace(/^https/, "http") : url;
  return { status: bent.status, url: last, headers: new Headers(bent.headers), body: createVirtualBody(line, bent) };
}
