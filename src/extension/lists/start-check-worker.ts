/** Starts a worker that opens lists and checks files. */
export function startCheckWorker(): Worker {
  return new Worker("check-worker.js");
}
