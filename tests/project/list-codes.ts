import { readFileSync } from "node:fs";
import ts from "typescript";

const CODE = /^[a-z]+(-[a-z0-9]+)*$/;

/** Gives the texts that an expression can become; a part that is known only when it runs stands as "*". */
function listTexts(expression: ts.Node): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression))
    return [expression.head.text + expression.templateSpans.map(({ literal }) => `*${literal.text}`).join("")];
  if (ts.isConditionalExpression(expression))
    return [...listTexts(expression.whenTrue), ...listTexts(expression.whenFalse)];
  return ts.isArrayLiteralExpression(expression) ? expression.elements.slice(0, 1).flatMap(listTexts) : [];
}

/** Tells whether a name is declared as `code`, alone or as the first of a list. */
function bearsCode(name: ts.BindingName): boolean {
  if (ts.isIdentifier(name)) return name.text === "code";
  const [first] = name.elements;
  return ts.isArrayBindingPattern(name) && first !== undefined && ts.isBindingElement(first) && bearsCode(first.name);
}

function isFunction(node: ts.Node): node is ts.FunctionDeclaration | ts.ArrowFunction {
  return ts.isFunctionDeclaration(node) || ts.isArrowFunction(node);
}

/** Gives the name of a function whose first parameter is a code. */
function findMaker(node: ts.Node): string | undefined {
  if (!isFunction(node) || !node.parameters[0] || !bearsCode(node.parameters[0].name)) return undefined;
  const named = ts.isFunctionDeclaration(node) ? node : node.parent;
  return ts.isFunctionDeclaration(named) || ts.isVariableDeclaration(named) ? named.name?.getText() : undefined;
}

function listNodes(node: ts.Node): ts.Node[] {
  const below: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    below.push(...listNodes(child));
  });
  return [node, ...below];
}

function listOwn(node: ts.Node, makers: ReadonlySet<string | undefined>): string[] {
  if (ts.isPropertyAssignment(node) && node.name.getText() === "code") return listTexts(node.initializer);
  if (ts.isVariableDeclaration(node) && node.initializer && bearsCode(node.name)) return listTexts(node.initializer);
  if (!ts.isCallExpression(node) || !makers.has(node.expression.getText())) return [];
  return node.arguments.slice(0, 1).flatMap(listTexts);
}

/**
 * Lists the codes that a source gives problems: the values of properties and names called `code`, and what is handed as such to a
 * function of the same file. "*" stands for what is known only when it runs.
 */
export function listCodes(file: string, text: string = readFileSync(file, "utf8")): string[] {
  const nodes = listNodes(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  const makers = new Set(nodes.map(findMaker).filter((name) => name !== undefined));
  return nodes.flatMap((node) => listOwn(node, makers)).filter((code) => CODE.test(code.replaceAll("*", "x")));
}
