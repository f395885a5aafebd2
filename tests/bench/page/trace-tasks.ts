import type { Page } from "playwright";

/** What a step cost the page's main thread, in ms: the longest tasks by the clock, and by the processor's time in them. */
export interface StepCost {
  /** Of all tasks: reading the page, layout, scripts. */
  readonly page: number;
  /** Of those in which the script runs; 0 when there is none. */
  readonly script: number;
  /** The same in processor time, which other programs do not stretch. */
  readonly scriptProcessor: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** The times are in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string; readonly type?: string } };
}

/** The tasks of the second end after their microtasks; those of the category "toplevel" end before them. */
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

/** Code that runs after an await bears no address; it ends with the script's event. */
function isOfScript({ args: { data } }: TraceEvent): boolean {
  return data?.url?.endsWith("/fairmirror.js") === true || data?.type?.startsWith("fairmirror:") === true;
}

function isInside({ ts }: TraceEvent, { ts: start, dur = 0 }: TraceEvent): boolean {
  return ts >= start && ts <= start + dur;
}

/** The page's own thread, and no other tab's: every step ends in the page's idle callback. */
function listMainEvents(events: readonly TraceEvent[]): TraceEvent[] {
  const last = events.find(({ name }) => name === "FireIdleCallback");
  return events.filter(({ pid, tid }) => pid === last?.pid && tid === last.tid);
}

function findLongest(times: readonly (number | undefined)[]): number {
  return Math.max(0, ...times.map((time = 0) => time / 1000));
}

function readCost(events: readonly TraceEvent[]): StepCost {
  const main = listMainEvents(events);
  const tasks = main.filter(({ name }) => name === "RunTask");
  if (tasks.length === 0) throw new Error("expected tasks of the page's main thread in the trace, got none");
  const ofScript = main.filter(isOfScript);
  const scriptTasks = tasks.filter((task) => ofScript.some((event) => isInside(event, task)));
  return {
    page: findLongest(tasks.map(({ dur }) => dur)),
    script: findLongest(scriptTasks.map(({ dur }) => dur)),
    scriptProcessor: findLongest(scriptTasks.map(({ tdur }) => tdur)),
  };
}

/** Does something in a page and gives what it cost, from Chromium's own trace. */
export async function traceTasks(page: Page, act: (page: Page) => Promise<void>): Promise<StepCost> {
  const browser = page.context().browser();
  if (!browser)
    throw new TypeError("page: expected one of a browser that was launched, got one of a persistent context");
  await browser.startTracing(page, { categories: CATEGORIES });
  await act(page);
  const trace = await browser.stopTracing();
  return readCost((JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }).traceEvents);
}
