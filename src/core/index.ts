/**
 * fairmirror's core: reads a pool of mirrors, draws by weight, rewrites addresses. Pure: randomness comes in as an argument;
 * runs in Node, browsers and extensions alike.
 *
 * @module
 */
export { isKnownVersion, isMirror, isOpenTo, isWeight } from "./accept.ts";
export { type Draw, randomDraw } from "./draw.ts";
export { hasPath, orderMirrors } from "./order.ts";
export type { MaintainedMirror, MaintainedPool, Mirror, Pool, PublicMirror } from "./pool.ts";
export type { Problem } from "./problem.ts";
export { type PoolReading, readPool } from "./read.ts";
export { findMirror, findPath, rewriteToFallback, rewriteUrl } from "./rewrite.ts";
export { sessionDraw } from "./session.ts";
export { expectedShares } from "./shares.ts";
export { isUrlPrefix, normalizeUrl, type PrefixOptions } from "./url-prefix.ts";
