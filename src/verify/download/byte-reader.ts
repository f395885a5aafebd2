/** A body that is read into buffers of the reader's own. */
export interface ByteReader {
  /**
   * Fills some of a view and gives that part, or undefined at the end. The view's buffer may have been moved: the one of the
   * part takes its place.
   */
  readonly read: (view: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Gives the body up; a second time changes nothing. */
  readonly cancel: () => void;
}

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

function ignore(): undefined {
  return undefined;
}

/** Reads without a copy and without garbage, which is most of what a download costs in a browser. */
function readInPlace(reader: ReadableStreamBYOBReader): ByteReader {
  return {
    read: async (view) => {
      const { value, done } = await reader.read(view);
      return done ? undefined : value;
    },
    cancel: () => void reader.cancel().catch(ignore),
  };
}

function readByCopy(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): ByteReader {
  let rest = new Uint8Array();
  const read = async (view: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    while (rest.length === 0) {
      const { value, done } = await reader.read();
      if (done) return undefined;
      rest = value;
    }
    const part = rest.subarray(0, view.length);
    rest = rest.subarray(part.length);
    view.set(part);
    return view.subarray(0, part.length);
  };
  return { read, cancel: () => void reader.cancel().catch(ignore) };
}

/** Makes a reader for a body: in place where it is a stream of bytes, else by copying chunks. */
export function createByteReader(body: Body): ByteReader {
  try {
    return readInPlace(body.getReader({ mode: "byob" }));
  } catch {
    return readByCopy(body.getReader());
  }
}
