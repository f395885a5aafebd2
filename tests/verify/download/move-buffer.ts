import type { SinkTools } from "../../../src/verify/download/create-sink.ts";

/** Keeps nothing and moves each buffer, as what hands it to a worker does: whoever uses the old one fails. */
export const moveBuffer: SinkTools["write"] = (_position, { buffer }) =>
  Promise.resolve(structuredClone(buffer, { transfer: [buffer] }));
