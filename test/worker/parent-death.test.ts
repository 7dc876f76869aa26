import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkpointSteps } from '../../electron/storage/checkpoints/checkpoints.ts';
import { lockHolder } from '../../electron/storage/processes/locks.ts';
import { isAlive } from '../../electron/storage/processes/processes.ts';
import { runFiles } from '../../electron/storage/runs/run-files.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { bundle } from './bundle.ts';
import { RUN, TINY, workspaceWithRun } from './training-workspace.ts';

/** Longer than the watchdog's patience, on a machine that has much else to do. */
const LONG_ENOUGH = 60_000;

/** A host that does nothing but have a worker; it writes down what it hears and the worker's id. */
const HOST = `
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const [worker, out, job] = process.argv.slice(2);
const child = fork(worker, [], { stdio: 'ignore' });
child.on('message', (message) => writeFileSync(out, JSON.stringify({ pid: child.pid, type: message.type })));
child.send(JSON.parse(job));
`;

async function until(condition: () => boolean | Promise<boolean>, within = LONG_ENOUGH): Promise<void> {
  const end = performance.now() + within;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('It did not come about in time.');
    await wait(25);
  }
}

test('a worker whose host is killed writes a checkpoint and ends; nobody keeps the lock', async () => {
  const folder = temporaryFolder();
  // nothing but the end of its host gives it reason for a checkpoint, be it ever so quick
  const endless = { steps: 10_000_000, checkpointEvery: 1_000_000, validationFraction: 0 };
  const workspace = await workspaceWithRun(folder, { ...TINY, ...endless });
  const files = runFiles(workspace.runs.path(RUN));
  const out = join(folder, 'heard.json');
  const script = join(folder, 'host.mjs');
  writeFileSync(script, HOST);
  const input = { workspace: workspace.root, run: RUN, resume: false };
  const job = JSON.stringify({ type: 'job', job: 'job_parent', kind: 'train', input });
  const args = [script, join(await bundle(), 'worker.js'), out, job];
  const host = spawn(process.execPath, args, { env: { ...process.env, AESOP_ENGINE: 'portable' }, stdio: 'ignore' });
  let pid = 0;
  await until(() => {
    try {
      // it is written again at every message: what was read whole is kept
      const heard = JSON.parse(readFileSync(out, 'utf8')) as { pid: number; type: string };
      pid = heard.pid;
      return heard.type === 'report';
    } catch {
      return false;
    }
  });
  expect(await checkpointSteps(files.checkpoints)).toEqual([]);
  host.kill('SIGKILL');
  await until(() => !isAlive(pid));
  expect(await checkpointSteps(files.checkpoints)).toHaveLength(1);
  expect(await lockHolder(files.folder)).toBeUndefined();
});

test('a worker so busy that it hears nothing ends all the same', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'pid');
  const watching = join(folder, 'watching');
  // As a native call would, this never gives the event loop a turn.
  const busy = join(folder, 'busy.mjs');
  const watchdog = join(await bundle(), 'watchdog.js');
  writeFileSync(
    busy,
    `import { writeFileSync } from 'node:fs';
     const { watchParent } = await import(${JSON.stringify(watchdog)}); watchParent();
     writeFileSync(${JSON.stringify(watching)}, ''); for (;;);`,
  );
  const script = join(folder, 'host.mjs');
  writeFileSync(
    script,
    `import { fork } from 'node:child_process'; import { writeFileSync } from 'node:fs';
     const child = fork(${JSON.stringify(busy)}, [], { stdio: 'ignore' });
     writeFileSync(${JSON.stringify(out)}, String(child.pid)); setInterval(() => {}, 1000);`,
  );
  const host = fork(script, [], { stdio: 'ignore', execArgv: [] });
  const pid = () => {
    try {
      return Number(readFileSync(out, 'utf8'));
    } catch {
      return 0;
    }
  };
  await until(() => pid() > 0 && existsSync(watching));
  expect(isAlive(pid())).toBe(true);
  host.kill('SIGKILL');
  await until(() => !isAlive(pid()));
});

test('a worker whose studio was gone before it came up ends at once', async () => {
  const watchdog = join(await bundle(), 'watchdog.js');
  const script = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(
    script,
    `const { watchParent } = await import(${JSON.stringify(watchdog)}); watchParent(); setInterval(() => {}, 1000);`,
  );
  const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(gone, 'exit');
  const left = fork(script, [], { env: { ...process.env, AESOP_STUDIO: String(gone.pid) }, execArgv: [] });
  expect(await once(left, 'exit')).toEqual([1, null]);
  const kept = fork(script, [], { env: { ...process.env, AESOP_STUDIO: String(process.pid) }, execArgv: [] });
  await once(kept, 'spawn');
  await wait(0);
  expect(kept.exitCode).toBeNull();
  kept.kill('SIGKILL');
});

test('Ctrl-C in the terminal leaves the decision to the host', async () => {
  const workspace = await workspaceWithRun(temporaryFolder(), { ...TINY, steps: 10_000_000 });
  const child = fork(join(await bundle(), 'worker.js'), [], {
    env: { ...process.env, AESOP_ENGINE: 'portable' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const types: string[] = [];
  child.on('message', (message) => types.push((message as { type: string }).type));
  const input = { workspace: workspace.root, run: RUN, resume: false };
  child.send({ type: 'job', job: 'job_c', kind: 'train', input });
  await until(() => types.includes('report'));
  child.kill('SIGINT');
  child.kill('SIGHUP');
  const before = types.length;
  await until(() => types.length > before + 2);
  child.send({ type: 'stop', job: 'job_c' });
  await until(() => types.includes('stopped'));
  child.kill('SIGKILL');
});
