import type { ServerResponse } from "node:http";
import { answerFile } from "../../src/demo/answer.ts";
import { releaseImage } from "../../src/demo/image.ts";
import { findBehaviour, SLOW_MS, type MirrorBehaviour } from "./hosts.ts";

/** What a mirror has to give, whatever file it is asked for. */
export const MIRROR_FILE = Buffer.alloc(1024, "fairmirror ");

/** Made when the first part of it is asked for. */
const IMAGE: { data?: Buffer } = {};

/** Parts are of the sample release, and pages may read them: that is how a file is mended. */
function servePart(response: ServerResponse): void {
  const data = (IMAGE.data ??= releaseImage());
  const { status, headers, body } = answerFile(response.req, { data, sha256: "" });
  response.writeHead(status, headers).end(body);
}

function serve(response: ServerResponse): void {
  if (response.req.headers.range !== undefined) return servePart(response);
  response.setHeader("Content-Type", "application/octet-stream").setHeader("Content-Length", MIRROR_FILE.length);
  response.end(response.req.method === "HEAD" ? undefined : MIRROR_FILE);
}

function serveLate(response: ServerResponse): void {
  const timer = setTimeout(serve, SLOW_MS, response);
  response.on("close", () => {
    clearTimeout(timer);
  });
}

function serveForAnHour(response: ServerResponse): void {
  serve(response.setHeader("Cache-Control", "max-age=3600"));
}

function serveDownloads(response: ServerResponse): void {
  if (response.req.method !== "HEAD") serve(response);
}

function drop(response: ServerResponse): void {
  response.destroy();
}

const ANSWERS: Readonly<Record<MirrorBehaviour, (response: ServerResponse) => unknown>> = {
  serves: serve,
  hangs: () => undefined,
  mute: serveDownloads,
  cached: serveForAnHour,
  slow: serveLate,
  missing: (response) => response.writeHead(404).end(),
  drops: drop,
  // A browser that trusts every certificate gets its file.
  untrusted: serve,
  refuses: drop,
  gone: drop,
};

/** Answers a request in the way of the mirror that it was meant for. */
export function answerAsMirror(host: string, response: ServerResponse): void {
  ANSWERS[findBehaviour(host)](response);
}
