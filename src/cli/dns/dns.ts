import { Option } from "commander";
import { DNS_FORMAT_NAMES, DNS_FORMATS } from "../../ops/dns/formats.ts";
import { type AddCommand, commonCommand, endWith } from "../command.ts";
import { parseSeconds } from "../probe/read-options.ts";
import { type DnsCommandOptions, findOptionFault } from "./read-options.ts";
import { runDns } from "./run-dns.ts";

const DEFAULT_TIMEOUT_S = 20;

function listFormats(): string {
  const width = Math.max(...DNS_FORMAT_NAMES.map(({ length }) => length));
  const lines = DNS_FORMAT_NAMES.map((name) => `  ${name.padEnd(width)}  ${DNS_FORMATS[name].engines}`);
  return `\nFormats:\n${lines.join("\n")}`;
}

/** Adds `dns`: the DNS pool behind the fallback's name, for engines that exist. */
export const addDns: AddCommand = (program, host) => {
  const command = commonCommand(program, "dns", "make the DNS pool of fallback.json for a DNS server, or send it there")
    .addOption(
      new Option("--format <name>", 'what to make; unless named, what suits "update"').choices(DNS_FORMAT_NAMES),
    )
    .option("--output <file>", "show what changes in a file, and replace it under --write; else all goes to stdout")
    .option("--write", "write the file, after showing the change", false)
    .option("--previous <file>", "the file in use, whose serial the new one follows (the output file unless named)")
    .addOption(new Option("--serial <style>", "how serials are counted").choices(["date", "time"]).default("date"))
    .addOption(
      new Option("--health <source>", "who notices that a member is down").choices(["engine", "probe", "none"]),
    )
    .option("--push", "send what changed to the server as a dynamic update, through nsupdate", false)
    .option("--key <file>", "the TSIG key that the server knows, as tsig-keygen writes it")
    .option("--timeout <seconds>", "how long the server may take", parseSeconds, DEFAULT_TIMEOUT_S)
    .option("--dev", "allow addresses of this machine and network, for trying things out", false)
    .addHelpText("after", listFormats());
  command.action((options: DnsCommandOptions) => {
    const fault = findOptionFault(options);
    if (fault !== undefined) command.error(`error: ${fault}`);
    return endWith(runDns(options, host));
  });
};
