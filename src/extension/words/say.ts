import type en from "../_locales/en/messages.json";

/** The name of a message; every language has them all. */
export type MessageKey = keyof typeof en;

/** What takes the places of `{name}`s in a message. */
export type Words = Readonly<Record<string, string>>;

/** Gives a message in the browser's language. What is put in keeps its own direction (Unicode's FSI and PDI). */
export function say(key: MessageKey, words: Words = {}): string {
  return chrome.i18n
    .getMessage(key)
    .replace(/\{(\w+)\}/g, (place, name: string) => (name in words ? `\u2068${words[name] ?? ""}\u2069` : place));
}
