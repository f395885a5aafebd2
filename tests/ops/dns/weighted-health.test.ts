import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { GDNSD, GDNSD_STATES } from "../../../src/ops/dns/gdnsd-format.ts";
import { GEODNS } from "../../../src/ops/dns/geodns-format.ts";
import { OCTODNS } from "../../../src/ops/dns/octodns-format.ts";
import { POWERDNS } from "../../../src/ops/dns/powerdns-format.ts";
import { render } from "./render-weighted.ts";

suite("health checks", () => {
  const hasGamma = (text: string): boolean => text.includes("203.0.113.30");

  test("members that are down stay in where the engine finds out, and leave where nobody does", () => {
    const kept = [GDNSD, GDNSD_STATES, POWERDNS, OCTODNS].map((format) => hasGamma(render(format).text));
    assert.deepEqual(kept, [true, true, true, true]);
    const options = { health: "none" } as const;
    const left = [GDNSD, POWERDNS, OCTODNS, GEODNS].map((format) => hasGamma(render(format, {}, options).text));
    assert.deepEqual(left, [false, false, false, false]);
  });

  test("gdnsd reads the probe's states for https, unless told otherwise", () => {
    const https = { checkUrl: "https://dl.example.org/os/alive.txt" };
    assert.match(render(GDNSD, https).text, /plugin => extfile/);
    assert.match(render(GDNSD, { checkUrl: undefined }).text, /plugin => extfile/);
    assert.match(render(GDNSD, {}, { health: "probe" }).text, /plugin => extfile/);
    const { text, notes } = render(GDNSD, https, { health: "engine" });
    assert.match(text, /plugin => tcp_connect\n +port => 443\n/);
    assert.match(notes.join("\n"), /gdnsd speaks no TLS/);
  });

  test("the port is that of the check", () => {
    const odd = { checkUrl: "http://dl.example.org:8080/os/" };
    assert.match(render(GDNSD, odd).text, /port => 8080/);
    assert.match(render(OCTODNS, odd).text, /port: 8080/);
    assert.match(render(POWERDNS, odd).text, /'http:\/\/dl\.example\.org:8080\/os\/'/);
  });

  test("a check that asks for the prefix itself is told", () => {
    for (const format of [GDNSD, POWERDNS, OCTODNS])
      assert.match(render(format, { checkUrl: "http://dl.example.org/os/" }).notes.join("\n"), /"check_path"/);
  });

  test("refuses an address to ask for that means something to an engine, or is another site's", () => {
    const odd = ["http://dl.example.org/'..os.execute('x')..'", "http://dl.example.org/a;b", "http://evil.example/"];
    const others = [
      "http://u:p@dl.example.org/",
      "ftp://dl.example.org/",
      "http://dl.example.org/?q",
      "http://dl.example.org/$x",
    ];
    for (const checkUrl of [...odd, ...others])
      for (const format of [GDNSD, POWERDNS, OCTODNS]) assert.throws(() => render(format, { checkUrl }), RangeError);
  });

  test("that PowerDNS takes any certificate is told for https", () => {
    const https = { checkUrl: "https://dl.example.org/os/alive.txt" };
    assert.match(render(POWERDNS, https).notes.join("\n"), /any certificate/);
    assert.doesNotMatch(render(POWERDNS).notes.join("\n"), /any certificate/);
  });

  test("states are down only for members that are", () => {
    const { text, notes } = render(GDNSD_STATES);
    assert.deepEqual(text.match(/^"\S+" => DOWN$/gm), ['"203.0.113.30" => DOWN', '"1:2:3:4:5:6:7:8" => DOWN']);
    assert.match(notes.join("\n"), /2 of 3 members are up/);
  });
});
