import { statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Debian keeps servers: not on the PATH of people who are not root. */
const SERVER_FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

/** Finds a program on the PATH, or where servers are kept; gives its path. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const paths = [...folders, ...SERVER_FOLDERS].map((folder) => join(folder, name));
  return paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
