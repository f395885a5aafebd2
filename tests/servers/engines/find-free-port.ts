import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";

/** Linux hands out ports from 32768 on by chance: those below stay free until somebody asks for them by number. */
const FIRST_PORT = 10_240;
const PORTS_PER_PROCESS = 20;
const PROCESSES = 1_100;

/** The ports of this process; tests that run side by side have others. */
function* listPorts(): Generator<number, never> {
  const first = FIRST_PORT + (process.pid % PROCESSES) * PORTS_PER_PROCESS;
  for (let count = 0; ; count++) yield first + (count % PORTS_PER_PROCESS);
}

const PORTS = listPorts();

async function isFreeOverTcp(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

async function isFreeOverUdp(port: number): Promise<boolean> {
  const socket = createSocket("udp4");
  try {
    await once(socket.bind(port, "127.0.0.1"), "listening");
    return true;
  } catch {
    return false;
  } finally {
    socket.close();
  }
}

/** Finds a port on 127.0.0.1 on which nobody listens, over TCP or UDP; the next call gives another one. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < PORTS_PER_PROCESS; tries++) {
    const port = PORTS.next().value;
    if ((await isFreeOverTcp(port)) && (await isFreeOverUdp(port))) return port;
  }
  throw new Error(`none of the ${PORTS_PER_PROCESS} ports that this process may take is free`);
}
