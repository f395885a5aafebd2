import type { DnsRenderer } from "./dns-pool.ts";

/** What sysadmins choose an engine by; on the site and in the help, in words. What stands between backticks is code. */
export interface FormatFacts {
  /** The engines that read the format. */
  readonly engines: string;
  /** Whether and how shares follow the weights. */
  readonly weights: string;
  /** Who notices that a member is down, and how fast it leaves the answers. */
  readonly checks: string;
  /** What becomes of a member with several addresses. */
  readonly addresses: string;
  /** Who runs it, and how large. */
  readonly scale: string;
  /** What it takes to have it. */
  readonly effort: string;
  /** How to bring it into service: commands or words, about five lines. */
  readonly deploy: readonly string[];
}

/** A format of configuration for DNS servers or providers. */
export interface DnsFormat extends FormatFacts {
  readonly render: DnsRenderer;
  /** How the text comes into effect: it must be the same way as `update` in fallback.json. */
  readonly way: "file" | "dynamic";
  /** Whether members that are down stay in the text, marked or not, because the engine itself leaves them out of its answers. */
  readonly keepsUnhealthy: boolean;
  /** Finds the serial in a text of this format; undefined where there is none. Absent: the format has no serial. */
  readonly findSerial?: (text: string) => number | undefined;
}
