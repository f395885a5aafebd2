import type { Page } from "playwright";

/** What a step cost the page's main thread, in ms: the longest tasks by the clock, and by the processor's time in them. */
export interface StepCost {
  /** Of all tasks: reading the page, layout, scripts. */
  readonly page: number;
  /** Of those from the script's beginning on, less what the browser does in them for the page itself; 0 without a script. */
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
  readonly args: {
    readonly data?: { readonly url?: string; readonly type?: string };
    readonly beginData?: { readonly stackTrace?: unknown };
  };
}

/** The tasks of the second end after their microtasks; those of the category "toplevel" end before them. */
const CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.stack",
];

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

/** What the browser does for a page with or without a script: it reads the page, and lays it out. */
const OWN_WORK: readonly string[] = ["ParseHTML", "UpdateLayoutTree", "Layout", "PrePaint", "Paint"];

/** Layout that a script asked for bears the script's place. */
function isOwnWork({ name, args: { beginData } }: TraceEvent): boolean {
  return OWN_WORK.includes(name) && beginData?.stackTrace === undefined;
}

/** Gives what the browser did for itself in a task; a part of such work is no more work. */
function listOwnWork(task: TraceEvent, main: readonly TraceEvent[]): readonly TraceEvent[] {
  const work = main.filter((event) => isOwnWork(event) && isInside(event, task));
  return work.filter((event) => !work.some((other) => other !== event && isInside(event, other)));
}

function findLongest(times: readonly (number | undefined)[]): number {
  return Math.max(0, ...times.map((time = 0) => time / 1000));
}

function readCost(events: readonly TraceEvent[]): StepCost {
  const main = listMainEvents(events);
  const tasks = main.filter(({ name }) => name === "RunTask");
  if (tasks.length === 0) throw new Error("expected tasks of the page's main thread in the trace, got none");
  const start = main.find(isOfScript);
  // Code that runs after an await bears no name in the trace, so whatever comes after the script's beginning counts.
  const scriptTasks = start ? tasks.filter(({ ts, dur = 0 }) => ts + dur >= start.ts) : [];
  const readTime = (task: TraceEvent, time: "dur" | "tdur"): number =>
    listOwnWork(task, main).reduce((rest, work) => rest - (work[time] ?? 0), task[time] ?? 0);
  return {
    page: findLongest(tasks.map(({ dur }) => dur)),
    script: findLongest(scriptTasks.map((task) => readTime(task, "dur"))),
    scriptProcessor: findLongest(scriptTasks.map((task) => readTime(task, "tdur"))),
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
