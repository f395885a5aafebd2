import { showValue } from "../core/show-value.ts";
import { countryCodeFinder } from "./country-code.ts";
import type { Words } from "./type-words.ts";

/** What a text must look like, and what was meant by one that does not, as far as that can be told. */
interface Form {
  readonly expected: string;
  readonly code?: string;
  readonly cure?: string;
  readonly mend?: (text: string) => string | undefined;
}

const SHA256: Form = {
  code: "bad-sha256",
  expected: "64 hexadecimal digits in lower case",
  cure: 'copy what "sha256sum" says, or let "fairmirror release --write" fill it in',
  mend: (text) => findForm(text.trim().toLowerCase(), /^[0-9a-f]{64}$/),
};

const UTC_TIME: Form = {
  code: "bad-time",
  expected: 'a moment in UTC, such as "2026-11-25T04:30:00Z"',
  cure: 'write it so, or let "fairmirror release --write" fill it in',
  mend: mendTime,
};

/** The forms that texts of our files have, by the key that they stand under. */
const FORMS: Readonly<Record<string, Form>> = {
  country: {
    expected: 'two capital letters of ISO 3166-1, such as "DE"',
    cure: "write the code of the country, or leave it out",
    mend: (text) => countryCodeFinder()(text),
  },
  rsync_url: {
    expected: 'an rsync address, such as "rsync://mirror.example.org/project/"',
    cure: "write the whole address, or leave it out",
    mend: mendRsync,
  },
  sha256: SHA256,
  generated: UTC_TIME,
  expires: UTC_TIME,
  time: { ...UTC_TIME, cure: "write it so, or leave it out" },
  path: {
    code: "bad-path",
    expected: 'a path below the mirrors\' prefix, such as "project/1.0/image.iso"',
    cure: "write it as it stands in an address, without a slash at either end",
    mend: mendPath,
  },
  trace_path: {
    expected: 'a path below the mirrors\' prefix, such as "project/trace/master"',
    cure: "write it as it stands in an address, without a slash at either end, or leave it out",
    mend: mendPath,
  },
  check_path: {
    expected: 'a path of letters, digits and "._~/-" below the mirrors\' prefix, such as "project/1.0/SHA256SUMS"',
    cure: "name a small file that every mirror carries, or leave it out",
  },
};

const SOME_FOLDER = "https://mirror.example/";

function findForm(text: string, form: RegExp): string | undefined {
  return form.test(text) ? text : undefined;
}

/** A day alone, or a time of another zone. */
function mendTime(text: string): string | undefined {
  const isKnown = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d))?$/.test(text);
  const time = isKnown ? new Date(text) : undefined;
  return time && !Number.isNaN(time.getTime()) ? time.toISOString().replace(/\.\d+/, "") : undefined;
}

function mendRsync(text: string): string | undefined {
  const [, host = "", path = ""] = /^(?:rsync:\/\/|\/\/)?([\w.-]+)(?:::|\/)(\S*)$/i.exec(text.trim()) ?? [];
  return host.includes(".") ? `rsync://${host}/${path}` : undefined;
}

/** Gives the path as an address would write it, unless it steps up, names a folder, or holds a query. */
function mendPath(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/^\/+/, "")
    .replace(/\/{2,}/g, "/");
  if (plain === "" || /[?#\\]|(^|\/)\.\.?(\/|$)|\/$/.test(plain)) return undefined;
  return new URL(SOME_FOLDER + plain).href.slice(SOME_FOLDER.length);
}

/** The texts that a cure may show whole: a cut one could not be written. */
const MAX_MENDED = 100;

/** Words that a text has not the form it must have. Where no words are known for its key, the description in the schema has to do. */
export function wordForm(field: string, value: unknown, description: unknown): Words {
  const form = Object.hasOwn(FORMS, field) ? FORMS[field] : undefined;
  const { expected = "a text of the form that the schema names", code = "bad-pattern", cure, mend } = form ?? {};
  const mended = typeof value === "string" && value.length <= MAX_MENDED ? mend?.(value) : undefined;
  const isShown = mended !== undefined && mended.length <= MAX_MENDED;
  const named = typeof description === "string" ? `compare it with this: ${description}` : "see the schema";
  return {
    code,
    message: `must be ${expected}, got ${showValue(value)}`,
    cure: isShown ? `write ${showValue(mended)}` : (cure ?? named.replaceAll("\n", " ")),
  };
}
