import { findProgram } from "./find-program.ts";
import { installPackages } from "./install-packages.ts";

/** A program that was found or installed; or what is wrong, with the cure. */
export type ProgramSearch = { readonly path: string } | { readonly fault: string };

/**
 * Looks for a program: on the PATH, or out of Debian packages, which root installs without starting the services they bring.
 * Other packages than the first are what the program needs beside it: they come with it, and are not looked for.
 */
export function searchProgram(name: string, packages: readonly string[]): ProgramSearch {
  const present = findProgram(name);
  if (present !== undefined) return { path: present };
  const isRoot = process.getuid?.() === 0 && findProgram("apt-get") !== undefined;
  const fault = isRoot ? installPackages(packages) : undefined;
  const installed = findProgram(name);
  if (installed !== undefined) return { path: installed };
  const reason = fault === undefined ? "" : ` (apt-get: ${fault})`;
  return { fault: `${name} was not found${reason}; cure: sudo apt-get install -y ${packages.join(" ")}` };
}

/**
 * Gives the path of a program that a test needs, found or installed as `searchProgram` does. Throws an Error that names the cure
 * where it cannot be had: a test without it would prove nothing.
 */
export function ensureProgram(name: string, debianPackage: string): string {
  const search = searchProgram(name, [debianPackage]);
  if ("path" in search) return search.path;
  throw new Error(search.fault);
}
