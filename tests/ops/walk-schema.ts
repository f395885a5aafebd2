/** What a schema says at one place; only what this test looks at. */
export interface Node extends Readonly<Record<string, unknown>> {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** The keys and indexes that lead to a place. */
export type Path = readonly (string | number)[];

/** Gives every place of a schema, down to the first item of each list, and what the schema says there. */
export function walkSchema(node: Node, root: Node, path: Path = []): { path: Path; node: Node }[] {
  const definitions = root["definitions"] as Readonly<Record<string, Node>>;
  const whole: Node = { ...(node.$ref && definitions[node.$ref.replace("#/definitions/", "")]), ...node };
  const below = Object.entries(whole.properties ?? {}).flatMap(([key, child]) =>
    walkSchema(child, root, [...path, key]),
  );
  return [{ path, node: whole }, ...below, ...(whole.items ? walkSchema(whole.items, root, [...path, 0]) : [])];
}

/** Gives what a value holds at a place. */
export function findAt(value: unknown, path: Path): unknown {
  return path.reduce((found: unknown, key) => (found as Record<string | number, unknown>)[key], value);
}

/** Gives a copy of a value with another one at a place. */
export function replaceAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const below = replaceAt(findAt(value, [key]), rest, other);
  if (!Array.isArray(value)) return { ...(value as object), [key]: below };
  return value.map((item: unknown, index) => (index === key ? below : item));
}
