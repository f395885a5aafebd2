/** The worker that simulates: it gets one `SimulatorJob`, and answers with one `SimulatorAnswer`. */
import { runJob, type SimulatorJob } from "./simulator-job.ts";

/** Seen from inside, a worker hears and speaks as it does from outside. */
const scope = self as unknown as Worker;

scope.addEventListener("message", ({ data }: MessageEvent<SimulatorJob>) => {
  scope.postMessage(runJob(data));
});
