/** What the background asks the extension's open pages: does one of you heal the download with this token? */
export interface HealerQuestion {
  readonly kind: "who-heals";
  readonly token: string;
}

/** What a page tells on the port of its guard: it is there; or needs its guard no more. */
export type GuardWord = "here" | "over";

/** What the background answers once: the download is noted, or can't be. */
export type GuardAnswer = "noted" | "not noted";

const NAME = /^guard (\S+)$/;

/** Gives the name of the port by which a page has a download guarded. */
export function nameGuard(token: string): string {
  return `guard ${token}`;
}

/** Gives the token out of a port's name; undefined when it is another kind of port. */
export function readGuardName(name: string): string | undefined {
  return NAME.exec(name)?.[1];
}

/** Tells whether a message asks for the healer of a download. */
export function isHealerQuestion(message: unknown): message is HealerQuestion {
  return (message as Partial<HealerQuestion> | null)?.kind === "who-heals";
}
