import { promises as dns } from "node:dns";

/** The families of addresses that can be asked for. */
export type Question = "a" | "aaaa";

/** What a server on 127.0.0.1 is asked. */
export interface DnsAsker {
  /** Gives all addresses of the answer, sorted, with a "+" between; the code of the fault where there are none, such as "ENODATA". */
  readonly ask: (name: string, type: Question) => Promise<string>;
  /** Gives the TTLs of the records of an answer. */
  readonly askTtls: (name: string, type: Question) => Promise<number[]>;
}

/**
 * A question that is lost on a busy machine is asked again, like every resolver does. From the third answer on, c-ares waits for
 * five times their average only, and no less than 250 ms, whatever `timeout` says (c-ares, `ares_metrics_server_timeout`).
 */
const TRIES = 8;

/** Makes an asker for a port. It keeps no answers. */
export function askDns(port: number): DnsAsker {
  const resolver = new dns.Resolver({ timeout: 5_000, tries: TRIES });
  resolver.setServers([`127.0.0.1:${port}`]);
  const resolve = (name: string, type: Question) =>
    type === "a" ? resolver.resolve4(name, { ttl: true }) : resolver.resolve6(name, { ttl: true });
  const tellFault = ({ code }: NodeJS.ErrnoException): string => String(code);
  return {
    ask: (name, type) =>
      resolve(name, type).then(
        (records) =>
          records
            .map(({ address }) => address)
            .sort()
            .join("+"),
        tellFault,
      ),
    askTtls: async (name, type) => (await resolve(name, type)).map(({ ttl }) => ttl),
  };
}
