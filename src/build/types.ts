import ts from "typescript";

/** Writes the type declarations of a module and all it imports. Throws with the compiler's words when they do not compile. */
export function emitTypes(entry: string, output: string): void {
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ["lib.es2022.d.ts"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    outDir: output,
  });
  const { diagnostics } = program.emit();
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0) {
    const host = { getCanonicalFileName: String, getCurrentDirectory: () => process.cwd(), getNewLine: () => "\n" };
    throw new Error(ts.formatDiagnostics(faults, host));
  }
}
