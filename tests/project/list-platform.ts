import {
  createProgram,
  forEachChild,
  isIdentifier,
  type Node,
  parseJsonConfigFileContent,
  readConfigFile,
  SymbolFlags,
  sys,
  type TypeChecker,
} from "typescript";

/** What a browser or the language brings: a member of an interface, or a global name. */
export interface PlatformPart {
  readonly owner?: string;
  readonly name: string;
}

/** Where TypeScript declares it. */
const PLATFORM_FILE = /\/typescript\/lib\/lib\.[\w.]+\.d\.ts$/;

type Named = Node & { readonly name?: Node };

/** A static member is declared in the type of a variable that bears the interface's name. */
function findOwner({ parent }: Node): string | undefined {
  return ((parent as Named).name ?? (parent.parent as Named | undefined)?.name)?.getText().replace(/Constructor$/, "");
}

function findPart(node: Node, checker: TypeChecker): PlatformPart | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  const declaration = symbol?.declarations?.find((one) => PLATFORM_FILE.test(one.getSourceFile().fileName));
  if (!symbol || !declaration || symbol.flags & SymbolFlags.TypeAlias) return undefined;
  const owner = findOwner(declaration);
  return owner === undefined ? { name: symbol.name } : { owner, name: symbol.name };
}

/** Lists what the sources of a folder with a tsconfig.json use of the platform, each once. */
export function listPlatform(folder: string): PlatformPart[] {
  const { config } = readConfigFile(`${folder}/tsconfig.json`, (path) => sys.readFile(path)) as { config: unknown };
  const { options, fileNames } = parseJsonConfigFileContent(config, sys, folder);
  const program = createProgram(fileNames, options);
  const found = new Map<string, PlatformPart>();
  const visit = (node: Node): void => {
    const part = isIdentifier(node) ? findPart(node, program.getTypeChecker()) : undefined;
    if (part) found.set(`${part.owner ?? ""}.${part.name}`, part);
    forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) visit(file);
  return [...found.values()];
}
