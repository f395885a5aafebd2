import { showValue } from "../core/show-value.ts";
import { isUrlPrefix, normalizeUrl, type PrefixOptions } from "../core/url-prefix.ts";
import { isUnreachableHost } from "./is-unreachable-host.ts";

/** Why a prefix is refused, and what to write instead when that can be told. */
export interface PrefixFault {
  readonly message: string;
  readonly cure?: string;
}

/** The rules of a prefix, each with the words for who breaks it; the first that fails is told. */
const RULES: readonly {
  readonly broken: (url: URL, text: string, dev: boolean) => boolean;
  readonly message: string;
}[] = [
  {
    broken: (url, _, dev) => !hasSafeScheme(url, dev),
    message: "must begin with https:// (http:// is for .onion names only)",
  },
  {
    broken: ({ hostname }) => !/^[\w.-]+$/.test(hostname),
    message: 'must have a host of letters, digits, "-" and "."',
  },
  { broken: ({ username, password }) => username + password !== "", message: "must not carry a user name or password" },
  { broken: (_, text) => /[?#]/.test(text), message: "must not carry a query or fragment" },
  { broken: (_, text) => !text.endsWith("/"), message: 'must end in "/"' },
];

function hasSafeScheme({ protocol, hostname }: URL, dev: boolean): boolean {
  if (protocol === "https:") return true;
  return protocol === "http:" && (hostname.endsWith(".onion") || (dev && /^(localhost|127\.0\.0\.1)$/.test(hostname)));
}

function mend(text: string): string {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text.replace(/^\/+/, "")}`;
  const url = normalizeUrl(withScheme.replace(/[?#].*$/s, ""));
  if (!url) return "";
  const parsed = new URL(url);
  parsed.username = parsed.password = "";
  if (parsed.protocol === "http:" && !parsed.hostname.endsWith(".onion")) parsed.protocol = "https:";
  return parsed.href.endsWith("/") ? parsed.href : `${parsed.href}/`;
}

const UNREACHABLE: PrefixFault = {
  message: "must have a host that everyone reaches",
  cure: "write the full public name of the mirror",
};

/** The texts that a cure may show whole: a cut one could not be written. */
const MAX_CURE = 500;

function findBroken(text: string, dev: boolean): PrefixFault {
  const href = normalizeUrl(text);
  if (href === undefined) return { message: 'must be an absolute address such as "https://mirror.example.org/"' };
  const url = new URL(href);
  if (/^https?:$/.test(url.protocol) && isUnreachableHost(url.hostname, { dev })) return UNREACHABLE;
  const broken = RULES.find((rule) => rule.broken(url, text, dev));
  return { message: broken?.message ?? "must be in normal form" };
}

/** Gives what was meant, when that is a right prefix; never one that another rule would refuse. */
function findMended(text: string, dev: boolean): string | undefined {
  const mended = mend(text);
  if (mended.length > MAX_CURE || !isUrlPrefix(mended)) return undefined;
  return isUnreachableHost(new URL(mended).hostname, { dev }) ? undefined : mended;
}

/** Tells what is wrong with a prefix, or undefined when it is right (see `isUrlPrefix`). */
export function findPrefixFault(value: unknown, { dev }: PrefixOptions = {}): PrefixFault | undefined {
  if (isUrlPrefix(value, dev ? { dev } : {})) return undefined;
  const got = `got ${showValue(value)}`;
  const example = 'write an address such as "https://mirror.example.org/project/"';
  if (typeof value !== "string") return { message: `must be an address, ${got}`, cure: example };
  const { message, cure = example } = findBroken(value, Boolean(dev));
  const mended = findMended(value, Boolean(dev));
  return { message: `${message}, ${got}`, cure: mended === undefined ? cure : `write ${JSON.stringify(mended)}` };
}
