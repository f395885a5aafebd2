/** The sample of the first draft; 0 means disabled. */
export const SAMPLE: readonly { readonly host: string; readonly weight: number }[] = [
  { host: "1.dl.example", weight: 10 },
  { host: "5.dl.example", weight: 5 },
  { host: "6.dl.example", weight: 6 },
  { host: "3.dl.example", weight: 0 },
];

/** The sample as a pool. */
export function makeSamplePool(): string {
  const mirrors = SAMPLE.map(({ host, weight }) => ({ url_prefix: `https://${host}/`, weight }));
  return JSON.stringify({ version: 1, fallback_prefix: "https://dl.example/", mirrors });
}

/** The sample as the first draft wrote it: hosts, and weights that are strings. */
export function makeDraftPool(): string {
  const mirrors = SAMPLE.map(({ host, weight }) => ({ url: host, weight: `${weight}` }));
  return JSON.stringify({ mirrors });
}
