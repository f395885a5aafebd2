/** Names that lists use for countries beside the one that Unicode's English names have. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "bosnia and herzegovina": "BA",
  burma: "MM",
  "cape verde": "CV",
  "czech republic": "CZ",
  "great britain": "GB",
  "hong kong": "HK",
  korea: "KR",
  "republic of korea": "KR",
  macao: "MO",
  macedonia: "MK",
  "republic of moldova": "MD",
  "russian federation": "RU",
  swaziland: "SZ",
  "taiwan, province of china": "TW",
  "the netherlands": "NL",
  turkey: "TR",
  usa: "US",
  "united states of america": "US",
  "viet nam": "VN",
};

/** Codes that Unicode names, and that are no country a mirror stands in. */
const NO_COUNTRIES = ["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"];

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

function simplify(name: string): string {
  return name.trim().toLowerCase().replaceAll("_", " ").replaceAll("&", "and").replace(/\s+/g, " ");
}

/** Gives the code of each name, lower case. */
function listCodes(names: Intl.DisplayNames): Map<string, string> {
  const named = CODES.filter((code) => findCode(code, names) === code).map((code): [string, string] => [
    simplify(names.of(code) ?? ""),
    code,
  ]);
  return new Map([...named, ...Object.entries(OTHER_NAMES)]);
}

/** Replaces a code that was withdrawn, such as UK or DD, by the one that took its place. */
function canonicalize(code: string): string | undefined {
  return new Intl.Locale(`und-${code}`).region;
}

/** Gives the code that stands for a country today, or undefined when two letters name none. */
function findCode(letters: string, names: Intl.DisplayNames): string | undefined {
  const code = canonicalize(letters);
  return code === undefined || NO_COUNTRIES.includes(code) || names.of(code) === undefined ? undefined : code;
}

/** Makes a finder of the two capital letters (ISO 3166-1 alpha-2) for a country's code or English name, in any case. */
export function countryCodeFinder(): (text: string) => string | undefined {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  let codes: Map<string, string> | undefined;
  return (text) => {
    const letters = text.trim().toUpperCase();
    if (/^[A-Z]{2}$/.test(letters)) return findCode(letters, names);
    codes ??= listCodes(names);
    return codes.get(simplify(text));
  };
}
