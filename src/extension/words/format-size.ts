const MEGABYTE = 1e6;
const GIGABYTE = 1e9;

/** Writes a number of bytes as people say it, in a language (BCP 47): "1.5 GB". */
export function formatSize(bytes: number, lang: string): string {
  const isLarge = bytes >= GIGABYTE;
  const unit = isLarge ? "gigabyte" : "megabyte";
  const format = new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(bytes / (isLarge ? GIGABYTE : MEGABYTE));
}
