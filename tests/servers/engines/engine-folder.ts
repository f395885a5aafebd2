import { chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findEngineUser } from "./engine-user.ts";

/** A temporary folder that belongs to the user whom the engine runs as. */
export interface EngineFolder {
  readonly path: string;
  /** Writes a file (`zones/dl.example`), with the folders above it; gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  /** Makes a folder in it; gives its path. */
  readonly makeFolder: (name: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

async function handOver(path: string): Promise<string> {
  const user = findEngineUser();
  if (user) await chown(path, user.uid, user.gid);
  return path;
}

/** Makes an empty folder for an engine: configuration, zones, sockets and logs all go there. */
export async function makeEngineFolder(name: string): Promise<EngineFolder> {
  const path = await handOver(await mkdtemp(join(tmpdir(), `fairmirror-${name}-`)));
  const makeFolder = async (below: string): Promise<string> => {
    const folder = join(path, below);
    const first = await mkdir(folder, { recursive: true });
    return first === undefined ? folder : handOver(folder);
  };
  return {
    path,
    makeFolder,
    write: async (below, content) => {
      await makeFolder(dirname(below));
      await writeFile(join(path, below), content);
      return handOver(join(path, below));
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
