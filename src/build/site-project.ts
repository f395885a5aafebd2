import type { Problem } from "../core/index.ts";
import { readJson } from "../ops/read-json.ts";
import { checkLogo, type LogoLine } from "./site-logo.ts";
import { COLOR_NAMES, type Colors, contrastRatio } from "./site-theme.ts";
import { checkTexts, findValue, type TextRule } from "./text-rule.ts";

/** What makes the site one project's own: `site/project.json`. */
export interface Project {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly name: string;
  readonly version: string;
  readonly logo: readonly LogoLine[];
  readonly lead: string;
  readonly description: string;
  readonly format: string;
  readonly kind: string;
  readonly notice: string;
  readonly contact: string;
  /** The public key that the list of releases is signed with, as minisign writes it in one line; empty: it is not signed. */
  readonly signing_key: string;
  readonly operators: {
    readonly bandwidth: string;
    readonly storage: string;
    readonly rsync: string;
    readonly sync: string;
  };
  readonly links: { readonly torrent: string; readonly signature: string; readonly source: string };
  readonly colors: { readonly light: Colors; readonly dark: Colors };
}

/** What came of a check: the project when all of it is right, and every fault. */
export interface ProjectCheck {
  readonly project?: Project;
  readonly problems: readonly Problem[];
}

/** The least contrast of text with what it stands on (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

const TEXTS = ["name", "version", "lead", "description", "format", "kind", "notice", "contact"].map(
  (name) => `/${name}`,
);
const OPERATOR_TEXTS = ["bandwidth", "storage", "rsync", "sync"].map((name) => `/operators/${name}`);
const LINKS = ["torrent", "signature", "source"].map((name) => `/links/${name}`);
const SCHEMES = ["light", "dark"] as const;
const COLORS = SCHEMES.flatMap((scheme) => COLOR_NAMES.map((name) => `/colors/${scheme}/${name}`));

/** What stands on what. */
const TEXT_PAIRS = [
  ["text", "background"],
  ["text", "surface"],
  ["muted", "background"],
  ["muted", "surface"],
  ["accent", "background"],
  ["accent", "surface"],
  ["on_accent", "accent"],
] as const;

const RULES: readonly TextRule[] = [
  { pointers: ["/lang"], pattern: /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, expected: 'a language tag such as "en" or "pt-BR"' },
  { pointers: ["/dir"], pattern: /^(ltr|rtl)$/, expected: '"ltr" or "rtl"' },
  { pointers: [...TEXTS, ...OPERATOR_TEXTS], pattern: /\S/, expected: "some text" },
  {
    pointers: LINKS,
    pattern: /^(https:\/\/|\/(?!\/))\S+$/,
    expected: 'an https address or a path that begins with "/"',
  },
  {
    pointers: ["/signing_key"],
    pattern: /^(RW[A-Za-z0-9+/]{54})?$/,
    expected: 'the line of a minisign .pub file that begins with "RW", or "" where the list of releases is not signed',
  },
  { pointers: COLORS, pattern: /^#[0-9a-f]{6}$/, expected: 'a colour such as "#0a6577", in lower case' },
];

function checkContrast({ colors }: Project): Problem[] {
  return SCHEMES.flatMap((scheme) =>
    TEXT_PAIRS.flatMap(([front, back]) => {
      const ratio = contrastRatio(colors[scheme][front], colors[scheme][back]);
      if (ratio >= LEAST_CONTRAST) return [];
      const message = `must have a contrast of ${LEAST_CONTRAST}:1 with "${back}", has ${ratio.toFixed(2)}:1`;
      const cure = "take a darker one in front of a light one, or a lighter one in front of a dark one";
      return [{ code: "low-contrast", pointer: `/colors/${scheme}/${front}`, message, cure }];
    }),
  );
}

/** Checks the text of `project.json`: every place is there, and every text can be read on what it stands on. */
export function checkProject(text: string, { file }: { readonly file: string }): ProjectCheck {
  const { value: data, problems: unread } = readJson(text, file);
  const faults =
    unread.length > 0
      ? unread
      : [...RULES.flatMap((rule) => checkTexts(data, rule)), ...checkLogo(findValue(data, "/logo"))];
  const problems = faults.length > 0 ? faults : checkContrast(data as Project);
  if (problems.length > 0) return { problems: problems.map((problem) => ({ ...problem, file })) };
  return { project: data as Project, problems: [] };
}
