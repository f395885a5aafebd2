import type { VirtualMirror } from "../verify/download/virtual-network.ts";

/** Three mirrors that serve; `rate` is in bytes a millisecond on each connection. */
export function goodMirrors(rate = Infinity): Readonly<Record<string, VirtualMirror>> {
  const mirror: VirtualMirror = { rate, latencyMs: 0, behave: () => ({ kind: "serves" }) };
  return { "https://one.example/": mirror, "https://two.example/": mirror, "https://three.example/": mirror };
}
