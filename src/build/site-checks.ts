import { basename } from "node:path";
import type { MaintainedPool, Problem } from "../core/index.ts";
import { showValue } from "../core/show-value.ts";
import type { Releases } from "../verify/releases.ts";

/** What stands in a content security policy as one exact host: an asterisk would be a wildcard, a semicolon would end the rule. */
const EXACT_HOST = /^([a-z0-9_-]+\.)*[a-z0-9_-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/;

/** What stands in a shell as it is: visitors paste the commands that name the file. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9._+-]*$/;

function checkHost(url_prefix: string, file: string, pointer: string): Problem[] {
  if (EXACT_HOST.test(new URL(url_prefix).host)) return [];
  const message = `must have a host of letters, digits, hyphens and dots, got ${showValue(url_prefix)}`;
  return [{ code: "bad-host", file, pointer, message, cure: "write the full name of one host" }];
}

function checkFallback({ fallback_prefix }: MaintainedPool, file: string): Problem[] {
  const pointer = "/fallback_prefix";
  if (fallback_prefix !== undefined) return checkHost(fallback_prefix, file, pointer);
  const message = "must be there, because the links of the site begin with it";
  const cure = 'write the address of the fallback, such as "https://dl.project.example/"';
  return [{ code: "no-fallback-prefix", file, pointer, message, cure }];
}

/** Finds what is right in a pool, but would mean something else in the site's content security policy; and a missing fallback. */
export function checkHosts(pool: MaintainedPool, file: string): Problem[] {
  const faults = pool.mirrors.flatMap(({ url_prefix }, index) =>
    checkHost(url_prefix, file, `/mirrors/${index}/url_prefix`),
  );
  return [...checkFallback(pool, file), ...faults];
}

/** Finds the files whose names a shell would read as something else. */
export function checkFileNames({ files }: Releases, file: string): Problem[] {
  return files.flatMap(({ path }, index) => {
    if (PLAIN_NAME.test(basename(path))) return [];
    const message = `must end in a name of letters, digits and "._+-", got ${showValue(path)}`;
    return [{ code: "bad-name", file, pointer: `/files/${index}/path`, message, cure: "rename the file" }];
  });
}
