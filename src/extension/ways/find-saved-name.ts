import { lastPart } from "../../verify/name-of.ts";
import { showName } from "../../verify/show-name.ts";

/**
 * Gives, to be shown, the name under which one of the browser's own downloads was saved; the wished one where the browser does not tell.
 * Where a file of that name is there already, browsers make a second name: "os(1).img", "os (1).img".
 */
export async function findSavedName(id: number, wished: string): Promise<string> {
  const [item] = await chrome.downloads.search({ id }).catch(() => []);
  // Windows has its own mark between the parts of a path.
  return showName(lastPart((item?.filename ?? "").replaceAll("\\", "/")) || wished);
}
