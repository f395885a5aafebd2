/** Which tests to run. */
export interface Choice {
  /** Files for node:test. */
  readonly unit: readonly string[];
  /** Files for Playwright. */
  readonly browser: readonly string[];
}

const SUFFIXES = { unit: ".test.ts", browser: ".spec.ts" } as const;

type Kind = keyof typeof SUFFIXES;

function isKind(word: string): word is Kind {
  return Object.hasOwn(SUFFIXES, word);
}

function chooseFiles(word: string, files: readonly string[]): readonly string[] {
  const chosen = files.filter((file) => (isKind(word) ? file.endsWith(SUFFIXES[word]) : file.includes(word)));
  if (chosen.length > 0) return chosen;
  throw new RangeError(`no test matches "${word}"; write "unit", "browser", or a part of a test file's path`);
}

/**
 * Chooses among the test files: all of them, or those that the words name, each "unit", "browser" or a part of a path. Throws a
 * RangeError for a word that names none, so that a slip of the pen is not a green run.
 */
export function chooseTests(words: readonly string[], files: readonly string[]): Choice {
  const chosen = new Set(words.length > 0 ? words.flatMap((word) => chooseFiles(word, files)) : files);
  const pick = (kind: Kind): string[] => files.filter((file) => chosen.has(file) && file.endsWith(SUFFIXES[kind]));
  return { unit: pick("unit"), browser: pick("browser") };
}
