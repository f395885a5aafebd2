import { makeMember } from "../../ops/dns/dns-pool-sample.ts";
import { findEngine } from "./find-engine.ts";

const SERVER = findEngine("pdns_server", ["pdns-server", "pdns-backend-bind"]);
const UTIL = findEngine("pdnsutil", ["pdns-server", "pdns-backend-bind"]);

/** Where the programs are that the lab starts. */
export const PROGRAMS = { server: SERVER.path, util: UTIL.path };

/** Whether suites are skipped, and why: for want of the programs. */
export const POWERDNS = { skip: SERVER.skip || UTIL.skip };

/** Members enough that their records are split into several strings. */
export const MANY = Array.from({ length: 40 }, (_, index) =>
  makeMember(`m${index}.example`, 1 + index, { a: [`127.0.2.${index + 1}`, `127.0.3.${index + 1}`] }),
);
