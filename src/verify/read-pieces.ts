type Bytes = Uint8Array<ArrayBuffer>;

function findByteReader(stream: ReadableStream<Bytes>): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    // Not a byte stream: Safari before 26.2.
    return undefined;
  }
}

/** A read gives as much as there is at the moment, so a piece takes several. */
async function* readByteStream(reader: ReadableStreamBYOBReader, length: number): AsyncGenerator<Bytes> {
  let buffer = new ArrayBuffer(length);
  for (;;) {
    let filled = 0;
    let isDone = false;
    while (filled < length && !isDone) {
      const { value, done } = await reader.read(new Uint8Array(buffer, filled, length - filled));
      isDone = done || !value;
      if (!value) break;
      // The buffer went to the stream and came back as another.
      buffer = value.buffer;
      filled += value.byteLength;
    }
    if (filled > 0) yield new Uint8Array(buffer, 0, filled);
    if (isDone) return;
  }
}

async function* readStream(reader: ReadableStreamDefaultReader<Bytes>, length: number): AsyncGenerator<Bytes> {
  const piece = new Uint8Array(length);
  let filled = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    for (let at = 0; at < value.length;) {
      const part = value.subarray(at, at + length - filled);
      piece.set(part, filled);
      at += part.length;
      filled = (filled + part.length) % length;
      if (filled === 0) yield piece;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

async function* readSlices(blob: Blob, length: number): AsyncGenerator<Bytes> {
  for (let start = 0; start < blob.size; start += length)
    yield new Uint8Array(await blob.slice(start, start + length).arrayBuffer());
}

/**
 * Reads a file piece by piece, in constant memory: as a byte stream into one buffer, which is the quickest where there is one; else
 * as a stream, else slice by slice. `length` is that of a piece in bytes; the last may be shorter. Each piece is good until the next is asked for. Whoever stops early lets go of the file.
 */
export async function* readPieces(blob: Blob, length: number): AsyncGenerator<Bytes> {
  const stream = (blob as Partial<Blob>).stream?.call(blob) as ReadableStream<Bytes> | undefined;
  if (!stream) {
    yield* readSlices(blob, length);
    return;
  }
  const bytes = findByteReader(stream);
  const reader = bytes ?? stream.getReader();
  try {
    yield* bytes ? readByteStream(bytes, length) : readStream(reader as ReadableStreamDefaultReader<Bytes>, length);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
