import { generate } from "selfsigned";

/** A certificate and its key, both PEM. */
export interface ProbeCertificate {
  readonly key: string;
  readonly cert: string;
}

/** What a certificate is for. */
export interface CertificateOptions {
  readonly names: readonly [string, ...string[]];
  /** From now; below 0 makes one that is over. */
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** Makes a certificate that vouches for itself, for so many days from now and half a day more. */
export async function makeProbeCertificate({ names, days }: CertificateOptions): Promise<ProbeCertificate> {
  const now = Date.now();
  const { private: key, cert } = await generate([{ name: "commonName", value: names[0] }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now - 30 * DAY_MS),
    notAfterDate: new Date(now + (days + 0.5) * DAY_MS),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: names.map((name) => ({ type: 2, value: name })) },
    ],
  });
  return { key, cert };
}
