import { readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import ts from "typescript";

/** One file that needs another, or a package. */
export interface Import {
  /** From the root of the repository, with "/". */
  readonly from: string;
  /** A file from the root of the repository, or the name of a package. */
  readonly to: string;
}

function findSpecifier(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  return undefined;
}

function listSpecifiers(node: ts.Node): string[] {
  const specifier = findSpecifier(node);
  const own = specifier && ts.isStringLiteralLike(specifier) ? [specifier.text] : [];
  const below: string[] = [];
  ts.forEachChild(node, (child) => {
    below.push(...listSpecifiers(child));
  });
  return [...own, ...below];
}

/** Lists what the text of a file imports or re-exports, types too; imports made at run time count when they name a fixed text. */
export function listImports(from: string, text: string = readFileSync(from, "utf8")): Import[] {
  const source = ts.createSourceFile(from, text, ts.ScriptTarget.Latest);
  return listSpecifiers(source).map((to) => ({
    from,
    to: to.startsWith(".") ? posix.join(dirname(from), to) : to,
  }));
}
