import type { TLSSocket } from "node:tls";
import type { Fault } from "../../ops/probe-fault.ts";
import { DAY_MS } from "../../ops/durations.ts";

/** What a certificate is looked at for. */
export interface CertificateQuestion {
  /** The name it should be for. */
  readonly host: string;
  readonly now: Date;
}

/** Gives how many whole days a certificate is still good; below 0 when it is not. */
export function readCertificateDays(socket: TLSSocket, now: Date): number | undefined {
  const end = Date.parse(socket.getPeerCertificate().valid_to);
  return Number.isNaN(end) ? undefined : Math.trunc((end - now.getTime()) / DAY_MS);
}

function renderDays(count: number): string {
  return count === 0 ? "today" : count === 1 ? "1 day ago" : `${count} days ago`;
}

function listNames(socket: TLSSocket): string {
  const names = (socket.getPeerCertificate().subjectaltname ?? "").match(/(?<=DNS:)[^,]+/g) ?? [];
  return names.length > 0 ? names.slice(0, 3).join(", ") : "another name";
}

/** Finds why browsers would not trust the certificate (X509_verify_cert_error_string(3)). */
export function readCertificateFault(socket: TLSSocket, { host, now }: CertificateQuestion): Fault | undefined {
  if (socket.authorized) return undefined;
  // It is a code, though the types say Error.
  const code = String(socket.authorizationError);
  const age = now.getTime() - Date.parse(socket.getPeerCertificate().valid_to);
  const reasons: Record<string, string> = {
    CERT_HAS_EXPIRED: `certificate expired ${renderDays(Math.floor(age / DAY_MS))}`,
    CERT_NOT_YET_VALID: `certificate is good only from ${socket.getPeerCertificate().valid_from}`,
    ERR_TLS_CERT_ALTNAME_INVALID: `certificate is for ${listNames(socket)}, not for ${host}`,
    DEPTH_ZERO_SELF_SIGNED_CERT: "certificate is signed by nobody but itself",
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate cannot be traced to a known authority: send the whole chain",
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate cannot be traced to a known authority: send the whole chain",
  };
  return { code: "bad-certificate", reason: reasons[code] ?? `certificate is not trusted (${code})` };
}
