import { showValue } from "../../core/show-value.ts";
import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

/** The usual length of a piece, in bytes: what is no longer is one piece, and its own hash is enough. */
const PIECE_LENGTH_BYTES = 2 ** 20;

function findWithoutPieces({ releases }: RuleFolder): Finding[] {
  return (releases?.files ?? []).flatMap((file, index) => {
    if (file?.path === undefined || file.size === undefined) return [];
    const { path, size } = file;
    // What stands there and is wrong was told already.
    if ("pieces" in file || size <= PIECE_LENGTH_BYTES) return [];
    const message = `must have "pieces", since it is longer than one, got none for ${showValue(path)}`;
    return [{ pointer: `/files/${index}`, message, cure: 'run "fairmirror release --write" on the file' }];
  });
}

/** Every big file can be checked in parts. */
export const noPieces = defineRule(
  {
    code: "no-pieces",
    wrong: "a release has no hashes of its pieces",
    reason:
      "without them a probe cannot tell whether a mirror sends the right bytes, and a download from several mirrors cannot tell which of them sent a wrong part",
    cure: 'run "fairmirror release --write" on the file: it writes the hashes beside releases.json',
    before: '{ "path": "os/1.0/os.img", "size": 67108864, "sha256": "f86d…" }',
    after:
      '{ "path": "os/1.0/os.img", "size": 67108864, "sha256": "f86d…",\n  "pieces": { "length": 1048576, "sha256": "e2c1…" } }',
  },
  "releases",
  findWithoutPieces,
);
