import { HEX_DRAWS, printHexPattern } from "./hex-pattern.ts";
import { listNotes } from "./notes.ts";
import { printHost, printPath, printPattern, printPrefix } from "./print-checked.ts";
import type { DrawKey, MirrorSet, RedirectPool, RedirectRenderer } from "./redirect-pool.ts";
import { printRefusedPath } from "./refused-path.ts";
import { shareOut } from "./share-out.ts";

/** UNIQUE_ID is another for each request, but not random: its hash is. */
const KEYS: Readonly<Record<DrawKey, string>> = {
  request: "%{env:UNIQUE_ID}",
  client: "'%{REMOTE_ADDR} %{HTTP_USER_AGENT}'",
};

/** Renders a rule with its conditions. The request line is the only place where the path stands as it was sent. */
function renderRule({ path }: RedirectPool, conditions: readonly string[], action: string): string {
  const lines = conditions.map((condition) => `RewriteCond ${condition}\n`);
  return `${lines.join("")}RewriteRule "^${printPattern(printPath(path))}" ${action}\n`;
}

/** Both backslashes: in a flag's value "%2" would stand for what a condition matched. */
function printValue(url_prefix: string): string {
  return printPrefix(url_prefix).replaceAll("%", String.raw`\%`);
}

function renderSet(pool: RedirectPool, set: MirrorSet, index: number): string {
  const rules = shareOut(set, HEX_DRAWS).map(({ mirror, first, end }) => {
    const condition = `%{ENV:FAIRMIRROR_SET}-%{ENV:FAIRMIRROR_DRAW} "^${index}-${printHexPattern(first, end)}"`;
    return renderRule(pool, [condition], `"-" [E=FAIRMIRROR_MIRROR:${printValue(mirror.url_prefix)}]`);
  });
  return rules.join("");
}

function renderRefusals(pool: RedirectPool): string {
  const refused = `%{THE_REQUEST} "^[A-Z]+ ${printRefusedPath(String.raw`\?| `)}" [NC]`;
  return [
    renderRule(pool, ["%{REQUEST_METHOD} !^(?:GET|HEAD)$"], '"-" [R=405,L]'),
    renderRule(pool, [refused], '"-" [R=404,L]'),
  ].join("");
}

/** Chooses the set: the shortest beginning first, so that the longest has the last word. */
function renderChoice(pool: RedirectPool): string {
  const exceptions = [...pool.exceptions].reverse().map(({ beginning, set }) => {
    const condition = `%{THE_REQUEST} "^[A-Z]+ ${printPattern(pool.path + beginning)}"`;
    return renderRule(pool, [condition], `"-" [E=FAIRMIRROR_SET:${set}]`);
  });
  return [renderRule(pool, [], '"-" [E=FAIRMIRROR_SET:0]'), ...exceptions].join("");
}

function renderDraw(pool: RedirectPool, key: DrawKey): string {
  const condition = `expr "md5(${KEYS[key]}) =~ /^([0-9a-f]{4})/"`;
  return renderRule(pool, [condition], '"-" [E=FAIRMIRROR_DRAW:%1]');
}

/** A "?" of the request's must meet one of the rule's own: otherwise Apache takes it for a forgery, and answers 403. */
function renderRedirects(pool: RedirectPool): string {
  const hasMirror = '%{ENV:FAIRMIRROR_MIRROR} "^h"';
  const path = `%{THE_REQUEST} "^[A-Z]+ ${printPattern(pool.path)}([^ ?]*)`;
  return [
    renderRule(pool, [hasMirror, String.raw`${path}\?([^ ]*) "`], '"%{ENV:FAIRMIRROR_MIRROR}%1?%2" [R=302,NE,L]'),
    renderRule(pool, [hasMirror, `${path} "`], '"%{ENV:FAIRMIRROR_MIRROR}%1" [R=302,NE,L]'),
    renderRule(pool, [], '"-" [R=404,L]'),
  ].join("");
}

/** Without the module every request would have the same draw. */
const UNIQUE_ID_CHECK = `<IfModule !unique_id_module>
    Error "fairmirror draws by UNIQUE_ID: a2enmod unique_id"
</IfModule>
`;

function renderHead({ host, path }: RedirectPool, key: DrawKey): string {
  return `# Made by "fairmirror redirect --format apache"; the next run replaces it.
# The <VirtualHost> of ${printHost(host)} includes it.
# It takes modules: a2enmod rewrite headers unique_id
${key === "request" ? UNIQUE_ID_CHECK : ""}TraceEnable off
AllowEncodedSlashes NoDecode
<Location "${printPath(path)}">
    Header always set Cache-Control no-store
    Header always set Allow "GET, HEAD" "expr=%{REQUEST_STATUS} == 405"
</Location>
RewriteEngine On
`;
}

/** Renders rules for Apache's mod_rewrite, exact to a part in 65,536. They go inside of a VirtualHost. */
export const renderApache: RedirectRenderer = (pool, key) => ({
  text: [
    renderHead(pool, key),
    renderRefusals(pool),
    renderDraw(pool, key),
    renderChoice(pool),
    ...pool.sets.map((set, index) => renderSet(pool, set, index)),
    renderRedirects(pool),
  ].join(""),
  notes: listNotes(pool, HEX_DRAWS),
});
