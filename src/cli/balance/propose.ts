import { join } from "node:path";
import type { Problem } from "../../core/problem.ts";
import type { WeightProposal } from "../../ops/balance/choose-proposal.ts";
import { proposeWeights } from "../../ops/balance/propose-weights.ts";
import { renderPercent } from "../../ops/simulate-table.ts";
import { diffTexts } from "../../ops/diff-texts.ts";
import type { Host } from "../host.ts";
import type { BalanceOptions } from "./read-inputs.ts";

/** Prints the change to `mirrors.json` that a maintainer may make; the file stays as it is. */
export async function propose(
  { weights, kept }: WeightProposal,
  { mirrors, json }: BalanceOptions,
  host: Host,
): Promise<readonly Problem[]> {
  const file = join(mirrors, "mirrors.json");
  const reading = await host.readText(file, { mustBeFile: true });
  if ("problem" in reading) return [reading.problem];
  const diff = diffTexts(reading.text, proposeWeights(reading.text, weights), file);
  for (const { url_prefix, weight, share } of kept)
    host.tell(
      `${url_prefix} is out as broken: its weight stays ${weight}, ${renderPercent(share)} of the pool beside these; see that it fits when it is back`,
    );
  if (!json) host.out(`\n${diff}`);
  host.tell(
    diff === "" ? `${file} has these weights already` : `to make this change: save it, and run "patch -p0 < FILE"`,
  );
  return [];
}
