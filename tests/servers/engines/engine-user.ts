/** Debian's "nobody" and "nogroup". */
const NOBODY = { uid: 65534, gid: 65534 };

/** Whom engines run as: nobody where this process is root, else this process's own user (undefined). High ports need no more. */
export function findEngineUser(): { readonly uid: number; readonly gid: number } | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}
