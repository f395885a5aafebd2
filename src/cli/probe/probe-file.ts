import {
  findAnswerFault,
  findRangeFault,
  findSizeFault,
  readHeader,
  readLength,
  readWholeSize,
} from "../../ops/probe-answer.ts";
import type { Fault } from "../../ops/probe-fault.ts";
import type { Facts, FileObservation } from "../../ops/probe-observation.ts";
import type { Answer, Question } from "./ask.ts";
import { choosePiece, findPiece, type Piece } from "./choose-piece.ts";
import { follow, type Way } from "./follow.ts";
import { hashBody } from "./hash-body.ts";
import { ProbeFaultError, toFault } from "./probe-fault-error.ts";
import type { ProbedFile } from "./read-probed-files.ts";
import type { Address } from "./resolve-host.ts";
import { renderLimit } from "./within.ts";

/** One address of a mirror, and where its facts are collected. */
export interface Place {
  readonly url_prefix: string;
  readonly address: Address;
  readonly way: Way;
  /** Where the chance of the pieces comes from. */
  readonly seed: string;
  readonly note: (facts: Facts) => void;
}

function refuse(fault: Fault | undefined): void {
  if (fault) throw new ProbeFaultError(fault);
}

/** Asks a mirror for a file, as far as the head of its answer. */
export function askFile(
  file: ProbedFile,
  { url_prefix, address, way, note }: Place,
  { method, headers }: Pick<Question, "method" | "headers">,
): Promise<Answer> {
  const url = new URL(url_prefix + file.path);
  return follow({ url, address, method, headers }, way, {
    onCertificate: (certificateDays) => note({ certificateDays }),
    onLatency: (latencyMs) => note({ latencyMs }),
  });
}

/** Gives the size that HEAD tells, or undefined where it tells none: servers may do without HEAD. */
async function askSize(file: ProbedFile, place: Place): Promise<number | undefined> {
  // A page of another site sends its origin; some servers name it back only then.
  const answer = await askFile(file, place, { method: "HEAD", headers: { Origin: "https://fairmirror.invalid" } });
  answer.close();
  if (answer.head.status === 405 || answer.head.status === 501) return undefined;
  refuse(findAnswerFault(answer.head, file));
  place.note({ cors: readHeader(answer.head, "access-control-allow-origin") !== undefined });
  return readLength(answer.head);
}

async function checkBytes(answer: Answer, piece: Piece, { limits }: Way): Promise<void> {
  const bytes = piece.end - piece.start;
  const late = (count: number): Fault => ({
    code: "slow",
    reason: `sends too slowly: ${count} of ${bytes} bytes within ${renderLimit(limits.timeoutMs)}, ${piece.name}`,
  });
  const reading = await hashBody(answer, { bytes, mayHaveMore: answer.head.status === 200, late }, limits);
  const { name } = piece;
  if (reading.bytes < bytes)
    refuse({ code: "closed", reason: `breaks off after ${reading.bytes} of ${bytes} bytes of ${name}` });
  if (reading.bytes > bytes) refuse({ code: "too-much", reason: `sends more than the ${bytes} bytes of ${name}` });
  if (piece.sha256 !== undefined && piece.sha256 !== reading.sha256)
    refuse({ code: "bad-bytes", reason: `sends other bytes than the release has for ${name}` });
}

/** Checks the bytes of one piece. A server without ranges sends the whole file: then its beginning is the piece. */
async function checkPiece(file: ProbedFile, place: Place, headSize: number | undefined): Promise<void> {
  const { seed, url_prefix, address, way } = place;
  const isOther = headSize !== undefined && headSize !== file.size;
  const drawn = choosePiece(file, [seed, url_prefix, file.path, address.ip].join("\n"));
  // Of a file with another size only its beginning is sure to be there.
  const asked = isOther ? { ...drawn, start: 0, end: 1 } : drawn;
  const headers = { Range: `bytes=${asked.start}-${asked.end - 1}` };
  const answer = await askFile(file, place, { method: "GET", headers });
  try {
    const { head } = answer;
    if (head.status === 416)
      refuse({
        code: "false-length",
        reason: `answers 416 for ${asked.name}, though it told HEAD of ${file.size} bytes`,
      });
    refuse(findAnswerFault(head, file));
    place.note({ ranges: head.status === 206 });
    refuse(findSizeFault(file, headSize, readWholeSize(head)));
    if (head.status === 206) refuse(findRangeFault(head, file, asked));
    await checkBytes(answer, head.status === 206 ? asked : findPiece(file, 0), way);
  } finally {
    answer.close();
  }
}

/** Asks for a file's head and for a piece of it, and tells what is wrong. */
export async function probeFile(file: ProbedFile, place: Place): Promise<FileObservation> {
  try {
    await checkPiece(file, place, await askSize(file, place));
    return { path: file.path };
  } catch (error) {
    return { path: file.path, fault: toFault(error) };
  }
}
