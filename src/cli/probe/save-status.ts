import { type StatusUpdate, updateStatus } from "../../ops/hysteresis.ts";
import { changeStatus, type StatusChanger, type StatusChanging } from "../change-status.ts";

/** Joins findings with the status that stands in the file at that moment, as `changeStatus` does. */
export function saveStatus(
  file: string,
  update: StatusUpdate,
  options: Omit<StatusChanger, "change">,
): Promise<StatusChanging> {
  return changeStatus(file, { ...options, change: (before) => updateStatus(before, update) });
}
