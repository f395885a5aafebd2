import { statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackages } from "./install-packages.ts";

function findProgram(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const paths = folders.map((folder) => join(folder, name));
  return paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/**
 * Gives the path of a program that a test needs: from the PATH, or out of the Debian package, which root installs. Throws an
 * Error that names the cure where it cannot be had: a test without it would prove nothing.
 */
export function ensureProgram(name: string, debianPackage: string): string {
  const present = findProgram(name);
  if (present !== undefined) return present;
  const isRoot = process.getuid?.() === 0 && findProgram("apt-get") !== undefined;
  const fault = isRoot ? installPackages([debianPackage]) : undefined;
  const installed = findProgram(name);
  if (installed !== undefined) return installed;
  const reason = fault === undefined ? "" : ` (apt-get: ${fault})`;
  throw new Error(`${name} was not found${reason}; cure: sudo apt-get install -y ${debianPackage}`);
}
