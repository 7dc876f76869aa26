import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processes } from '../tools/processes.mjs';
import { assertGoesOn } from './afterwards.mjs';
import { openBridge, startLongRun } from './bridge.mjs';

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
 * Main is killed while a worker trains; what it started must end by itself.
 * @param {import('./harness.mjs').Harness} harness
 */
export async function steps(harness) {
  const { id } = await startLongRun(harness, await openBridge(harness.page), 20);
  const main = harness.main.pid ?? 0;
  const own = descendants(main);
  const workers = own.filter(({ command }) => command.includes('node.mojom.NodeService'));
  assert.ok(workers.length > 0, own.map(({ command }) => command).join('\n'));

  process.kill(main, 'SIGKILL');
  const begun = Date.now();
  let left = own;
  while (left.length > 0 && Date.now() - begun < SECONDS * 1000) {
    await wait(50);
    const running = new Map(processes().map(({ pid, command }) => [pid, command]));
    left = left.filter(({ pid, command }) => running.get(pid) === command);
  }
  const milliseconds = Date.now() - begun;
  harness.log(
    `${own.length} processes, ${workers.length} of them workers: ${left.length} left after ${milliseconds} ms`,
  );
  writeFileSync(join(harness.folder, FOUND), JSON.stringify({ run: id, left }));
}

/** Whether it was a good death. @param {string} folder */
export function verify(folder) {
  const { run, left } = JSON.parse(readFileSync(join(folder, FOUND), 'utf8'));
  assert.deepEqual(left, [], 'nothing outlives the app');
  assertGoesOn(folder, { run, status: 'stopped', least: 20 });
}
