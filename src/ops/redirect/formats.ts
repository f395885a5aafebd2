import { renderApache } from "./apache.ts";
import { renderCaddy } from "./caddy.ts";
import { renderNginx } from "./nginx.ts";
import type { RedirectFormat } from "./redirect-format.ts";

const NO_CHECKS =
  "none of its own: `probe`, `redirect` and a reload, as often as cron runs them; no TTL holds old answers";
const ADDRESSES = "any number: visitors are sent to the mirror's own name";
const EFFORT = "a web server that always answers, with a certificate for the name, and one file";

/** Every web server that redirects can be rendered for, by the name that `--format` takes, in the order of the help. */
export const REDIRECT_FORMATS = {
  nginx: {
    render: renderNginx,
    keys: ["request", "client"],
    file: "/etc/nginx/conf.d/fairmirror.conf",
    engines: "nginx",
    weights: "exact to 0.01 % (`split_clients`), for each request or for each client",
    checks: NO_CHECKS,
    addresses: ADDRESSES,
    scale: "a large part of the web; each download costs it one small answer",
    effort: EFFORT,
    deploy: [
      "fairmirror redirect --format nginx --output /etc/nginx/conf.d/fairmirror.conf --write",
      "# once: copy the location block from the head of that file into the server block of the name",
      "nginx -t && systemctl reload nginx",
    ],
  },
  caddy: {
    render: renderCaddy,
    keys: ["request"],
    file: "/etc/caddy/fairmirror.caddy",
    engines: "Caddy 2.6 and later",
    weights: "exact to 0.002 % (ranges of a random UUID), for each request",
    checks: NO_CHECKS,
    addresses: ADDRESSES,
    scale: "sites of any size; each download costs it one small answer",
    effort: "a web server that always answers; it gets the name's certificate by itself, and one file",
    deploy: [
      "fairmirror redirect --format caddy --output /etc/caddy/fairmirror.caddy --write",
      "# once, in the Caddyfile: dl.example.org { import fairmirror.caddy }",
      "caddy validate --config /etc/caddy/Caddyfile && systemctl reload caddy",
    ],
  },
  apache: {
    render: renderApache,
    keys: ["request", "client"],
    file: "/etc/apache2/fairmirror.conf",
    engines: "Apache 2.4",
    weights: "exact to 0.002 % (ranges of a hash), for each request or for each client",
    checks: NO_CHECKS,
    addresses: ADDRESSES,
    scale: "a large part of the web; each download costs it one small answer, and a rule for each mirror",
    effort: EFFORT,
    deploy: [
      "a2enmod rewrite headers unique_id",
      "fairmirror redirect --format apache --output /etc/apache2/fairmirror.conf --write",
      "# once, in the <VirtualHost> of the name: Include fairmirror.conf",
      "apachectl -t && systemctl reload apache2",
    ],
  },
} as const satisfies Readonly<Record<string, RedirectFormat>>;

/** The name of a web server. */
export type RedirectFormatName = keyof typeof REDIRECT_FORMATS;

/** The names of the web servers, in the order of the help. */
export const REDIRECT_FORMAT_NAMES = Object.keys(REDIRECT_FORMATS) as RedirectFormatName[];
