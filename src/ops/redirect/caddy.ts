import { HEX_DRAWS, printHexPattern } from "./hex-pattern.ts";
import { listNotes } from "./notes.ts";
import { printHost, printPath, printPattern, printPrefix } from "./print-checked.ts";
import type { MirrorSet, RedirectPool, RedirectRenderer } from "./redirect-pool.ts";
import { printRefusedPath } from "./refused-path.ts";
import { shareOut } from "./share-out.ts";

/** The request as it was sent: the other placeholders hold the path decoded, and without its dot segments. */
const TARGET = "{http.request.orig_uri}";

/** The first 48 bits of a UUID of version 4 are random (RFC 9562), and it is another for each request. */
function renderSet(set: MirrorSet, index: number): string {
  const lines = shareOut(set, HEX_DRAWS).map(({ mirror, first, end }) => {
    const draws = end === HEX_DRAWS ? "default" : `\`~^${printHexPattern(first, end)}\``;
    return `\t\t${draws} \`${printPrefix(mirror.url_prefix)}\`\n`;
  });
  return `\tmap {http.request.uuid} {fairmirror_mirror_${index}} {\n${lines.join("")}\t}\n`;
}

function renderRedirect(
  { path, sets }: RedirectPool,
  set: number,
  [name, beginning]: readonly [string, string],
): string {
  const pattern = `^${printPattern(path)}(${printPattern(beginning)}.*)$`;
  const answer = sets[set]?.length
    ? `redir @${name} {fairmirror_mirror_${set}}{http.regexp.${name}.1} 302`
    : `respond @${name} 404`;
  return `\t@${name} vars_regexp ${name} ${TARGET} \`${pattern}\`\n\t${answer}\n`;
}

function renderRefusals(): string {
  return `\theader Cache-Control no-store
\t@fairmirror_method not method GET HEAD
\theader @fairmirror_method Allow "GET, HEAD"
\trespond @fairmirror_method 405
\t@fairmirror_refused vars_regexp ${TARGET} \`(?i)^${printRefusedPath(String.raw`\?|$`)}\`
\trespond @fairmirror_refused 404
`;
}

function renderHead({ host }: RedirectPool): string {
  return `# Made by "fairmirror redirect --format caddy"; the next run replaces it.
# The site block of ${printHost(host)} imports it:
#
#     ${printHost(host)} {
#         import fairmirror.caddy
#     }

`;
}

/**
 * Renders directives for Caddy, exact to a part in 65,536: its own weighted policies are for proxies alone, so a random UUID is
 * compared with ranges. Throws a RangeError for the key "client": Caddy has nothing to hash a client by.
 */
export const renderCaddy: RedirectRenderer = (pool, key) => {
  if (key !== "request") throw new RangeError(`key must be "request", got "${key}"`);
  const sets = pool.sets.map((set, index) => (set.length > 0 ? renderSet(set, index) : ""));
  const exceptions = pool.exceptions.map(({ beginning, set }, index) =>
    renderRedirect(pool, set, [`fairmirror_${index + 1}`, beginning]),
  );
  const redirects = [...exceptions, renderRedirect(pool, 0, ["fairmirror_0", ""])];
  const body = [renderRefusals(), ...sets, ...redirects, "\trespond 404\n"].join("");
  return {
    text: `${renderHead(pool)}route ${printPath(pool.path)}* {\n${body}}\n`,
    notes: listNotes(pool, HEX_DRAWS),
  };
};
