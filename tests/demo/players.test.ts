import assert from "node:assert/strict";
import { test } from "node:test";
import { castBehaviours } from "../../src/demo/cast.ts";
import { localPool, localPrefix } from "../../src/demo/local-pool.ts";
import { castPlayers } from "../../src/demo/player.ts";

function mirrorsOf(...weights: number[]) {
  return weights.map((weight, index) => ({ url_prefix: `https://m${index}.example/os/`, weight }));
}

test("of the mirrors that can be drawn the second is down, the third slow, the fourth empty", () => {
  assert.deepEqual(castBehaviours(mirrorsOf(9, 0, 9, 9, 9, 9)), ["up", "up", "down", "slow", "empty", "up"]);
});

test("a pool of one mirror has one that works", () => {
  assert.deepEqual(castBehaviours(mirrorsOf(0, 5)), ["up", "up"]);
});

test("the fallback plays last, without weight or share", () => {
  const players = castPlayers({ fallback_prefix: "https://dl.example/", mirrors: mirrorsOf(3, 1) });
  assert.deepEqual(
    players.map(({ host, weight, expected }) => [host, weight, expected]),
    [
      ["m0.example", 3, 0.75],
      ["m1.example", 1, 0.25],
      ["dl.example", undefined, undefined],
    ],
  );
});

test("a stand-in keeps the path and takes the place of scheme, host and port", () => {
  assert.equal(localPrefix("https://m.example:8443/pub/os/", 4000), "http://127.0.0.1:4000/pub/os/");
  assert.equal(localPrefix("http://abc.onion/", 4000), "http://127.0.0.1:4000/");
});

test("the local pool keeps everything but the addresses, and names who is played", () => {
  const fallback_prefix = "https://dl.example/";
  const pool = {
    version: 1,
    fallback_prefix,
    mirrors: [
      { url_prefix: "https://m.example/os/", weight: 7, country: "DE", sponsor: "Somebody" },
      { url_prefix: `http://${"a".repeat(56)}.onion/`, weight: 1 },
    ],
  };
  assert.deepEqual(localPool(pool, { fallback: 4000, mirrors: [4001, 4002] }), {
    version: 1,
    fallback_prefix: "http://127.0.0.1:4000/",
    mirrors: [
      { url_prefix: "http://127.0.0.1:4001/os/", weight: 7, country: "DE", sponsor: "Somebody (m.example)" },
      { url_prefix: "http://127.0.0.1:4002/", weight: 1, sponsor: `${"a".repeat(25)}….onion` },
    ],
  });
});
