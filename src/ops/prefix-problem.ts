import { isUrlPrefix, normalizeUrl, type PrefixOptions } from "../core/url-prefix.ts";

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

/** Tells what is wrong with a prefix, or undefined when it is right (see `isUrlPrefix`). */
export function findPrefixFault(value: unknown, { dev }: PrefixOptions = {}): PrefixFault | undefined {
  if (isUrlPrefix(value, dev ? { dev } : {})) return undefined;
  const got = `got ${JSON.stringify(value)}`;
  if (typeof value !== "string") return { message: `must be an address, ${got}` };
  const href = normalizeUrl(value);
  const broken = href && RULES.find((rule) => rule.broken(new URL(href), value, Boolean(dev)));
  const message = broken
    ? broken.message
    : href
      ? "must be in normal form"
      : 'must be an absolute address such as "https://mirror.example.org/"';
  const mended = mend(value);
  return { message: `${message}, ${got}`, ...(isUrlPrefix(mended) && { cure: `write ${JSON.stringify(mended)}` }) };
}
