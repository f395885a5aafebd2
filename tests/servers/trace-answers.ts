import type { ServerResponse } from "node:http";
import type { ProbeAnswer } from "./probe-answers.ts";

const HOUR_MS = 60 * 60 * 1000;

/** The path of the trace file below every prefix. */
export const TRACE_PATH = "os/trace/master";

function ago(hours: number): Date {
  return new Date(Date.now() - hours * HOUR_MS);
}

function sendEndless(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536, "x");
  const send = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", send);
  send();
}

/** The ways to answer for a trace file, by the first part of the path; the release is there and right. */
export const TRACE_ANSWERS: Readonly<Record<string, ProbeAnswer>> = {
  "trace-fresh": (_request, response) => void response.end(`${ago(2.5).toISOString()}\nand more\n`),
  "trace-unix": (_request, response) => void response.end(String(Math.floor(ago(5.5).getTime() / 1000))),
  "trace-stale": (_request, response) => void response.end(ago(73).toISOString()),
  "trace-page": (_request, response) =>
    void response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html>"),
  "trace-escape": (_request, response) => void response.end("\u001b[2J\u202egone\r"),
  "trace-gzip": (_request, response) => void response.writeHead(200, { "Content-Encoding": "gzip" }).end("x"),
  "trace-endless": (_request, response) => sendEndless(response),
  "trace-hangs": () => undefined,
  "trace-half": (_request, response) => void response.writeHead(200).write("2026-11-"),
  "trace-circle": ({ url = "" }, response) => void response.writeHead(302, { Location: url }).end(),
};
