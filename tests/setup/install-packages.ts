import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("install-packages.sh", import.meta.url));

/** Tests run side by side: whoever comes second waits here, for apt's lists have a lock that nobody can wait for. */
const LOCK_FILE = join(tmpdir(), "fairmirror-apt.lock");

/** Installs Debian packages, which takes root, and starts none of their services; gives what went wrong, if anything did. */
export function installPackages(packages: readonly string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const done = spawnSync("flock", [LOCK_FILE, "sh", SCRIPT, ...packages], { env, encoding: "utf8" });
  return done.status === 0 ? undefined : (done.error?.message ?? done.stderr).trim();
}
