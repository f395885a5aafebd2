import { type MessageKey, say } from "./say.ts";

/** Tells in sentences why a list was refused, by the code of the problem, and whether that bodes ill. */
export function describeRefusal(code: string): string {
  // Without words for the code, the browser gives none.
  const reason = say(`refused_${code.replaceAll("-", "_")}` as MessageKey) || say("refused");
  // The extension grows old by itself.
  return code === "newer-version" ? reason : `${reason} ${say("refused_alarm")}`;
}
