import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The environment variable that hands the browsers that were found to Playwright's configuration, as JSON. */
export const BROWSERS_VARIABLE = "FAIRMIRROR_BROWSERS";

/** The folder for what a run of the browsers leaves behind. */
export const RESULTS_FOLDER = fileURLToPath(new URL("../../test-results/", import.meta.url));

/** Where Playwright writes what came of the run. */
export const REPORT_FILE = join(RESULTS_FOLDER, "report.json");
