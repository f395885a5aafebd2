/** Renders bytes as hexadecimal digits, two a byte. */
export function renderHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
