import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExtension } from "../../src/build/extension/build-extension.ts";
import { makeSecretKey } from "../../src/cli/sign/minisign-crypto.ts";
import { renderKeyLine } from "../../src/verify/minisign.ts";
import type { SecretKey } from "../../src/verify/secret-key.ts";
import type { LabPorts } from "../browser/harness/launch-options.ts";
import { makeCertificate } from "../servers/certificate.ts";
import { SITE_HOST } from "../servers/hosts.ts";
import { answerAs } from "../verify/download/mirror-server.ts";
import { makeSampleFile, type SampleFile } from "../verify/download/sample-file.ts";
import type { VirtualMirror } from "../verify/download/virtual-network.ts";
import { makeProject } from "./project.ts";
import { publishRelease } from "./signed-release.ts";

/** What a mirror was asked for. */
export interface Asking {
  readonly host: string;
  readonly range: string | undefined;
}

/** A site, its mirrors, and an extension that was built for them. */
export interface ExtensionLab extends LabPorts {
  /** The unpacked extension; it may ask every host of the lab. */
  readonly extension: string;
  /** A folder for profiles and downloads. */
  readonly folder: string;
  readonly file: SampleFile;
  readonly secretKey: SecretKey;
  /** What the site has, by path. Tests change it; empty: the site is down. */
  readonly site: Map<string, Uint8Array>;
  /** The mirrors, by host, and how each behaves now. */
  readonly mirrors: Map<string, VirtualMirror>;
  readonly askings: readonly Asking[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

/** 16 MiB in 128 pieces: one bad piece is less than one percent. */
const FILE_BYTES = 2 ** 24;
const PIECE_BYTES = 2 ** 17;

const PAGE = `<!doctype html><title>lab</title><h1>lab</h1>`;

/** Renders the pool of some mirrors, each with the same weight. */
export function renderPool(hosts: Iterable<string>): Uint8Array {
  const mirrors = [...hosts].map((host) => ({ url_prefix: `https://${host}/`, weight: 50 }));
  return Buffer.from(JSON.stringify({ version: 1, fallback_prefix: "https://dl.example/", mirrors }));
}

function answerAsSite(site: ReadonlyMap<string, Uint8Array>, response: ServerResponse): void {
  const { url = "/" } = response.req;
  if (site.size === 0) response.destroy();
  else if (url === "/") response.writeHead(200, { "Content-Type": "text/html" }).end(PAGE);
  else if (site.has(url)) response.writeHead(200).end(site.get(url));
  else response.writeHead(404).end();
}

async function buildInto(folder: string, secretKey: SecretKey): Promise<string> {
  const [project, output] = [join(folder, "project.json"), join(folder, "extension")];
  await writeFile(project, JSON.stringify(await makeProject(renderKeyLine(secretKey))));
  await buildExtension({ project, output, grantedHosts: ["https://*.example/*"] });
  return output;
}

/** Starts a lab with some mirrors, by host. */
export async function startExtensionLab(mirrors: ReadonlyMap<string, VirtualMirror>): Promise<ExtensionLab> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-extension-"));
  const [secretKey, file, certificate] = [
    makeSecretKey(),
    makeSampleFile(FILE_BYTES, PIECE_BYTES),
    await makeCertificate(["*.example"]),
  ];
  const site = publishRelease(file, secretKey).set("/mirrors.json", renderPool(mirrors.keys()));
  const askings: Asking[] = [];
  const [known, counts] = [new Map(mirrors), new Map<string, number>()];

  function answerFrom(host: string, response: ServerResponse): void {
    const mirror = known.get(host);
    const number = counts.get(host) ?? 0;
    counts.set(host, number + 1);
    askings.push({ host, range: response.req.headers.range });
    if (!mirror) return void response.writeHead(404).end();
    const asked = { behaviour: mirror.behave(number), rate: mirror.rate, file: file.bytes };
    void answerAs(asked, response).catch(() => response.destroy());
  }

  const server = createServer(certificate, (request: IncomingMessage, response) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    if (host === SITE_HOST) answerAsSite(site, response);
    else if (known.get(host)?.behave(0).kind === "dead") response.destroy();
    else answerFrom(host, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    ...{ httpPort: port, httpsPort: port, proxyPort: port, spki: certificate.spki },
    ...{ folder, file, secretKey, site, mirrors: known, askings, forget: () => void askings.splice(0) },
    extension: await buildInto(folder, secretKey),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
