import { once } from "node:events";
import { connect as connectSocket, type Socket } from "node:net";
import { connect as connectTls, type SecureContext, type TLSSocket } from "node:tls";
import { isIP } from "node:net";
import type { Fault } from "../../ops/probe-fault.ts";
import { readCertificateFault, readCertificateDays } from "./certificate.ts";
import { ProbeFaultError } from "./probe-fault-error.ts";
import { type Address, findPort } from "./resolve-host.ts";
import { type Limits, renderLimit, within } from "./within.ts";

/** What every connection of a probe shares. */
export interface Line {
  readonly limits: Limits;
  /** Whom to trust. */
  readonly secureContext: SecureContext;
  readonly now: () => Date;
}

/** A connection to one address. */
export interface Connection {
  readonly socket: Socket;
  /** How many days the certificate is still good; undefined without TLS. */
  readonly certificateDays: number | undefined;
  /** Why the certificate must not be trusted. */
  readonly fault: Fault | undefined;
}

function late(what: string, { timeoutMs }: Limits): () => Fault {
  return () => ({ code: "no-answer", reason: `gives no answer within ${renderLimit(timeoutMs)} (${what})` });
}

async function openSocket({ ip, family }: Address, port: number, limits: Limits): Promise<Socket> {
  const socket = connectSocket({ host: ip, family, port });
  // An error after the last step that listened must not end the program.
  socket.on("error", () => undefined);
  const step = { work: once(socket, "connect"), cancel: () => socket.destroy(), late: late("connecting", limits) };
  await within(limits, step);
  return socket;
}

async function secure(socket: Socket, host: string, { limits, secureContext }: Line): Promise<TLSSocket> {
  const secured = connectTls({
    socket,
    host,
    // RFC 6066 knows no addresses in a server name.
    ...(isIP(host) === 0 && { servername: host }),
    secureContext,
    // The certificate is looked at by hand, to tell what is wrong with it; nothing is asked before.
    rejectUnauthorized: false,
    ALPNProtocols: ["http/1.1"],
  });
  secured.on("error", () => undefined);
  const step = { work: once(secured, "secureConnect"), cancel: () => socket.destroy(), late: late("TLS", limits) };
  await within(limits, step);
  return secured;
}

/** Connects to one address of a host, and secures the connection where the scheme asks for it. Rejects when it cannot. */
export async function connect(url: URL, address: Address, line: Line): Promise<Connection> {
  const socket = await openSocket(address, findPort(url), line.limits);
  if (url.protocol === "http:") return { socket, certificateDays: undefined, fault: undefined };
  try {
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    const secured = await secure(socket, host, line);
    const certificateDays = readCertificateDays(secured, line.now());
    return { socket: secured, certificateDays, fault: readCertificateFault(secured, { host, now: line.now() }) };
  } catch (error) {
    socket.destroy();
    if (error instanceof ProbeFaultError) throw error;
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code !== "ECONNRESET") throw error;
    throw new ProbeFaultError({ code: "closed", reason: "closes the connection before TLS is agreed on" });
  }
}
