/** Gives a worker one job and gives its one answer; the worker ends with it. Rejects when its script cannot be had. */
export async function askWorker<Answer>(worker: Worker, job: unknown): Promise<Answer> {
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data));
      worker.addEventListener("error", () => reject(new Error("the worker did not start")));
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
}
