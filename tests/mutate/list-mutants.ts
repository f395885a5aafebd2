import ts from "typescript";

/** One small fault in a source: what stands from `start` to `end` is replaced. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The line it is in, as it stood and as it stands with the fault: names the mutant, whatever moves around it. */
  readonly name: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "&&": "||",
  "||": "&&",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "^": "&",
  ">>>": "<<",
};

/** Calls that pass a value on: without them it arrives as it came. */
const FILTERS = ["filter", "slice", "sort", "reverse", "flat", "trim", "toLowerCase"];

type Fault = readonly [node: ts.Node, replacement: string];

/** Types have no faults to try, and names of modules only break the build. */
function isOutside(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function listConditions(node: ts.Node): Fault[] {
  const condition = ts.isConditionalExpression(node)
    ? node.condition
    : ts.isIfStatement(node)
      ? node.expression
      : undefined;
  return condition
    ? [
        [condition, "true"],
        [condition, "false"],
      ]
    : [];
}

function listExpressions(node: ts.Node): Fault[] {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken, left } = node;
    const other = OPERATORS[operatorToken.getText()];
    if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [[node, left.getText()]];
    return other ? [[operatorToken, other]] : [];
  }
  if (ts.isPrefixUnaryExpression(node)) return [[node, `(${node.operand.getText()})`]];
  if (ts.isNumericLiteral(node)) return [[node, String(Number(node.text) + 1)]];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, "false"]];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  return FILTERS.includes(name.text) ? [[node, expression.getText()]] : [];
}

function listStatements(node: ts.Node): Fault[] {
  if (ts.isReturnStatement(node) && node.expression) return [[node, "return undefined;"]];
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return [[node.body, "undefined"]];
  return ts.isExpressionStatement(node) ? [[node, ";"]] : [];
}

function listFaults(node: ts.Node): Fault[] {
  if (isOutside(node)) return [];
  const below: Fault[] = [];
  ts.forEachChild(node, (child) => {
    below.push(...listFaults(child));
  });
  return [...listConditions(node), ...listExpressions(node), ...listStatements(node), ...below];
}

/** Lists the faults that can be put into a source: operators and conditions turned, returns emptied, calls and statements left out. */
export function listMutants(text: string): Mutant[] {
  const source = ts.createSourceFile("source.ts", text, ts.ScriptTarget.ES2022, true);
  const faults = listFaults(source).filter(([node, replacement]) => node.getText() !== replacement);
  return faults.map(([node, replacement]) => {
    const [start, end] = [node.getStart(), node.getEnd()];
    const from = text.lastIndexOf("\n", start) + 1;
    const lineEnd = text.indexOf("\n", end);
    const to = lineEnd < 0 ? text.length : lineEnd;
    const faulty = text.slice(from, start) + replacement + text.slice(end, to);
    const short = (line: string): string => line.trim().replace(/\s+/g, " ");
    return { start, end, replacement, name: `${short(text.slice(from, to))}  =>  ${short(faulty)}` };
  });
}
