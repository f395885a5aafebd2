/** One number that balancing follows, and where it comes from. */
export interface BalanceRule {
  readonly value: number;
  /** What the value counts. */
  readonly unit: string;
  /** What the rule says, with the value in it. */
  readonly words: string;
  /** Why it is so. */
  readonly reason: string;
  readonly source: string;
}

const SUPERNODES = "distribution of clients among supernodes, by weight and musical chairs";
const THRESHOLDS = "load balancing of fallback proxies, step 6: reassign N = clients - threshold at random";
const OURS = "this project";

/** Every rule of balancing, in the order that a term meets them. */
export const BALANCE_RULES = {
  saturationShare: {
    value: 0.05,
    unit: "part of the fair share",
    words: "a mirror is saturated when its clients exceed its fair share by 5 %",
    reason: "what comes and goes by chance moves nobody",
    source: SUPERNODES,
  },
  saturationClients: {
    value: 50,
    unit: "clients",
    words: "and by at least 50 clients",
    reason: "5 % of a small share is a handful of clients, and comes and goes by chance too",
    source: SUPERNODES,
  },
  saturationEnd: {
    value: 10,
    unit: "clients",
    words: "once relieved, it is saturated until it is less than 10 clients over its fair share",
    reason:
      "a balance that ended at 5 % would begin again with the next few who come, and move those first who came back",
    source: OURS,
  },
  term: {
    value: 600_000,
    unit: "ms",
    words: "a term takes 10 minutes: 6 an hour",
    reason: "a balance is done in steps, so that a mistake is seen while it is small",
    source: SUPERNODES,
  },
  shedFrom: {
    value: 30_000,
    unit: "ms",
    words: "saturated mirrors take no new clients from :00 on, and move the first at :00:30",
    reason: "by then each saturated mirror is closed, so that no one who is moved lands on another",
    source: SUPERNODES,
  },
  shedFor: {
    value: 120_000,
    unit: "ms",
    words: "a term's moves are spread over 120 seconds",
    reason: "those who take them in are not run over",
    source: SUPERNODES,
  },
  openFrom: {
    value: 360_000,
    unit: "ms",
    words:
      "from :06:00 on every mirror is open, but those with room are taken first: whoever comes back could not go elsewhere, and is left alone",
    reason: "clients that reach a part of the mirrors only are found without anyone keeping a list of them",
    source: SUPERNODES,
  },
  judgeFrom: {
    value: 570_000,
    unit: "ms",
    words: "at :09:30 it is judged who came, and at :10:00 the next term begins",
    reason: "a mirror that nobody reaches is known before more are sent to it",
    source: SUPERNODES,
  },
  rememberedTerms: {
    value: 6,
    unit: "terms",
    words: "the excess of the last 6 terms is remembered, and a sixth of the largest is moved in a term",
    reason: "a full balance is done in about an hour",
    source: SUPERNODES,
  },
  madeUpFor: {
    value: 1,
    unit: "moved for each that came back",
    words: "for each that came back in the last pause, one more is moved in the next term",
    reason: "where many reach only a part of the mirrors, a balance would else take hours",
    source: OURS,
  },
  leastShed: {
    value: 10,
    unit: "clients",
    words: "at least 10 are moved in a term, but no more than the excess",
    reason: "the end of a balance does not drag on",
    source: SUPERNODES,
  },
  brokenShare: {
    value: 0.1,
    unit: "part of the expected moves",
    words: "a mirror that got under 10 % of the clients expected there is broken: out of the balance, operators told",
    reason: "a mirror that looks empty may be empty because nobody reaches it",
    source: SUPERNODES,
  },
  leastJudged: {
    value: 10,
    unit: "clients",
    words: "a mirror is judged only where at least 10 were expected",
    reason: "a tenth of fewer is less than one client: chance alone would condemn a mirror that works",
    source: OURS,
  },
  threshold: {
    value: 1,
    unit: "client above max_clients",
    words: "what is above a mirror's max_clients moves first, all of it in one term, drawn at random",
    reason: "above it the mirror harms everyone on it; by chance, nobody is always the one",
    source: THRESHOLDS,
  },
} as const satisfies Readonly<Record<string, BalanceRule>>;
