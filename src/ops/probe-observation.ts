import type { Fault } from "./probe-fault.ts";
import type { TraceObservation } from "./trace.ts";

/** What a probe measured on its way. */
export interface Facts {
  readonly latencyMs?: number;
  readonly certificateDays?: number;
  readonly ranges?: boolean;
  readonly cors?: boolean;
  readonly bytesPerSecond?: number;
}

/** What a file did at one address of a mirror; without a fault it is right. */
export interface FileObservation {
  readonly path: string;
  readonly fault?: Fault;
}

/** What one address of a mirror did. */
export interface AddressObservation {
  readonly ip: string;
  readonly family: 4 | 6;
  readonly facts: Facts;
  readonly files: readonly FileObservation[];
  /** What its trace file told, where the pool names one. */
  readonly trace?: TraceObservation;
}

/** What a mirror did when it was asked; a fault of its own means that none of its addresses could be asked. */
export interface MirrorObservation {
  readonly url_prefix: string;
  /** When it was asked (ISO 8601, UTC). */
  readonly checked: string;
  readonly fault?: Fault;
  readonly addresses: readonly AddressObservation[];
}
