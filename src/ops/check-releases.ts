import type { ErrorObject } from "ajv";
import type { Problem } from "../core/problem.ts";
import { isReleasePath } from "../verify/is-release-path.ts";
import { isUtcTime } from "../verify/is-utc-time.ts";
import type { Releases } from "../verify/releases.ts";
import { checkSchema, type Formats, type Words } from "./check-schema.ts";
import { keepRight, type Readable } from "./keep-right.ts";
import { readJson } from "./read-json.ts";
import { duplicateFile } from "./rules/duplicate-file.ts";
import { futureList } from "./rules/future-list.ts";
import { toRuleFolder } from "./rules/rule-folder.ts";
import { wordFault } from "./schema-words.ts";
import { RELEASES_SCHEMA } from "./schemas.generated.ts";

/** What came of a strict check: the releases when nothing is wrong, else everything that is. */
export interface ReleasesCheck {
  readonly releases: Releases | undefined;
  readonly problems: Problem[];
}

const FILL_IN = 'let "fairmirror release --write" fill it in';

/** What tells of a file's bytes is not written by hand. */
function wordError(error: ErrorObject): Words | undefined {
  const isMeasured = /\/(size|sha256|pieces(\/length|\/sha256)?)$/.test(error.instancePath);
  const field = error.instancePath.slice(error.instancePath.lastIndexOf("/") + 1);
  return isMeasured && error.keyword !== "additionalProperties" && error.keyword !== "pattern"
    ? { ...wordFault(error, field), cure: FILL_IN }
    : undefined;
}

const FORMATS: Formats = { "release-path": isReleasePath, "utc-time": isUtcTime };

/** What came of reading releases: they themselves when their shape is right, and what can be read of them where it is not. */
export interface ReleasesShapeCheck extends ReleasesCheck {
  readonly readable: Readable<Releases> | undefined;
}

/** Checks that the text of `releases.json` has the shape of releases, whatever it means: see `checkReleases`. */
export function checkReleasesShape(text: string, { file }: { readonly file: string }): ReleasesShapeCheck {
  const { value, problems: faults } = readJson(text, file);
  if (value === undefined) return { releases: undefined, readable: undefined, problems: faults };
  const check = { schema: RELEASES_SCHEMA, file, formats: FORMATS, wording: wordError };
  const problems = [...faults, ...checkSchema(value, check)];
  const releases = problems.length > 0 ? undefined : (value as Releases);
  return { releases, readable: keepRight<Releases>(value, problems), problems };
}

/** What a list is checked against. */
export interface ReleasesFacts {
  /** What problems call the list. */
  readonly file: string;
  /** With it a list that is dated ahead is a problem. */
  readonly now?: Date;
}

/** Checks the text of `releases.json` strictly: everything that is wrong, shape and meaning, at once. */
export function checkReleases(text: string, { file, now }: ReleasesFacts): ReleasesCheck {
  const { releases, readable, problems: shapes } = checkReleasesShape(text, { file });
  const { files } = toRuleFolder({});
  const folder = toRuleFolder({ releases: readable, files: { ...files, releases: file }, ...(now && { now }) });
  const meanings = [...duplicateFile.check(folder), ...(now ? futureList.check(folder) : [])];
  const problems = [...shapes, ...meanings];
  return { releases: problems.length > 0 ? undefined : releases, problems };
}
