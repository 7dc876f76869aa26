import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processes } from '../tools/processes.mjs';
import { assertGoesOn } from './afterwards.mjs';
import { folder, openBridge, startLongRun } from './bridge.mjs';

/** Longer than the worker's own watchdog waits (electron/worker/watchdog.ts). */
const SECONDS = 10;
const FOUND = 'killed.json';

/** What a process started, and what that started. @param {number} root */
function descendants(root) {
  const all = processes();
  const found = all.filter(({ parent }) => parent === root);
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid));
  return found;
}

/**
 * Main is killed while a worker trains. The harness would clean up after it at once, so this holds the harness still until
 * the processes of the app have ended by themselves, or have had their time.
 * @param {import('./bridge.mjs').Harness} harness
 */
export default async function ({ page, app, log }) {
  const { id } = await startLongRun(page, await openBridge(page), 20);
  const main = await app.evalMain('return process.pid');
  const own = descendants(main);
  const workers = own.filter(({ command }) => command.includes('worker.js'));
  assert.ok(
    workers.some(({ command }) => command.endsWith('worker.js train')),
    own.map(({ command }) => command).join('\n'),
  );

  process.kill(main, 'SIGKILL');
  const begun = Date.now();
  let left = own;
  while (left.length > 0 && Date.now() - begun < SECONDS * 1000) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    const running = new Map(processes().map(({ pid, command }) => [pid, command]));
    left = left.filter(({ pid, command }) => running.get(pid) === command);
  }
  const milliseconds = Date.now() - begun;
  log(`${own.length} processes, ${workers.length} of them workers: ${left.length} left after ${milliseconds} ms`);
  writeFileSync(join(folder(), FOUND), JSON.stringify({ run: id, left }));
}

/** The harness calls the death of the app a failure, as it must; this says whether it was a good one. @param {string} folder */
export function verify(folder) {
  const { run, left } = JSON.parse(readFileSync(join(folder, FOUND), 'utf8'));
  assert.deepEqual(left, [], 'nothing outlives the app');
  assertGoesOn(folder, { run, status: 'stopped', least: 20 });
}
