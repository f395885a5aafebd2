#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import project from "../../package.json" with { type: "json" };
import type { AddCommand } from "./command.ts";
import { addValidate } from "./validate/validate.ts";
import { addFormat } from "./format.ts";
import { addPublish } from "./publish.ts";
import { addOrder } from "./order.ts";
import { addSimulate } from "./simulate/simulate.ts";
import { addDoctor } from "./doctor.ts";
import { addRelease } from "./release/release.ts";
import { addMetalink } from "./metalink.ts";
import { addSign } from "./sign/sign.ts";
import { addVerify } from "./sign/verify.ts";
import { addImport } from "./import/import.ts";
import { addProbe } from "./probe/probe.ts";
import { escapeControls } from "../ops/escape-controls.ts";
import { addBalance } from "./balance/balance.ts";
import { addDns } from "./dns/dns.ts";
import { addRedirect } from "./redirect/redirect.ts";
import { realHost } from "./host.ts";

/** Every command, in the order of the help. */
const COMMANDS: readonly AddCommand[] = [
  addValidate,
  addFormat,
  addProbe,
  addPublish,
  addOrder,
  addBalance,
  addSimulate,
  addDoctor,
  addRelease,
  addMetalink,
  addSign,
  addVerify,
  addImport,
  addDns,
  addRedirect,
];

/** Wrong usage, for commander's own findings. */
const USAGE_EXIT_CODE = 2;

function createProgram(): Command {
  const program = new Command("fairmirror")
    .description("for the maintainers of a pool of mirrors: check, probe, publish, explain")
    .version(project.version, "--version", "display the version")
    .showHelpAfterError('(add "--help" for what it takes)')
    .configureOutput({
      outputError: (text, write) => {
        write(text.replace(/^error: /, "fairmirror: "));
      },
    })
    // Not at once: what was written may not have gone out, and its fault, such as a full disk, is told later.
    .exitOverride();
  const host = realHost();
  for (const add of COMMANDS) add(program, host);
  return program;
}

function endWithFault(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
    return;
  }
  console.error(escapeControls(`fairmirror: ${error instanceof Error ? error.message : String(error)}`));
  process.exitCode = 1;
}

await createProgram().parseAsync().catch(endWithFault);
