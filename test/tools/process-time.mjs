// What processes take of the processors, and how long something takes without what others took of them.
import { readdirSync, readFileSync } from 'node:fs';
import { besidePlainWork } from './plain-work.mjs';

/** @param {string} path @returns {string} empty where there is none, as for a process that has ended */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} folder @returns {string[]} */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The children of a process and theirs. @param {number} pid @returns {number[]} */
function family(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(family)];
}

/** @param {string} path of a thread's or a process's schedstat: nanoseconds it ran, then nanoseconds it queued to run */
const schedule = (path) => {
  const [ran = 0, queued = 0] = read(path).split(' ').map(Number);
  return { ran: ran / 1e6, queued: queued / 1e6 };
};

/** Processor time that processes have used, over all their threads. @param {readonly number[]} pids milliseconds */
function processorTime(pids) {
  const threads = pids.flatMap((pid) =>
    list(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/schedstat`),
  );
  return threads.reduce((sum, path) => sum + schedule(path).ran, 0);
}

/** The processes of pages. @param {import('playwright-core').Browser} browser @returns {Promise<number[]>} */
async function pageProcesses(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/**
 * The processes of a studio, its workers included, and those of its pages.
 * @param {number} pid @param {import('playwright-core').Browser} browser
 */
export const studioProcesses = async (pid, browser) => [...family(pid), ...(await pageProcesses(browser))];

/**
 * What processes take of one processor while nothing happens, 1 for all of it.
 * @param {readonly number[]} pids
 * @param {() => Promise<unknown>} wait
 * @returns {Promise<number>}
 */
export async function shareDuring(pids, wait) {
  const [started, before] = [performance.now(), processorTime(pids)];
  await wait();
  return (processorTime(pids) - before) / (performance.now() - started);
}

/** How long this process has queued to run, milliseconds. */
const waited = () => schedule('/proc/self/schedstat').queued;

/**
 * How long something takes, and how long had its processes not shared the processors with others: the same, but for what this
 * process, which asks for it, waited, times the share of what their main threads wanted to run that they did run; on a machine
 * as slow as a quiet one.
 * @param {() => number[] | Promise<number[]>} processes asked before and after
 * @param {() => Promise<unknown>} action
 * @returns {Promise<{ wall: number, own: number }>} milliseconds
 */
export async function timed(processes, action) {
  const { done, slowness } = await besidePlainWork(async () => {
    const before = new Map((await processes()).map((pid) => [pid, schedule(`/proc/${pid}/schedstat`)]));
    const [started, queuedBefore] = [performance.now(), waited()];
    await action();
    const wall = performance.now() - started;
    const asked = wall - (waited() - queuedBefore);
    let [ran, queued] = [0, 0];
    for (const pid of await processes()) {
      const now = schedule(`/proc/${pid}/schedstat`);
      ran += now.ran - (before.get(pid)?.ran ?? 0);
      queued += now.queued - (before.get(pid)?.queued ?? 0);
    }
    return { wall, own: ran > 0 ? (asked * ran) / (ran + queued) : asked };
  });
  return { wall: done.wall, own: done.own / Math.max(1, slowness) };
}
