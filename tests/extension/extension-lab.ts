import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExtension } from "../../src/build/extension/build-extension.ts";
import { makeSecretKey } from "../../src/cli/sign/minisign-crypto.ts";
import { renderKeyLine } from "../../src/verify/public-key.ts";
import type { SecretKey } from "../../src/verify/secret-key.ts";
import type { LabPorts } from "../browser/harness/launch-options.ts";
import { makeCertificate } from "../servers/certificate.ts";
import { makeSampleFile, type SampleFile } from "../verify/download/sample-file.ts";
import { type LabServer, type Mirrors, startLabServer } from "./lab-server.ts";
import { makeProject } from "./project.ts";
import { publishRelease } from "./signed-release.ts";

/** A site, its mirrors, and an extension that was built for them. */
export interface ExtensionLab extends LabPorts, Omit<LabServer, "port" | "close"> {
  /** The unpacked extension. */
  readonly extension: string;
  /** A folder for profiles and downloads. */
  readonly folder: string;
  readonly file: SampleFile;
  readonly secretKey: SecretKey;
  readonly close: () => Promise<void>;
}

/** 16 MiB in 128 pieces: one bad piece is less than one percent. */
const FILE_BYTES = 2 ** 24;
const PIECE_BYTES = 2 ** 17;

/** Every host of the lab. */
const ALL_HOSTS = ["https://*.example/*"];

/** Builds an extension for the lab's site into a folder; gives where it is. */
export async function buildInto(
  folder: string,
  secretKey: SecretKey,
  grantedHosts: readonly string[],
): Promise<string> {
  const [project, output] = [join(folder, "project.json"), join(folder, "extension")];
  await writeFile(project, JSON.stringify(await makeProject(renderKeyLine(secretKey))));
  await buildExtension({ project, output, grantedHosts });
  return output;
}

/** What a lab may have otherwise than usual. */
export interface LabOptions {
  /** The hosts that the extension may ask; for others it must ask its user. */
  readonly grantedHosts?: readonly string[];
  readonly file?: SampleFile;
}

/** Starts a lab with some mirrors of a file, which the extension may ask. */
export async function startExtensionLab(
  mirrors: Mirrors,
  { grantedHosts = ALL_HOSTS, file = makeSampleFile(FILE_BYTES, PIECE_BYTES) }: LabOptions = {},
): Promise<ExtensionLab> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-extension-"));
  const secretKey = makeSecretKey();
  const certificate = await makeCertificate(["*.example"]);
  const server = await startLabServer(certificate, publishRelease(file, secretKey), file.bytes);
  server.serve(mirrors);
  return {
    ...{ ...server, folder, file, secretKey, spki: certificate.spki },
    ...{ httpPort: server.plainPort, httpsPort: server.port, proxyPort: server.port },
    extension: await buildInto(folder, secretKey, grantedHosts),
    close: async () => {
      server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
