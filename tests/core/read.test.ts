import assert from "node:assert/strict";
import { test } from "node:test";
import {
  findMirror,
  isKnownVersion,
  isMirror,
  isOpenTo,
  isUrlPrefix,
  readPool,
  rewriteToFallback,
} from "../../src/core/index.ts";
import { findPath } from "../../src/core/rewrite.ts";
import { mirrorsOf } from "./vectors.ts";

const mirror = (url_prefix: unknown, weight: unknown = 1, more: object = {}) => ({ url_prefix, weight, ...more });
const tell = (data: unknown, options = {}) =>
  readPool(data, options).problems.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);

test("looks at the first 10,000 mirrors, and at no more", () => {
  const many = mirrorsOf(Array.from({ length: 10_001 }, () => 1));
  assert.equal(readPool({ mirrors: many }).pool?.mirrors.length, 10_000);
  assert.deepEqual(tell({ mirrors: [...many.slice(0, 10_000), null] }), []);
  assert.equal(tell({ mirrors: [...many.slice(0, 9_999), null] }).length, 1);
});

test("keeps the heaviest of those that share a prefix, and tells of each that comes again", () => {
  const weights = [5, 0, 9, 9, 7];
  const { pool, problems } = readPool({
    mirrors: weights.map((weight, index) => mirror("https://m.example/", weight, { sponsor: String(index) })),
  });
  assert.deepEqual(pool?.mirrors, [{ url_prefix: "https://m.example/", weight: 9, sponsor: "2" }]);
  assert.deepEqual(
    problems.map(({ code, pointer }) => `${code} ${pointer}`),
    [1, 2, 3, 4].map((index) => `duplicate-mirror /mirrors/${index}/url_prefix`),
  );
});

test("keeps of a mirror what a client needs, where it is a text, and nothing else", () => {
  const more = { country: "DE", sponsor: 5, email: "a@m.example", notes: "x", __proto__: { sponsor: "no" } };
  assert.deepEqual(readPool({ mirrors: [mirror("https://m.example/", 1, more)] }).pool?.mirrors, [
    { url_prefix: "https://m.example/", weight: 1, country: "DE" },
  ]);
});

test("believes of what a mirror lacks the texts alone", () => {
  const lacksOf = (lacks: unknown) =>
    readPool({ mirrors: [mirror("https://m.example/", 1, { lacks })] }).pool?.mirrors[0]?.lacks;
  assert.deepEqual(lacksOf(["a/", 5, null, { length: 3 }, ["b/"], "c"]), ["a/", "c"]);
  assert.deepEqual(lacksOf("a/"), ["a/"]);
  for (const lacks of [undefined, null, 5, {}, [], [5], { 0: "a/", length: 1 }])
    assert.equal(lacksOf(lacks), undefined);
});

test("keeps the times, and the fallback when it is right, and nothing else", () => {
  const list = { generated: "a", expires: "b", fallback_prefix: "https://dl.example/", version: 1, more: "c" };
  const mirrors = [mirror("https://m.example/")];
  assert.deepEqual(readPool({ ...list, mirrors }).pool, {
    generated: "a",
    expires: "b",
    fallback_prefix: "https://dl.example/",
    mirrors,
  });
  assert.deepEqual(readPool({ generated: 1, expires: null, fallback_prefix: "x", mirrors }).pool, { mirrors });
});

test("tells the place, what was expected and what came", () => {
  assert.deepEqual(
    tell({
      fallback_prefix: 5,
      mirrors: [
        mirror("https://m.example"),
        mirror("https://m.example/", 1001),
        mirror("https://m.example/"),
        mirror("https://m.example/"),
      ],
    }),
    [
      'bad-url-prefix /mirrors/0/url_prefix: must be an https address that ends in "/", got "https://m.example"',
      "bad-weight /mirrors/1/weight: must be an integer from 0 to 1000, got 1001",
      'duplicate-mirror /mirrors/3/url_prefix: must be unique, got "https://m.example/"',
      'bad-fallback-prefix /fallback_prefix: must be an https address that ends in "/", got 5',
    ],
  );
  assert.deepEqual(tell({ version: 2 }), ["newer-version /version: must be 1, got 2"]);
  assert.deepEqual(tell({}), ["no-mirrors /mirrors: must be an array, got nothing"]);
  assert.deepEqual(tell({ mirrors: [] }), ["no-usable-mirror /mirrors: must be of some weight, got []"]);
  assert.deepEqual(tell(undefined), ["no-mirrors /mirrors: must be an array, got nothing"]);
});

test("reads mirrors and a fallback on this machine only for development", () => {
  const data = { fallback_prefix: "http://localhost:1/", mirrors: [mirror("http://127.0.0.1:1/")] };
  assert.equal(readPool(data).pool, undefined);
  assert.equal(readPool(data, { dev: "off" }).pool, undefined);
  assert.deepEqual(readPool(data, { dev: true }), { pool: data, problems: [] });
  for (const url_prefix of [
    "http://127.0.0.2/",
    "http://a.localhost/",
    "http://localhost.example/",
    "ftp://localhost/",
  ])
    assert.ok(!isMirror(mirror(url_prefix), { dev: true }), url_prefix);
});

test("knows the first version of the format, and lists that name none", () => {
  assert.deepEqual([1, undefined, null].map(isKnownVersion), [true, true, true]);
  assert.deepEqual([0, 2, "1", true, [1]].map(isKnownVersion), [false, false, false, false, false]);
});

test("takes weights from 0 to 1000, and nothing that only looks like one", () => {
  const weights = [0, 1, 1000, -0, -1, 1001, 0.5, NaN, Infinity, "1", null, true, [1], 1n];
  const taken = weights.filter((weight) => isMirror(mirror("https://m.example/", weight)));
  assert.deepEqual(taken, [0, 1, 1000, -0]);
  for (const entry of [null, undefined, 5, "x", []]) assert.ok(!isMirror(entry));
});

test("leads an https page to https mirrors, and an http page to any", () => {
  const open = (url_prefix: string, protocol: string) => isOpenTo({ url_prefix, weight: 1 }, protocol);
  assert.deepEqual([open("https://m.example/", "https:"), open("http://m.onion/", "https:")], [true, false]);
  assert.deepEqual([open("https://m.example/", "http:"), open("http://m.onion/", "http:")], [true, true]);
});

test("finds of nested mirrors the one whose prefix is the longest, in any order", () => {
  const nested = ["https://m.example/os/", "https://m.example/", "https://m.example/os/new/", "https://n.example/"];
  for (const prefixes of [nested, [...nested].reverse()]) {
    const mirrors = prefixes.map((url_prefix) => ({ url_prefix, weight: 1 }));
    assert.equal(findMirror("https://m.example/os/new/a", mirrors)?.url_prefix, "https://m.example/os/new/");
    assert.equal(findMirror("HTTPS://M.example/os/a", mirrors)?.url_prefix, "https://m.example/os/");
    assert.equal(findMirror("https://m.example/a", mirrors)?.url_prefix, "https://m.example/");
    assert.equal(
      rewriteToFallback("https://m.example/os/new/a", "https://dl.example/", mirrors),
      "https://dl.example/a",
    );
  }
});

test("finds no mirror for what is no address, or lies on none", () => {
  const mirrors = [{ url_prefix: "https://m.example/os/", weight: 1 }];
  for (const url of ["https://m.example/a", "os/a", "", "https://m.example.evil/os/a"]) {
    assert.equal(findMirror(url, mirrors), undefined);
    assert.equal(rewriteToFallback(url, "https://dl.example/", mirrors), undefined);
  }
});

test("says true or false of a prefix, and nothing else", () => {
  for (const value of ["x", 5, undefined, "http://m.example/"]) assert.equal(isUrlPrefix(value), false);
  assert.equal(isUrlPrefix("https://m.example/"), true);
});

test("finds no path below no prefix, or in a link of SVG", () => {
  assert.equal(findPath("https://dl.example/a", undefined), undefined);
  assert.equal(findPath("https://dl.example/a", ""), undefined);
  assert.equal(findPath({}, "https://dl.example/"), undefined);
  assert.equal(findPath("https://dl.example/a", "https://dl.example/"), "a");
});
