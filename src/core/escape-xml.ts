const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Makes a text safe inside an element, and inside an attribute in double quotes. */
export function escapeXml(text: string): string {
  // A control character, even escaped, makes the whole file no XML.
  // eslint-disable-next-line no-control-regex
  const printable = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  return printable.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
