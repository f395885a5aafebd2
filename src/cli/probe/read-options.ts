import { InvalidArgumentError } from "commander";
import { VANTAGE_NAME } from "../../ops/vantage-name.ts";
import type { CommonOptions } from "../command.ts";
import { type Address, type Directions, toAddress } from "./resolve-host.ts";

/** What `probe` is told. */
export interface ProbeCommandOptions extends CommonOptions {
  readonly write: boolean;
  readonly concurrency?: number;
  /** In seconds. */
  readonly timeout: number;
  /** In seconds. */
  readonly mirrorTimeout?: number;
  readonly speed: boolean;
  readonly seed?: string;
  readonly vantage: string;
  readonly merge?: readonly string[];
  readonly resolve: Directions;
  readonly ca?: string;
  readonly dev: boolean;
}

const MAX_SECONDS = 3600;

/** Reads a time limit in seconds, which may have a fraction. Anything else is wrong usage. */
export function parseSeconds(text: string): number {
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
  if (seconds > 0 && seconds <= MAX_SECONDS) return seconds;
  throw new InvalidArgumentError(`write seconds above 0 and up to ${MAX_SECONDS}.`);
}

/** Adds one HOST:PORT:ADDRESS[,ADDRESS] (curl's form) to the names that are directed by hand; no address: it does not resolve. */
export function parseResolve(text: string, previous: Directions): Directions {
  const [, host, port, list = ""] = /^([\w.*-]+):(\d{1,5}):(.*)$/.exec(text) ?? [];
  const words = list.split(",").filter(Boolean);
  const addresses = words.map(toAddress).filter((address): address is Address => address !== undefined);
  if (host === undefined || port === undefined || addresses.length < words.length)
    throw new InvalidArgumentError(
      'write HOST:PORT:ADDRESS, such as "m.example:443:127.0.0.1" or "*:443:::1,127.0.0.1".',
    );
  return new Map([...previous, [`${host}:${port}`, addresses]]);
}

/** Reads the name of a vantage point. Anything but letters, digits, "_", dots and hyphens is wrong usage. */
export function parseVantage(text: string): string {
  if (new RegExp(VANTAGE_NAME).test(text)) return text;
  throw new InvalidArgumentError('write a short name such as "fra1".');
}

/** Tells why options do not go together, or undefined: what was seen over bent names must not become the real status. */
export function findOptionFault({ write, resolve, ca, dev }: ProbeCommandOptions): string | undefined {
  const isBent = resolve.size > 0 || ca !== undefined;
  if (!write || !isBent || dev) return undefined;
  return '"--write" keeps what visitors would see, which "--resolve" and "--ca" bend; leave them out, or add "--dev" in a trial folder';
}
