import { type CheckTarget, findCheckTarget, noteCheck } from "./check-target.ts";
import type { DnsPool, HealthSource } from "./dns-pool.ts";
import { printName, printNumber } from "./print-checked.ts";

/** How gdnsd finds out which members are down. */
export interface GdnsdCheck {
  /** The name of the service type; "up" is gdnsd's own, which never is down. */
  readonly service: string;
  /** The service type in gdnsd's words; empty for its own. */
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/** The file of states, in the folder "extfile" of gdnsd's state folder: /var/lib/gdnsd/extfile/ unless it is told another. */
export const STATES_FILE = "fairmirror.states";

const SERVICE = "fairmirror";

const UNCHECKED =
  "without health checks each download that is led to a member that is down fails, until the resolver asks again after the TTL";

const TLS_BLIND =
  "gdnsd speaks no TLS: it only sees whether a member's port is open; our own probe sees more (health: probe)";

/** Two answers in a row decide, so that one that is lost on the way does not. */
const PACE = ["interval => 10", "timeout => 4", "up_thresh => 2", "ok_thresh => 2", "down_thresh => 2"];

function listHttpStatus({ port, path }: CheckTarget, name: string): string[] {
  const request = [
    `port => ${printNumber(port, [1, 65_535])}`,
    `vhost => "${printName(name)}"`,
    `url_path => "${path}"`,
  ];
  return ["plugin => http_status", ...request, "ok_codes => [ 200 ]", ...PACE];
}

function checkByEngine(target: CheckTarget, name: string): GdnsdCheck {
  if (target.protocol === "http")
    return { service: SERVICE, lines: listHttpStatus(target, name), notes: noteCheck(target) };
  const lines = ["plugin => tcp_connect", `port => ${printNumber(target.port, [1, 65_535])}`, ...PACE];
  return { service: SERVICE, lines, notes: [TLS_BLIND] };
}

/** The probe's verdicts have their hysteresis already, so gdnsd takes them as they are, and what it does not find in the file as up. */
function checkByProbe(): GdnsdCheck {
  const lines = [
    "plugin => extfile",
    `file => "${STATES_FILE}"`,
    "direct => true",
    "def_down => false",
    "interval => 10",
  ];
  const notes = [
    `gdnsd reads the states of the members from ${STATES_FILE}: keep it up to date (--format gdnsd-states)`,
  ];
  return { service: SERVICE, lines, notes };
}

/** Chooses how gdnsd finds out who is down: unless told, it asks itself over http, and for https it reads what our own probe found. */
export function chooseGdnsdCheck(pool: DnsPool, health: HealthSource | undefined): GdnsdCheck {
  const target = findCheckTarget(pool);
  if (health === "none") return { service: "up", lines: [], notes: [UNCHECKED] };
  const isByEngine = health === "engine" || (health === undefined && target?.protocol === "http");
  return isByEngine && target ? checkByEngine(target, pool.name) : checkByProbe();
}
