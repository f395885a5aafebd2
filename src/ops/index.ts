/**
 * The maintainers' decisions, pure: checks, and what is published.
 *
 * @module
 */
export { checkPool, type CheckOptions, type PoolCheck } from "./check-pool.ts";
export { checkReleases, type ReleasesCheck } from "./check-releases.ts";
export { checkStatus, type StatusCheck } from "./check-status.ts";
export { type OmittedMirror, publishPool, type Publication, type PublishOptions } from "./publish-pool.ts";
export { renderProblem } from "./render-problem.ts";
