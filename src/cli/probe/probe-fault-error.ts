import type { Fault, FaultCode } from "../../ops/probe-fault.ts";

/** Carries a fault out of the middle of an exchange, to where it becomes a value. */
export class ProbeFaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.reason);
    this.fault = fault;
  }
}

/** What the system's codes mean (errno(3)); the others are told as they come. */
const SYSTEM_FAULTS: Readonly<Record<string, readonly [FaultCode, string]>> = {
  ECONNREFUSED: ["refused", "refuses connections"],
  ECONNRESET: ["closed", "closes the connection before it answers"],
  EPIPE: ["closed", "closes the connection before it answers"],
  ETIMEDOUT: ["no-answer", "gives no answer"],
  EHOSTUNREACH: ["no-answer", "cannot be reached: no way to the host"],
  ENETUNREACH: ["not-asked", "not probed: this machine has no way to such addresses"],
  EADDRNOTAVAIL: ["not-asked", "not probed: this machine has no address of that kind"],
  EAFNOSUPPORT: ["not-asked", "not probed: this machine has no address of that kind"],
};

/** Gives the fault that an error stands for. */
export function toFault(error: unknown): Fault {
  if (error instanceof ProbeFaultError) return error.fault;
  const { code = "", message } = error as NodeJS.ErrnoException;
  const known = SYSTEM_FAULTS[code];
  if (known) return { code: known[0], reason: known[1] };
  if (code.startsWith("HPE_")) return { code: "bad-http", reason: `does not answer in HTTP (${code})` };
  if (code === "EPROTO" || code.startsWith("ERR_SSL"))
    return { code: "bad-certificate", reason: `does not agree on TLS (${code})` };
  return { code: "closed", reason: `breaks off: ${message}` };
}
