import { readFileSync } from "node:fs";
import type { MirrorLoad } from "../../src/balance/balance-state.ts";
import type { ShareTaker } from "../../src/balance/fair-shares.ts";
import type { Saturation } from "../../src/balance/is-saturated.ts";
import type { ShedInputs } from "../../src/balance/count-shed.ts";

/** The facts of `tests/vectors/balance.json`. */
export interface BalanceVectors {
  readonly shares: readonly {
    readonly name: string;
    readonly mirrors: readonly ShareTaker[];
    readonly clients: number;
    readonly shares: readonly number[];
  }[];
  readonly saturation: readonly (Saturation & { readonly name: string; readonly saturated: boolean })[];
  readonly sheds: readonly (ShedInputs & { readonly name: string; readonly shed: number })[];
  readonly timeline: {
    readonly name: string;
    readonly mirrors: readonly MirrorLoad[];
    readonly moments: readonly {
      readonly at: string;
      readonly phase: string;
      readonly takes: readonly (number | "all")[];
      readonly shed: readonly number[];
    }[];
  };
  readonly judgements: readonly {
    readonly name: string;
    readonly clients: readonly number[];
    readonly broken: readonly boolean[];
  }[];
  readonly full_balance: { readonly name: string; readonly sheds: readonly (readonly number[])[] };
  readonly capacities: {
    readonly source: string;
    readonly mbytes_per_second: readonly number[];
    readonly total: number;
    readonly equal_weights_reach: number;
    readonly ranges: readonly { readonly largest: number; readonly reach: number }[];
    readonly simple: { readonly largest: number; readonly reach: number };
  };
}

export const BALANCE = JSON.parse(
  readFileSync(new URL("../vectors/balance.json", import.meta.url), "utf8"),
) as BalanceVectors;
