import type { Problem } from "../../core/index.ts";
import { readJson } from "../../ops/read-json.ts";
import { checkProject, type Project } from "../site-project.ts";
import { checkTexts, type TextRule } from "../text-rule.ts";

/** What is built into the extension and can't be changed from outside: the key `extension` of `site/project.json`. */
export interface ExtensionSettings {
  /** What Firefox tells the extension by: a name in the form of a mail address. */
  readonly id: string;
  /** The origin of the project's site; only its pages may talk to the extension. */
  readonly site: string;
  /** The address of the published list of mirrors. */
  readonly pool: string;
  /** The address of the list of releases; its signature and the `.pieces` files lie beside it. */
  readonly releases: string;
}

/** A project that has an extension. */
export interface ExtensionProject extends Project {
  readonly extension: ExtensionSettings;
}

/** What came of a check: the project when all of it is right, and every fault. */
export interface ExtensionCheck {
  readonly project?: ExtensionProject;
  readonly problems: readonly Problem[];
}

const RULES: readonly TextRule[] = [
  {
    pointers: ["/extension/id"],
    pattern: /^[A-Za-z0-9._-]+@[A-Za-z0-9._-]+$/,
    expected: 'a name such as "download@project.example"',
  },
  {
    pointers: ["/extension/site"],
    // Firefox knows no ports in the addresses that an extension is made for.
    pattern: /^https:\/\/[a-z0-9.-]+$/,
    expected: 'the origin of the site such as "https://www.project.example", without a port',
  },
  {
    pointers: ["/extension/pool", "/extension/releases"],
    pattern: /^https:\/\/[a-z0-9.-]+\/[^\s?#]+$/,
    expected: "an https address without a port, query or fragment",
  },
  {
    pointers: ["/signing_key"],
    pattern: /^RW/,
    expected: "the key that the list of releases is signed with: the extension believes nothing else",
  },
];

/** Checks the text of `project.json` for building the extension: all that the site needs, and what is built in. */
export function checkExtension(text: string, { file }: { readonly file: string }): ExtensionCheck {
  const { project, problems } = checkProject(text, { file });
  const { value } = readJson(text, file);
  const faults = RULES.flatMap((rule) => checkTexts(value, rule)).map((problem) => ({ ...problem, file }));
  const all = problems.some(({ pointer }) => pointer === "") ? problems : [...problems, ...faults];
  return project && all.length === 0 ? { project: project as ExtensionProject, problems: [] } : { problems: all };
}
