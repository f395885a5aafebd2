import { dirname, join } from "node:path";
import type { RedirectFormatName } from "../../../src/ops/redirect/formats.ts";
import type { EngineFolder } from "./engine-folder.ts";
import { type EngineProgram, findEngine } from "./find-engine.ts";

/** Where a web server is to be. */
export interface RedirectorPlace {
  readonly folder: EngineFolder;
  readonly port: number;
}

/** The words that a web server takes. */
export interface RedirectorWords {
  /** For its own checker. */
  readonly check: readonly string[];
  /** To run in the foreground. */
  readonly run: readonly string[];
}

/** A web server that redirects are rendered for. */
export interface RedirectorKind {
  readonly format: RedirectFormatName;
  readonly find: () => EngineProgram;
  /** Puts what was rendered into a whole configuration, as its head says. */
  readonly configure: (rendered: string, place: RedirectorPlace) => Promise<RedirectorWords>;
}

/** What the head of nginx's file tells people to put into the server block. */
function readLocation(rendered: string): string {
  const lines = rendered.split("\n").filter((line) => line.startsWith("#     "));
  return lines.map((line) => line.slice(2)).join("\n");
}

const nginx: RedirectorKind = {
  format: "nginx",
  find: () => findEngine("nginx", ["nginx"]),
  configure: async (rendered, { folder, port }) => {
    const conf = await folder.write("conf.d/fairmirror.conf", rendered);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (kind) => `${kind}_temp_path ${folder.path}/${kind};`,
    );
    const root = await folder.makeFolder("root");
    const server = `server { listen 127.0.0.1:${port}; root ${root};\n${readLocation(rendered)}\n}`;
    const http = [`pid ${folder.path}/pid;`, "events {}", "http {", "access_log off;", ...temporary];
    const file = await folder.write("nginx.conf", [...http, `include ${conf};`, server, "}\n"].join("\n"));
    const words = ["-e", "stderr", "-c", file];
    return { check: ["-t", ...words], run: [...words, "-g", "daemon off;"] };
  },
};

const caddy: RedirectorKind = {
  format: "caddy",
  find: () => findEngine("caddy", ["caddy"]),
  configure: async (rendered, { folder, port }) => {
    await folder.write("fairmirror.caddy", rendered);
    const site = `http://:${port} {\n\tbind 127.0.0.1\n\timport fairmirror.caddy\n\trespond 404\n}\n`;
    const file = await folder.write("Caddyfile", `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
    const words = ["--adapter", "caddyfile", "--config", file];
    return { check: ["validate", ...words], run: ["run", ...words] };
  },
};

const APACHE_MODULES = ["mpm_event", "authz_core", "rewrite", "headers", "unique_id"];

const apache: RedirectorKind = {
  format: "apache",
  find: () => findEngine("apache2", ["apache2-bin"]),
  configure: async (rendered, { folder, port }) => {
    const conf = await folder.write("fairmirror.conf", rendered);
    const root = await folder.makeFolder("root");
    const modules = APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    const head = [`ServerRoot ${dirname(conf)}`, `PidFile ${join(folder.path, "pid")}`, "Mutex pthread"];
    const host = ["ServerName dl.example", `DocumentRoot ${root}`, `ErrorLog ${join(folder.path, "error.log")}`];
    const site = [`<VirtualHost *:${port}>`, `Include ${conf}`, "</VirtualHost>\n"];
    const lines = [...head, `Listen 127.0.0.1:${port}`, ...modules, ...host, ...site];
    const file = await folder.write("apache2.conf", lines.join("\n"));
    return { check: ["-t", "-f", file], run: ["-DFOREGROUND", "-f", file] };
  },
};

/** Every web server that redirects are rendered for. */
export const REDIRECTOR_KINDS = { nginx, caddy, apache } as const satisfies Record<RedirectFormatName, RedirectorKind>;
