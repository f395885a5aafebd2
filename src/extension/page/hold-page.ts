function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Lets the browser ask before the page is left, while a work runs that would be lost with it. */
export async function holdPage<Result>(work: Promise<Result>): Promise<Result> {
  addEventListener("beforeunload", ask);
  try {
    return await work;
  } finally {
    removeEventListener("beforeunload", ask);
  }
}
