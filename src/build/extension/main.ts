/** `npm run build:extension`: the extension in a folder, and a zip of it for each store. */
import { explainFault } from "../explain-fault.ts";
import { packExtension } from "./pack-extension.ts";

try {
  await packExtension();
} catch (error) {
  console.error(explainFault(error));
  process.exitCode = 1;
}
