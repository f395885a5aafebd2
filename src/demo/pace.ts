/** How fast bytes are handed out. */
export interface PaceOptions {
  /** How many bytes are handed out at a time. */
  readonly chunkBytes: number;
  /** The most bytes in a second; undefined: as fast as they are taken. */
  readonly bytesPerSecond?: number | undefined;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<unknown>;
}

/**
 * Hands out a buffer in chunks, each after the time it takes at the given rate. Nothing is prepared ahead: a reader that does
 * not ask for more costs neither memory nor time.
 */
export async function* paceChunks(data: Buffer, options: PaceOptions): AsyncGenerator<Buffer, void, void> {
  const { chunkBytes, bytesPerSecond, wait } = options;
  for (let start = 0; start < data.length; start += chunkBytes) {
    const chunk = data.subarray(start, start + chunkBytes);
    if (bytesPerSecond !== undefined) await wait((chunk.length / bytesPerSecond) * 1000);
    yield chunk;
  }
}
