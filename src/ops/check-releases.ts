import type { ErrorObject } from "ajv";
import type { Problem } from "../core/problem.ts";
import { normalizeUrl } from "../core/url-prefix.ts";
import type { Releases } from "../verify/releases.ts";
import { checkSchema, type Words } from "./check-schema.ts";
import { readJson } from "./read-json.ts";
import { duplicateFile } from "./rules/duplicate-file.ts";
import { toRuleFolder } from "./rules/rule-folder.ts";
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

/** Checks that the text of `releases.json` has the shape of releases, whatever it means: see `checkReleases`. */
export function checkReleasesShape(text: string, { file }: { readonly file: string }): ReleasesCheck {
  const { value, problems } = readJson(text, file);
  if (problems.length > 0) return { releases: undefined, problems };
  const formats = { "release-path": isReleasePath };
  const faults = checkSchema(value, { schema: RELEASES_SCHEMA, file, formats, wording: wordError });
  return { releases: faults.length > 0 ? undefined : (value as Releases), problems: faults };
}

/** Checks the text of `releases.json` strictly: everything that is wrong, at once. */
export function checkReleases(text: string, { file }: { readonly file: string }): ReleasesCheck {
  const { releases, problems } = checkReleasesShape(text, { file });
  if (!releases) return { releases, problems };
  const { files } = toRuleFolder({});
  const meanings = duplicateFile.check(toRuleFolder({ releases, files: { ...files, releases: file } }));
  return { releases: meanings.length > 0 ? undefined : releases, problems: meanings };
}
