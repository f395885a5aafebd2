import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { startProgram, type ChildProgram } from "./child-program.ts";
import { sendCommand, waitForDriver, type Command } from "./webdriver.ts";

/** A page in WebKit, as far as a driver shows it. */
export interface WebKitPage {
  /** Opens an address and waits until it is loaded. */
  readonly go: (url: string) => Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  readonly run: (script: string, ...words: readonly unknown[]) => Promise<unknown>;
  /** Chooses a file on disk in the input that a selector finds. */
  readonly chooseFile: (selector: string, file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** WebKitGTK on a display of its own, driven by WebDriver; every page is a session with nothing kept from the one before. */
export interface WebKitGtk {
  readonly open: () => Promise<WebKitPage>;
  readonly close: () => Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function startScreen(): ChildProgram {
  const words = ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
  return startProgram("Xvfb", words, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
}

/** Reads the number that Xvfb writes once it has a display. */
async function readDisplay({ process: { stdio } }: ChildProgram): Promise<string> {
  let text = "";
  for await (const chunk of stdio[3] as Readable) {
    text += String(chunk);
    if (text.endsWith("\n")) return `:${text.trim()}`;
  }
  throw new Error("Xvfb ended before it had a display");
}

/** The folder stands for the visitor's home: what a page downloads lands there. */
function startDriver({
  path,
  port,
  display,
  home,
}: Record<"path" | "display" | "home", string> & { port: number }): ChildProgram {
  const environment = {
    PATH: process.env["PATH"],
    HOME: home,
    DISPLAY: display,
    GDK_BACKEND: "x11",
    LIBGL_ALWAYS_SOFTWARE: "1",
    NO_AT_BRIDGE: "1",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  };
  return startProgram(path, [`--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore", env: environment });
}

async function openPage(driver: string, proxyPort: number): Promise<WebKitPage> {
  const options = { args: ["--automation", `--proxy=http://127.0.0.1:${proxyPort}`] };
  const capabilities = { browserName: "MiniBrowser", acceptInsecureCerts: true, "webkitgtk:browserOptions": options };
  const body = { capabilities: { alwaysMatch: capabilities } };
  const session = (await sendCommand(driver, { method: "POST", path: "/session", body })) as { sessionId: string };
  const send = ({ path, ...rest }: Command): Promise<unknown> =>
    sendCommand(driver, { path: `/session/${session.sessionId}${path}`, ...rest });
  return {
    go: async (url) => {
      await send({ method: "POST", path: "/url", body: { url } });
    },
    run: (script, ...args) => send({ method: "POST", path: "/execute/sync", body: { script, args } }),
    chooseFile: async (selector, file) => {
      const found = await send({ method: "POST", path: "/element", body: { using: "css selector", value: selector } });
      const [element = ""] = Object.values(found as Record<string, string>);
      await send({ method: "POST", path: `/element/${element}/value`, body: { text: file } });
    },
    close: async () => {
      await send({ method: "DELETE", path: "" });
    },
  };
}

/** Starts WebKitGTK's driver at a path; its pages reach the network through the proxy at a port. */
export async function startWebKitGtk(path: string, proxyPort: number): Promise<WebKitGtk> {
  const home = await mkdtemp(join(tmpdir(), "fairmirror-webkit-"));
  const programs: ChildProgram[] = [];
  const close = async (): Promise<void> => {
    for (const program of programs.reverse()) await program.stop();
    await rm(home, { recursive: true });
  };
  try {
    const screen = startScreen();
    programs.push(screen);
    const [display, port] = [await readDisplay(screen), await findFreePort()];
    const program = startDriver({ path, port, display, home });
    programs.push(program);
    const driver = `http://127.0.0.1:${port}`;
    await waitForDriver(driver, program.hasEnded);
    return { open: () => openPage(driver, proxyPort), close };
  } catch (error) {
    await close();
    throw error;
  }
}
