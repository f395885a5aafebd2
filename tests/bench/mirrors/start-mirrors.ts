import { dirname, join } from "node:path";
import { makeCertificate } from "../../servers/certificate.ts";
import { askTarget } from "../../servers/engines/ask-target.ts";
import { makeEngineFolder } from "../../servers/engines/engine-folder.ts";
import { findFreePort } from "../../servers/engines/find-free-port.ts";
import { startEngine } from "../../servers/engines/start-engine.ts";
import { ensureProgram } from "../../setup/ensure-program.ts";
import { makeImage } from "../check/make-image.ts";

/** The addresses on loopback that stand for three mirrors: programs tell hosts by them. */
export const ADDRESSES = ["127.0.0.1", "127.0.0.2", "127.0.0.3"] as const;

/** Mirrors behind one nginx, and a site beside them. */
export interface BenchMirrors {
  readonly port: number;
  readonly spki: string;
  /** The file that the mirrors carry. */
  readonly file: string;
  /** Puts a file on the site, by its path. */
  readonly put: (path: string, content: Uint8Array) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** What the mirrors are to be like. */
export interface BenchMirrorPlan {
  /** Where the file is below each mirror. */
  readonly path: string;
  readonly mebibytes: number;
  /** Of each connection, in megabytes a second; 0: as fast as it goes. */
  readonly rate: number;
}

function renderConfiguration(folder: string, port: number, rate: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const listen = ADDRESSES.map((address) => `listen ${address}:${port} ssl;`);
  const files = [
    `ssl_certificate ${folder}/cert.pem;`,
    `ssl_certificate_key ${folder}/key.pem;`,
    `root ${folder}/root;`,
  ];
  const server = ["server {", ...listen, ...files, `limit_rate ${rate * 1000}k;`, "}"];
  return [`pid ${folder}/pid;`, "events {}", "http {", "access_log off;", ...temporary, ...server, "}\n"].join("\n");
}

/** Starts mirrors that carry one file, each at an address of its own, over https. */
export async function startMirrors({ path, mebibytes, rate }: BenchMirrorPlan): Promise<BenchMirrors> {
  const [folder, port] = [await makeEngineFolder("mirrors"), await findFreePort()];
  const { key, cert, spki } = await makeCertificate(["*.example"]);
  await folder.write("key.pem", key);
  await folder.write("cert.pem", cert);
  const file = join(folder.path, "root", path);
  await folder.makeFolder(join("root", dirname(path)));
  await makeImage(file, mebibytes);
  const conf = await folder.write("nginx.conf", renderConfiguration(folder.path, port, rate));
  const engine = await startEngine({
    program: ensureProgram("nginx", "nginx"),
    words: ["-e", "stderr", "-c", conf, "-g", "daemon off;"],
    folder: folder.path,
    // It tells those who speak no TLS so.
    isReady: async () => (await askTarget(port, "/")).status > 0,
  });
  return {
    ...{ port, spki, file },
    put: (name, content) => folder.write(join("root", name), content),
    stop: () => engine.stop().finally(folder.remove),
  };
}
