import type { Explanation } from "./explanation.ts";

const SIGN = "fairmirror sign --key project.key --write mirrors/releases.json";
const VERIFY = "fairmirror verify --public-key project.pub mirrors/releases.json";

/** What `sign` and `verify` can refuse. */
export const SIGNATURE_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "bad-public-key",
    wrong: "what was given as the public key is none of minisign's",
    reason: "nothing can be checked with it",
    cure: 'name the .pub file, or give the line in it that begins with "RW"',
    before: "fairmirror verify --public-key project.key mirrors/releases.json",
    after: VERIFY,
  },
  {
    code: "bad-secret-key",
    wrong: "the file is no secret key of minisign's, or a damaged one",
    reason: "nothing can be signed with it",
    cure: "name the right file, or take the key from your backup",
    before: "fairmirror sign --key project.pub mirrors/releases.json",
    after: "fairmirror sign --key project.key mirrors/releases.json",
  },
  {
    code: "missing-password",
    wrong: "the key is locked, and no password was given",
    reason: "where no terminal is, nobody can be asked for it",
    cure: "type it when asked, or put it into FAIRMIRROR_PASSWORD",
    before: SIGN,
    after: `FAIRMIRROR_PASSWORD="$(pass project)" ${SIGN}`,
  },
  {
    code: "wrong-password",
    wrong: "the password does not open the key",
    reason: "minisign's format tells it by a checksum: either the password or the file is another",
    cure: "try again; a forgotten password cannot be had back, only a new key made",
    before: 'FAIRMIRROR_PASSWORD="swordfish"',
    after: 'FAIRMIRROR_PASSWORD="the right one"',
  },
  {
    code: "file-exists",
    wrong: "a new key would overwrite a file",
    reason: "a key that is overwritten is lost, and with it every signature to come",
    cure: "name another file",
    before: "fairmirror sign --generate --key project.key",
    after: "fairmirror sign --generate --key project-2027.key",
  },
  {
    code: "bad-signature-file",
    wrong: "a .minisig file is no signature of minisign's",
    reason: "a server that answers with an error page writes such files",
    cure: "fetch it again, or have the file signed anew",
    before: "releases.json.minisig: <!doctype html>…",
    after: "releases.json.minisig: untrusted comment: …",
  },
  {
    code: "truncated-signature",
    wrong: "the end of a signature is missing",
    reason: "it was cut off on its way, and what is left of it proves nothing",
    cure: "fetch it again, or have the file signed anew",
    before: "releases.json.minisig   2 lines",
    after: "releases.json.minisig   4 lines",
  },
  {
    code: "wrong-key",
    wrong: "the file was signed with another key than the one that was given",
    reason: "anyone can sign with a key of their own",
    cure: "find out which key is the project's, from a place that you trust",
    before: "fairmirror verify --public-key old.pub mirrors/releases.json",
    after: VERIFY,
  },
  {
    code: "tampered-file",
    wrong: "the file is not what was signed",
    reason: "someone changed it, or a part was lost on its way",
    cure: "do not use it; fetch it and its signature again, or sign it after your own change",
    before: "releases.json, changed after it was signed",
    after: SIGN,
  },
  {
    code: "tampered-comment",
    wrong: "the trusted comment of a signature is not the one that was signed",
    reason: "it tells the time of signing: whoever changes it can pass an old list off as new",
    cure: "do not believe the comment; fetch the signature again",
    before: "trusted comment: timestamp:1800000000",
    after: "trusted comment: timestamp:1763699400",
  },
];
