import { spawnSync } from "node:child_process";

/** Installs Debian packages, which takes root; gives what went wrong, if anything did. */
export function installPackages(packages: readonly string[]): string | undefined {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Tests run side by side: whoever comes second waits for the lock.
  const options = ["-qq", "-y", "-o", "DPkg::Lock::Timeout=300"];
  for (const words of [["update"], ["install", "--no-install-recommends", ...packages]]) {
    const done = spawnSync("apt-get", [...options, ...words], { env: environment, encoding: "utf8" });
    if (done.status !== 0) return (done.error?.message ?? done.stderr).trim();
  }
  return undefined;
}
