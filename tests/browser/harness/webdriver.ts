/** How long one command may take: it ends what hangs, and says nothing about speed. */
const COMMAND_TIMEOUT_MS = 60_000;

const READY_POLL_MS = 50;

/** One command of the WebDriver protocol (https://www.w3.org/TR/webdriver2/). */
export interface Command {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: object;
}

interface Answer {
  readonly value: unknown;
}

function findError(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("error" in value)) return undefined;
  return `${String(value.error)}: ${"message" in value ? String(value.message) : ""}`;
}

/** Sends a command and gives the answer's value; rejects with the driver's words when it reports an error. */
export async function sendCommand(driver: string, { method, path, body }: Command): Promise<unknown> {
  const response = await fetch(driver + path, {
    method,
    headers: { "Content-Type": "application/json" },
    signal: AbortSignal.timeout(COMMAND_TIMEOUT_MS),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as Answer;
  const error = findError(value);
  if (error !== undefined) throw new Error(`${method} ${path}: ${error}`);
  return value;
}

/** Resolves when a driver answers; rejects when it ended before. */
export async function waitForDriver(driver: string, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded()) {
    const ready = await sendCommand(driver, { method: "GET", path: "/status" }).catch(() => undefined);
    if (ready !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));
  }
  throw new Error(`the driver at ${driver} ended before it answered`);
}
