import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Debian keeps servers: not on the PATH of people who are not root. */
const SERVER_FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // A folder of the PATH may be closed to this user.
    return false;
  }
}

/** Finds a program that may be run, on the PATH or where servers are kept; gives its path. */
export function findProgram(name: string, path = process.env["PATH"] ?? ""): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return [...folders, ...SERVER_FOLDERS].map((folder) => join(folder, name)).find(isProgram);
}
