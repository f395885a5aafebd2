import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import TJS from "typescript-json-schema";

/** A schema for editors, and the type whose doc comments it is made from. */
interface SchemaSource {
  readonly file: string;
  readonly source: string;
  readonly type: string;
  /** The name under which the checks of this project find the same schema. */
  readonly constant: string;
}

/** Every schema of this repository. */
const SCHEMAS: readonly SchemaSource[] = [
  {
    file: "mirrors/mirrors.schema.json",
    source: "src/core/pool.ts",
    type: "MaintainedPool",
    constant: "MAINTAINED_POOL_SCHEMA",
  },
  {
    file: "mirrors/releases.schema.json",
    source: "src/verify/releases.ts",
    type: "Releases",
    constant: "RELEASES_SCHEMA",
  },
  { file: "mirrors/status.schema.json", source: "src/ops/status.ts", type: "Status", constant: "STATUS_SCHEMA" },
  {
    file: "mirrors/fallback.schema.json",
    source: "src/ops/dns/fallback.ts",
    type: "Fallback",
    constant: "FALLBACK_SCHEMA",
  },
];

/** The same schemas as source: the checks must not read what maintainers may edit. */
const SOURCE_FILE = "src/ops/schemas.generated.ts";

/** The command that brings all generated files up to date. */
export const SCHEMA_COMMAND = "npm run schema";

function generateSchemas(): Map<SchemaSource, string> {
  const options = { strict: true, target: "ES2022", allowImportingTsExtensions: true, noEmit: true };
  // One for all: reading the types takes most of the time.
  const program = TJS.getProgramFromFiles(
    SCHEMAS.map(({ source }) => source),
    options,
  );
  const entries = SCHEMAS.map((entry) => {
    const schema = TJS.generateSchema(program, entry.type, { required: true, noExtraProps: true });
    if (schema === null) throw new Error(`${entry.source}: no schema came of the type ${entry.type}`);
    return [entry, JSON.stringify(schema, undefined, 2)] as const;
  });
  return new Map(entries);
}

function renderSource(schemas: ReadonlyMap<SchemaSource, string>): string {
  const constants = [...schemas].map(
    ([{ constant, source, type }, text]) =>
      `/** The schema of ${type} in ${source}. */\nexport const ${constant} = ${text};\n`,
  );
  return `// Made by "${SCHEMA_COMMAND}" from doc comments: edit those.\n\n${constants.join("\n")}`;
}

/** Gives every generated file with the text that it must have. */
export function renderSchemaFiles(): Map<string, string> {
  const schemas = generateSchemas();
  const files = [...schemas].map(([{ file }, text]) => [file, `${text}\n`] as const);
  return new Map([...files, [SOURCE_FILE, renderSource(schemas)]]);
}

/** Tells which of the committed files differ from what their types give. */
export async function findStaleSchemas(): Promise<string[]> {
  const stale: string[] = [];
  for (const [file, text] of renderSchemaFiles()) {
    const committed = await readFile(file, "utf8").catch(() => "");
    if (committed !== text) stale.push(file);
  }
  return stale;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of renderSchemaFiles()) {
    await writeFile(file, text);
    console.log(`wrote ${file}`);
  }
}
