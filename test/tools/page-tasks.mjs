// What holds a page up, told by the processor time of its main thread, so that a busy machine does not change it much.
/** @typedef {{ thread: number, wall: number, what: string }} Task milliseconds, and what took most of it */
/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: { data?: { functionName?: string, url?: string } } }} TraceEvent */

const TASK = 'ThreadControllerImpl::RunTask';

/** @param {TraceEvent} task @param {readonly TraceEvent[]} events of its thread */
function describe(task, events) {
  const end = task.ts + (task.dur ?? 0);
  const inside = events
    .filter(({ name, ts, dur = 0 }) => name !== TASK && ts >= task.ts && ts + dur <= end)
    .sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  return inside
    .slice(0, 4)
    .map(({ name, tdur = 0, args }) => {
      const { functionName = '', url = '' } = args?.data ?? {};
      return `${name} ${functionName} ${url.split('/').pop()} ${Math.round(tdur / 1000)} ms`.replace(/ +/g, ' ');
    })
    .join(', ');
}

/** Milliseconds of `work` on the machine that the marks were set on, when it had nothing else to do. */
const NOMINAL = 15;
const YARDSTICK = 'aesop-yardstick';
/** Pause between two pieces of work, milliseconds. */
const PAUSE = 400;

/** A fixed piece of what pages do: objects, strings, sorting. Runs in the page. @param {string} name */
function work(name) {
  performance.mark(name);
  let sum = 0;
  for (let round = 0; round < 12; round++) {
    const things = Array.from({ length: 3000 }, (_, i) => ({ id: `thing-${(i * 7919) % 3000}`, value: Math.sin(i) }));
    things.sort((a, b) => (a.id < b.id ? -1 : 1));
    sum += new Map(things.map(({ id, value }) => [id, value])).size;
  }
  return sum;
}

/** Works in the page now and then, three times at least, until something is over. */
async function measureAlong(/** @type {import('playwright-core').Page} */ page, /** @type {Promise<unknown>} */ until) {
  let over = false;
  const done = until.finally(() => (over = true));
  for (let time = 0; time < 3 || !over; time++) {
    await page.evaluate(work, YARDSTICK);
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, PAUSE))]);
  }
  await done;
}

/**
 * What happens in the page's main thread meanwhile.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} action
 * @returns {Promise<TraceEvent[]>}
 */
async function trace(page, action) {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser of its own.');
  const session = await browser.newBrowserCDPSession();
  const events = /** @type {TraceEvent[]} */ ([]);
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of /** @type {unknown[]} */ (value)) events.push(/** @type {TraceEvent} */ (event));
  });
  const includedCategories = ['toplevel', 'devtools.timeline', 'blink.user_timing'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  try {
    await action();
  } finally {
    // also of what failed: another try begins its own
    await session.send('Tracing.end');
    await complete;
    await session.detach();
  }
  const ours = events.find(({ name }) => name === YARDSTICK);
  return events.filter(({ pid, tid }) => pid === ours?.pid && tid === ours.tid);
}

/**
 * The tasks of the page's main thread while something happens, the longest first, and how much slower than nominal the
 * machine was meanwhile: a fixed piece of script, run now and then in the same page, says so; its tasks are left out.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} action
 * @returns {Promise<{ tasks: Task[], slowness: number }>}
 */
export async function tasksDuring(page, action) {
  const events = await trace(page, () => measureAlong(page, action()));
  const whole = events.filter(({ ph }) => ph === 'X');
  const starts = events.filter(({ name }) => name === YARDSTICK).map(({ ts }) => ts);
  const all = whole.filter(({ name }) => name === TASK);
  if (!all.some(({ tdur }) => tdur)) throw new Error('This Chromium tells no thread times of tasks.');
  /** @param {TraceEvent} task */
  const isWork = ({ ts, dur = 0 }) => starts.some((start) => start >= ts && start <= ts + dur);
  const pieces = all
    .filter(isWork)
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => a - b);
  const tasks = all.filter((task) => !isWork(task)).sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  return {
    slowness: Math.max(1, pieces[Math.floor(pieces.length / 2)] / NOMINAL),
    tasks: tasks.map((task, place) => ({
      thread: (task.tdur ?? 0) / 1000,
      wall: (task.dur ?? 0) / 1000,
      what: place < 5 ? describe(task, whole) : '',
    })),
  };
}
