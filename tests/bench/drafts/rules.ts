/**
 * The rule by which a page draws a mirror: JavaScript to run in that page, an async function that gives a function that draws a
 * host. It calls the code that the page itself uses.
 */
export interface Rule {
  readonly title: string;
  readonly script: string;
  /** The mirrors behind a host, which DNS serves in turn; every other host is a mirror. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
}

const ALL = ["1.dl.example", "5.dl.example", "6.dl.example"];

/** The sample's mirrors dealt to five pools in the way that comes nearest to their weights. */
const POOL_MEMBERS = {
  "dl.example": ALL.slice(0, 1),
  "dl2.example": ALL.slice(0, 1),
  "dl3.example": ALL.slice(1, 2),
  "dl4.example": ALL.slice(2, 3),
  "dl5.example": ALL,
};

/** The rules of the pages. */
export const RULES = {
  fairmirror: {
    title: "fairmirror",
    script: `async () => {
      const { readPool, orderMirrors, sessionDraw } = await import("/fairmirror.mjs");
      const { pool } = readPool(await (await fetch("/mirrors.json")).json());
      return () => {
        const key = crypto.getRandomValues(new Uint32Array(1)).join();
        return new URL(orderMirrors(pool.mirrors, sessionDraw(key))[0].url_prefix).host;
      };
    }`,
  },
  pools: {
    title: "draft: DNS pools, best dealt",
    script: "async () => drawHost",
    members: POOL_MEMBERS,
  },
  named: { title: "draft: named, repeated by weight", script: "async () => drawHost" },
  equal: {
    title: "draft: named, each once",
    script: "async () => { hosts = [...new Set(hosts)]; return drawHost; }",
  },
  vanilla: {
    title: "draft: vanilla + JSON",
    script: `async () => {
      const { mirrors } = await (await fetch("/draft-mirrors.json")).json();
      const active = listActiveMirrors(mirrors);
      return () => drawMirror(active).url;
    }`,
  },
} as const satisfies Readonly<Record<string, Rule>>;
