import type { Problem } from "../core/problem.ts";
import { describeAge, readAge } from "./describe-age.ts";
import type { BrokenMirror, Diagnosis, DoctorInputs, EndingCertificate, TroubledMirror } from "./doctor-diagnosis.ts";
import { DAY_MS } from "./durations.ts";

/** How long a verdict may last before it is no passing fault, and what is done then. */
const PATIENCE: Readonly<
  Record<TroubledMirror["verdict"], { readonly code: string; readonly limitMs: number; readonly cure: string }>
> = {
  down: { code: "mirror-down", limitMs: DAY_MS, cure: 'write to its operator, or set its "weight" to 0' },
  outdated: {
    code: "mirror-outdated",
    limitMs: DAY_MS,
    cure: "ask its operator whether the mirror still synchronises",
  },
  wrong: { code: "mirror-wrong", limitMs: 0, cure: 'set its "weight" to 0, and ask its operator what it sends' },
};

/** Gives the place of a mirror in the maintainers' file. */
function placeOf(url_prefix: string, { pool, poolFile }: DoctorInputs): Pick<Problem, "file" | "pointer"> {
  return {
    file: poolFile,
    pointer: `/mirrors/${pool.mirrors.findIndex((mirror) => mirror.url_prefix === url_prefix)}`,
  };
}

function describeTrouble({ url_prefix, verdict, since, reason }: TroubledMirror, inputs: DoctorInputs): Problem[] {
  const { code, limitMs, cure } = PATIENCE[verdict];
  if (readAge(since, inputs.now) < limitMs) return [];
  const message = `${url_prefix} is ${verdict}, first found ${describeAge(since, inputs.now)}: ${reason}`;
  return [{ code, ...placeOf(url_prefix, inputs), message, cure }];
}

function describeBroken({ url_prefix, since }: BrokenMirror, inputs: DoctorInputs): Problem {
  return {
    code: "mirror-broken",
    ...placeOf(url_prefix, inputs),
    message: `${url_prefix} is out as broken, first found ${describeAge(since, inputs.now)}: almost nobody whom balancing sent there came`,
    cure: 'ask its operator; to try it again, set its "weight" to 0 for one run of "fairmirror balance --write"',
  };
}

function describeCertificate({ url_prefix, days }: EndingCertificate, inputs: DoctorInputs): Problem {
  const ends = days > 0 ? `ends in ${days} days` : "has ended";
  return {
    code: "certificate-ends",
    ...placeOf(url_prefix, inputs),
    message: `the certificate of ${url_prefix} ${ends}`,
    cure: "tell its operator to renew it",
  };
}

function describeNeverProbed(url_prefix: string, inputs: DoctorInputs): Problem {
  return {
    code: "never-probed",
    ...placeOf(url_prefix, inputs),
    message: `${url_prefix} was never probed, and is drawn unseen`,
    cure: 'run "fairmirror probe --write"',
  };
}

/** Gives what needs a person at single mirrors. While the pool was never probed at all, that it says of none. */
export function findMirrorProblems(
  { troubled, broken, certificates, never_probed, probed }: Diagnosis,
  inputs: DoctorInputs,
): Problem[] {
  return [
    ...troubled.flatMap((mirror) => describeTrouble(mirror, inputs)),
    ...broken.map((mirror) => describeBroken(mirror, inputs)),
    ...certificates.map((certificate) => describeCertificate(certificate, inputs)),
    ...(probed === null ? [] : never_probed).map((url_prefix) => describeNeverProbed(url_prefix, inputs)),
  ];
}
