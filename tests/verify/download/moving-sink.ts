import type { Sink } from "../../../src/verify/download/download-request.ts";

/** A sink that keeps nothing and moves each buffer, as one does that hands it to a worker: whoever uses the old one fails. */
export const MOVING_SINK: Sink = {
  write: (_position, { buffer }) => Promise.resolve(structuredClone(buffer, { transfer: [buffer] })),
};
