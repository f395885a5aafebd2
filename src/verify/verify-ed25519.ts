import { hashes, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

/** Copies bytes into memory of their own, which WebCrypto's types ask for. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

async function verifyNatively(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const imported = await crypto.subtle.importKey("raw", own(key), { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, imported, own(signature), own(message));
}

function verifyByLibrary(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  hashes.sha512 = sha512;
  try {
    return verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

/**
 * Tells whether an Ed25519 signature (RFC 8032) is right: by WebCrypto where it knows the curve (Chromium 137, Firefox 129, Safari
 * 17, Node 20), else by @noble/ed25519. Never rejects: a key or a signature that cannot be read is not right.
 */
export async function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    return await verifyNatively(key, message, signature);
  } catch {
    // No such curve; or no WebCrypto at all, as on a page that came over http.
    return verifyByLibrary(key, message, signature);
  }
}
