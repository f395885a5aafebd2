/** What is wrong and what to do, by the system's code for it. */
const WORDS: Readonly<Record<string, readonly [message: string, cure: string]>> = {
  ENOENT: ["must be there, got no such file or folder", "check the path, or get it back from version control"],
  EACCES: ["must be open to this user, got no permission", "give yourself the right to read and write there"],
  EPERM: ["must be open to this user, got no permission", "give yourself the right to read and write there"],
  EROFS: ["must be writable, got a disk that can only be read", "work in a folder of another disk"],
  ENOSPC: ["must have room, got a full disk", "free some space"],
  EEXIST: ["must be a folder, got a file", "move that file away"],
  ENOTDIR: ["must lie in a folder, got a file in its place", "move that file away"],
  EISDIR: ["must be a file, got a folder", "move that folder away"],
};

/** What `npm run build` makes: who lacks it has not built, or took it away. */
const BUILT = /(^|[\\/])dist[\\/][^\\/]+$/;

function explainSystemFault({ code = "", path = "" }: NodeJS.ErrnoException): string | undefined {
  const [message, cure] = WORDS[code] ?? [];
  if (message === undefined || path === "") return undefined;
  return `${path}: ${message}; ${code === "ENOENT" && BUILT.test(path) ? 'run "npm run build"' : (cure ?? "")}`;
}

/**
 * Gives what to tell people about an error that ended a program: for what the system refused the place, what came and the cure
 * in one line, for everything else the error's own message; never a stack.
 */
export function explainFault(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return explainSystemFault(fault) ?? fault.message;
}
