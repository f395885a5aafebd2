import { BLOCK_ALWAYS } from "./block-always.ts";
import { CHOOSE_OF_TWO } from "./choose-of-two.ts";
import { KICK_ALONE } from "./kick-alone.ts";
import { TAKE_TERMS } from "./take-terms.ts";
import type { Way } from "./way.ts";

/** The ways that are compared, ours last. */
export const WAYS: readonly Way[] = [KICK_ALONE, BLOCK_ALWAYS, CHOOSE_OF_TWO, TAKE_TERMS];
