import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

interface Message {
  readonly message: string;
}

function render(text: string, project: string): string {
  const messages = JSON.parse(text) as Readonly<Record<string, Message>>;
  const filled = Object.entries(messages).map(([key, { message }]) => [
    key,
    { message: message.replaceAll("{project}", project) },
  ]);
  return `${JSON.stringify(Object.fromEntries(filled), undefined, 2)}\n`;
}

/** Renders the messages of each language, by their path in the extension, with the project's name in its place. */
export async function renderLocales(folder: string, project: string): Promise<ReadonlyMap<string, string>> {
  const languages = (await readdir(folder)).sort();
  const entries = languages.map(async (language) => {
    const text = await readFile(join(folder, language, "messages.json"), "utf8");
    return [`_locales/${language}/messages.json`, render(text, project)] as const;
  });
  return new Map(await Promise.all(entries));
}
