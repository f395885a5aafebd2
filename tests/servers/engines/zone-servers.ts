import { findEngine } from "./find-engine.ts";

/** A program that checks a zone file before a server loads it. */
export interface ZoneChecker {
  readonly path: string;
  readonly words: (zone: string, file: string) => readonly string[];
}

/** What a server is configured for. */
export interface ZoneConfig {
  readonly folder: string;
  readonly port: number;
  readonly zone: string;
  /** A TSIG key, where the server is to take updates of A and AAAA for the zone's own name. */
  readonly key?: { readonly name: string; readonly secret: string };
}

/** A name server that reads zone files. */
export interface ZoneServer {
  readonly name: string;
  /** For the suite: why the server cannot be had, or false. */
  readonly skip: string | false;
  readonly path: string;
  readonly checker: ZoneChecker;
  /** The words that keep it in the foreground. */
  readonly words: (folder: string) => readonly string[];
  readonly configure: (config: ZoneConfig) => string;
  /** What the log says once all is ready, updates included. */
  readonly ready: RegExp;
}

const NAMED = findEngine("named", ["bind9", "bind9-utils"]);
const NAMED_CHECKZONE = findEngine("named-checkzone", ["bind9-utils"]);
const NSD = findEngine("nsd", ["nsd"]);
const NSD_CHECKZONE = findEngine("nsd-checkzone", ["nsd"]);
const KNOTD = findEngine("knotd", ["knot"]);
const KZONECHECK = findEngine("kzonecheck", ["knot-dnssecutils"]);

/** Everything that named-checkzone can find is a failure. */
const STRICT = ["-i", "full", "-k", "fail", "-m", "fail", "-n", "fail", "-M", "fail", "-S", "fail", "-r", "fail"];

function configureBind({ folder, port, zone, key }: ZoneConfig): string {
  const keys = key ? `key "${key.name}" { algorithm hmac-sha256; secret "${key.secret}"; };\n` : "";
  const policy = key ? ` update-policy { grant ${key.name} name ${zone} A AAAA; };` : "";
  return `${keys}options {
  directory "${folder}"; pid-file "${folder}/named.pid"; session-keyfile "${folder}/session.key";
  listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };
  recursion no; allow-transfer { none; }; notify no; dnssec-validation no; minimal-responses yes;
};
controls { };
zone "${zone}" { type primary; file "${folder}/zone";${policy} };
`;
}

function configureNsd({ folder, port, zone }: ZoneConfig): string {
  return `server:
  ip-address: 127.0.0.1@${port}
  username: ""
  chroot: ""
  zonesdir: "${folder}"
  database: ""
  pidfile: "${folder}/nsd.pid"
  xfrdfile: "${folder}/xfrd.state"
  xfrdir: "${folder}"
  zonelistfile: "${folder}/zone.list"
  server-count: 1
  round-robin: yes
  minimal-responses: yes
remote-control:
  control-enable: no
zone:
  name: "${zone}"
  zonefile: "zone"
`;
}

function configureKnot({ folder, port, zone, key }: ZoneConfig): string {
  const keys = key
    ? `key:
  - id: ${key.name}
    algorithm: hmac-sha256
    secret: ${key.secret}
acl:
  - id: updates
    key: ${key.name}
    action: update
    update-type: [A, AAAA]
`
    : "";
  return `server:
  listen: 127.0.0.1@${port}
  rundir: "${folder}"
  answer-rotation: on
  udp-workers: 1
  tcp-workers: 1
  background-workers: 1
database:
  storage: "${folder}/db"
log:
  - target: stderr
    any: info
${keys}zone:
  - domain: ${zone}
    storage: "${folder}"
    file: "zone"
    semantic-checks: on
${key ? "    acl: [updates]\n" : ""}`;
}

/** The servers that plain zones are made for. */
export const ZONE_SERVERS: readonly ZoneServer[] = [
  {
    name: "BIND",
    skip: NAMED.skip || NAMED_CHECKZONE.skip,
    path: NAMED.path,
    checker: { path: NAMED_CHECKZONE.path, words: (zone, file) => [...STRICT, zone, file] },
    words: (folder) => ["-g", "-n", "1", "-c", `${folder}/conf`],
    configure: configureBind,
    ready: / running$/m,
  },
  {
    name: "NSD",
    skip: NSD.skip || NSD_CHECKZONE.skip,
    path: NSD.path,
    checker: { path: NSD_CHECKZONE.path, words: (zone, file) => [zone, file] },
    words: (folder) => ["-d", "-c", `${folder}/conf`],
    configure: configureNsd,
    ready: /nsd started/,
  },
  {
    name: "Knot DNS",
    skip: KNOTD.skip || KZONECHECK.skip,
    path: KNOTD.path,
    checker: { path: KZONECHECK.path, words: (zone, file) => ["-o", zone, file] },
    words: (folder) => ["-c", `${folder}/conf`],
    configure: configureKnot,
    ready: /server started/,
  },
];
