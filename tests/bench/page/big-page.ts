/** How much the page and its pool hold. */
export const BIG_PAGE = { links: 1000, mirrors: 2000 };

const FALLBACK_PREFIX = "https://dl.example/";

const SCRIPT = '<script src="/fairmirror.js" defer data-pool="/mirrors.json"></script>';

/** The pool: weights from 1 to 1000, sponsors and countries as in life. */
export function makeBigPool(): string {
  const mirrors = Array.from({ length: BIG_PAGE.mirrors }, (_, index) => ({
    url_prefix: `https://mirror-${index}.example/pub/project/`,
    weight: 1 + ((index * 7919) % 1000),
    country: ["DE", "FR", "US", "BR", "JP"][index % 5],
    sponsor: `Operator number ${index}`,
  }));
  return JSON.stringify({ version: 1, fallback_prefix: FALLBACK_PREFIX, mirrors });
}

function makeLink(index: number): string {
  const name = `image-${index}.img`;
  return `<li><a class="use-mirror-pool" href="${FALLBACK_PREFIX}stable/${name}">${name}</a></li>`;
}

/** The page, with the script or as it is when the script is taken out. */
export function makeBigPage({ withScript }: { readonly withScript: boolean }): string {
  const links = Array.from({ length: BIG_PAGE.links - 1 }, (_, index) => makeLink(index));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8"><title>${BIG_PAGE.links} links</title><link rel="icon" href="data:,">
${withScript ? SCRIPT : ""}
<p>From <span data-mirror-host>dl.example</span>, or
<a class="use-mirror-pool-on-retry" href="${FALLBACK_PREFIX}stable/image-0.img">another mirror</a></p>
<ul>
${links.join("\n")}
</ul>
`;
}
