import type { ErrorObject } from "ajv";
import type { Problem } from "../core/problem.ts";
import { normalizeUrl } from "../core/url-prefix.ts";
import type { Releases } from "../verify/releases.ts";
import { checkSchema, type Words } from "./check-schema.ts";
import { readJson } from "./read-json.ts";
import { RELEASES_SCHEMA } from "./schemas.generated.ts";

/** What came of a strict check: the releases when nothing is wrong, else everything that is. */
export interface ReleasesCheck {
  readonly releases: Releases | undefined;
  readonly problems: Problem[];
}

const SOME_FOLDER = "https://mirror.example/";

/** Tells whether a path stays below its folder and stands there as an address would write it. */
function isReleasePath(path: string): boolean {
  return normalizeUrl(SOME_FOLDER + path) === SOME_FOLDER + path && !/[?#]|\/\/|\/$/.test(path);
}

function wordError({ instancePath, keyword }: ErrorObject, value: unknown): Words | undefined {
  if (keyword === "required" || keyword === "additionalProperties") return undefined;
  const got = `got ${JSON.stringify(value)}`;
  if (instancePath.endsWith("/sha256"))
    return { code: "bad-sha256", message: `must be 64 hexadecimal digits in lower case, ${got}` };
  if (instancePath.endsWith("/path"))
    return {
      code: "bad-path",
      message: `must be a path below the mirrors' prefix, such as "project/1.0/image.iso", ${got}`,
    };
  return undefined;
}

function findDuplicates({ files }: Releases, file: string): Problem[] {
  return files.flatMap(({ path }, index) => {
    const first = files.findIndex((other) => other.path === path);
    if (first === index) return [];
    const message = `must stand once, got the path of /files/${first} again`;
    return [{ code: "duplicate-file", file, pointer: `/files/${index}/path`, message, cure: "remove one of the two" }];
  });
}

/** Checks the text of `releases.json` strictly: everything that is wrong, at once. */
export function checkReleases(text: string, { file }: { readonly file: string }): ReleasesCheck {
  const { value, problems } = readJson(text, file);
  if (problems.length > 0) return { releases: undefined, problems };
  const formats = { "release-path": isReleasePath };
  const faults = checkSchema(value, { schema: RELEASES_SCHEMA, file, formats, wording: wordError });
  if (faults.length > 0) return { releases: undefined, problems: faults };
  const releases = value as Releases;
  const meanings = findDuplicates(releases, file);
  return { releases: meanings.length > 0 ? undefined : releases, problems: meanings };
}
