import { canPickSaveFile } from "../../verify/pick-save-file.ts";
import { isFilterKnown } from "./filter-permission.ts";
import type { Abilities } from "./rank-ways.ts";

async function hasStorage(): Promise<boolean> {
  try {
    await navigator.storage.getDirectory();
    return true;
  } catch {
    // Firefox in a private window: SecurityError.
    return false;
  }
}

async function measureRoom(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  return quota - usage;
}

/** Finds out what the browser allows for a download. */
export async function findAbilities(): Promise<Omit<Abilities, "hasPieces">> {
  return {
    hasStorage: await hasStorage(),
    room: await measureRoom(),
    hasPicker: canPickSaveFile(),
    hasFilter: isFilterKnown(),
  };
}
