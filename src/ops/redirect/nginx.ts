import { listNotes } from "./notes.ts";
import { printHost, printPath, printPattern, printPrefix } from "./print-checked.ts";
import type { DrawKey, MirrorSet, RedirectPool, RedirectRenderer } from "./redirect-pool.ts";
import { printRefusedPath } from "./refused-path.ts";
import { shareOut } from "./share-out.ts";

/** split_clients reads percentages with two digits behind the point. */
const NGINX_DRAWS = 10_000;

/** `$request_id` is 16 random bytes, anew for each request. nginx keeps neither; a hash of it is compared and forgotten. */
const KEYS: Readonly<Record<DrawKey, string>> = { request: "$request_id", client: "$remote_addr $http_user_agent" };

/** Renders what goes into the server block, once and for all: it does not change with the mirrors. */
export function renderNginxLocation({ path }: Pick<RedirectPool, "path">): string {
  return `location ^~ ${printPath(path)} {
    if ($request_method !~ ^(GET|HEAD)$) {
        add_header Allow "GET, HEAD" always;
        add_header Cache-Control no-store always;
        return 405;
    }
    if ($fairmirror_location = "") {
        add_header Cache-Control no-store always;
        return 404;
    }
    add_header Cache-Control no-store always;
    return 302 $fairmirror_location;
}
`;
}

function renderSet(set: MirrorSet, index: number, key: DrawKey): string {
  // The last one gets the rest, which is its part: the parts sum to 100 %.
  const lines = shareOut(set, NGINX_DRAWS).map(({ mirror, first, end }) => {
    const part = end === NGINX_DRAWS ? "*" : `${(((end - first) * 100) / NGINX_DRAWS).toFixed(2)}%`;
    return `    ${part} "${printPrefix(mirror.url_prefix)}";\n`;
  });
  return `split_clients "${KEYS[key]}" $fairmirror_mirror_${index} {\n${lines.join("")}}\n`;
}

function renderRedirect({ path, sets }: RedirectPool, set: number, beginning = ""): string {
  const pattern = `~^${printPattern(path)}(?<fairmirror_path_${set}>${printPattern(beginning)}.*)$`;
  const location = sets[set]?.length ? `$fairmirror_mirror_${set}$fairmirror_path_${set}` : "";
  return `    "${pattern}" "${location}";\n`;
}

function renderMap(pool: RedirectPool): string {
  const exceptions = pool.exceptions.map(({ beginning, set }) => renderRedirect(pool, set, beginning));
  const refused = `    "~*^${printRefusedPath(String.raw`\?|$`)}" "";\n`;
  return `map $request_uri $fairmirror_location {
    default "";
${refused}${exceptions.join("")}${renderRedirect(pool, 0)}}
`;
}

function renderHead(pool: RedirectPool): string {
  const location = renderNginxLocation(pool).trimEnd().replaceAll(/^/gm, "#     ");
  return `# Made by "fairmirror redirect --format nginx"; the next run replaces it.
# It goes into the http block, such as into /etc/nginx/conf.d/. The server block of ${printHost(pool.host)} gets this, once:
#
${location}
`;
}

/** Renders nginx's split_clients and map, exact to 0.01 %. */
export const renderNginx: RedirectRenderer = (pool, key) => {
  const sets = pool.sets.map((set, index) => (set.length > 0 ? renderSet(set, index, key) : ""));
  const parts = [renderHead(pool), ...sets, renderMap(pool)].filter((part) => part !== "");
  return { text: parts.join("\n"), notes: listNotes(pool, NGINX_DRAWS) };
};
