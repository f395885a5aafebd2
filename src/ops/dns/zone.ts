import { tellAnswerSizes } from "./answer-size.ts";
import type { DnsFormat } from "./dns-format.ts";
import type { DnsPool, RenderOptions, Rendering } from "./dns-pool.ts";
import { tellFamilies } from "./family-notes.ts";
import { listRecords } from "./list-records.ts";
import { findZoneSerial, renderZoneHead } from "./zone-head.ts";

/** By the first line, a file that this program made is known. */
const HEAD = "; made by fairmirror from fallback.json: what is written here by hand is lost";

function tellWeights({ members }: DnsPool): string[] {
  const [first] = members;
  if (members.every(({ weight, a, aaaa }) => weight === first?.weight && a.length < 2 && aaaa.length < 2)) return [];
  return ["plain records cannot tell weights: every address gets the same share; formats for weights are in the help"];
}

function renderZone(pool: DnsPool, { serial }: RenderOptions): Rendering {
  const lines = [HEAD, ...renderZoneHead(pool, serial), ...listRecords(pool)];
  const notes = [...tellWeights(pool), ...tellFamilies(pool, "addresses"), ...tellAnswerSizes(pool)];
  return { text: `${lines.join("\n")}\n`, notes };
}

/** `zone`: a whole zone file with plain records (RFC 1035). */
export const ZONE: DnsFormat = {
  engines: "BIND 9, NSD, Knot DNS, and what else reads zone files",
  weights: "none: all addresses get the same share",
  checks: "none: run `probe` and `dns` in a timer; a client that meets a dead member tries the next address",
  addresses: "each address gets a share of its own",
  scale: "most name servers in the world, the root's among them",
  effort: "one file on the server you have, read anew when it changes",
  deploy: [
    "give the pool's name a zone of its own, delegated to the servers in fallback.json",
    "fairmirror dns --output /etc/bind/dl.project.example.zone --write",
    "named-checkzone dl.project.example /etc/bind/dl.project.example.zone",
    "rndc reload dl.project.example   (nsd-control reload, knotc zone-reload)",
    'NSD needs "round-robin: yes", Knot DNS "answer-rotation: on"; BIND 9 mixes by itself',
  ],
  way: "file",
  keepsUnhealthy: false,
  render: renderZone,
  findSerial: findZoneSerial,
};
