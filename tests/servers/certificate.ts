import { createHash, X509Certificate } from "node:crypto";
import { generate } from "selfsigned";

/** A certificate that nobody vouches for, made for one run. */
export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  /** The SHA-256 of its public key in base64, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
  readonly spki: string;
}

const DAY_MS = 86_400_000;

function hashPublicKey(cert: string): string {
  const { publicKey } = new X509Certificate(cert);
  return createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64");
}

/** Makes a certificate for some names. It began yesterday, so that no clock finds it too young. */
export async function makeCertificate(names: readonly [string, ...string[]]): Promise<Certificate> {
  const now = Date.now();
  const { private: key, cert } = await generate([{ name: "commonName", value: names[0] }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + 7 * DAY_MS),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: names.map((name) => ({ type: 2, value: name })) },
    ],
  });
  return { key, cert, spki: hashPublicKey(cert) };
}
