import { SITE_HOST } from "../../servers/hosts.ts";

/** What bends a page: `pool` names what answers in the pool's place, `csp` a policy; see `tests/servers/answer-as-site.ts`. */
export type PageQuery = Readonly<Record<string, string>>;

/** Gives the address of a page in `tests/pages`. */
export function makePageAddress(name: string, query: PageQuery = {}): string {
  const words = new URLSearchParams(query).toString();
  return `https://${SITE_HOST}/pages/${name}.html${words && `?${words}`}`;
}
