import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { message } from '../../../electron/contract/message.ts';
import { forkWorker, type WorkerEnd } from '../../../electron/studio/index.ts';
import { startAhead } from '../../../electron/studio/workers/worker-child.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { FABLE, openStudio } from '../open-studio.ts';

afterEach(() => vi.unstubAllEnvs());

/** A worker program of a test's own. */
function program(code: string): void {
  const path = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(path, code);
  vi.stubEnv('AESOP_WORKER', path);
}

const endOf = (worker: ReturnType<typeof forkWorker>) => new Promise<WorkerEnd>((resolve) => worker.onExit(resolve));

test('a worker gets its environment, is heard line by line, and leaves its last fifty lines', async () => {
  program(`
    process.send({ said: process.env.AESOP_ENGINE });
    for (let n = 1; n <= 60; n++) process.stderr.write('line ' + n + '\\n');
    process.stdout.write('no newline at the end', () => process.exit(3));
  `);
  const worker = forkWorker({ purpose: 'assist', env: { AESOP_ENGINE: 'portable' } });
  const heard: unknown[] = [];
  const lines: string[] = [];
  worker.onMessage((message) => heard.push(message));
  worker.onLine!((line) => lines.push(line));
  const end = await endOf(worker);
  expect(end).toMatchObject({ code: 3, signal: null });
  expect(heard).toEqual([{ said: 'portable' }]);
  expect(lines).toHaveLength(61);
  expect(end.lastLines).toHaveLength(50);
  expect(end.lastLines).toEqual(expect.arrayContaining(['line 60', 'no newline at the end']));
  // Whoever asks late is told too, and a word to the dead is no error.
  expect(await endOf(worker)).toEqual(end);
  worker.send({ type: 'stop', job: 'job_000000' });
});

test('a worker that stops at nothing is killed', async () => {
  program(`process.on('SIGTERM', () => {}); process.send('up'); for (;;);`);
  const worker = forkWorker({ purpose: 'train', env: {} });
  await new Promise<void>((resolve) => worker.onMessage(() => resolve()));
  worker.kill();
  expect(await endOf(worker)).toMatchObject({ code: null, signal: 'SIGKILL' });
});

test('a worker that cannot start is a plain error with what it said, and the studio goes on', async () => {
  const studio = await openStudio(temporaryFolder());
  vi.stubEnv('AESOP_WORKER', '/no/such/worker.js');
  const file = studio.files.grant(FABLE);
  await expect(studio.request('corpora.preview', { file })).rejects.toMatchObject({
    code: 'helper-died',
    values: { reason: message('phrases.ended-with-code', { code: '1' }) },
    detail: expect.stringContaining('/no/such/worker.js'),
  });
  expect((await studio.request('studio.state', {})).corpora).toEqual([]);
});

describe('a worker that was started ahead', () => {
  /** @returns its process id, once it is up */
  async function ahead(env: Record<string, string>): Promise<number> {
    const up = join(temporaryFolder(), 'pid');
    program(`
      import { renameSync, writeFileSync } from 'node:fs';
      const up = ${JSON.stringify(up)};
      writeFileSync(up + '.tmp', String(process.pid));
      renameSync(up + '.tmp', up);
      process.on('message', () => process.send({ said: process.env.AESOP_ENGINE }));
      process.on('disconnect', () => process.exit());
    `);
    startAhead(env);
    await expect.poll(() => existsSync(up), { timeout: 30_000 }).toBe(true);
    return Number(readFileSync(up, 'utf8'));
  }

  test('is given to the first who asks for one of its environment, and to nobody else', async () => {
    const env = { AESOP_ENGINE: 'portable' };
    const pid = await ahead(env);
    const [first, second] = [1, 2].map(() => forkWorker({ purpose: 'assist', env }));
    expect(first.pid).toBe(pid);
    expect(second.pid).not.toBe(pid);
    const heard = new Promise((resolve) => first.onMessage(resolve));
    first.send({ type: 'stop', job: 'job_000000' });
    expect(await heard).toEqual({ said: 'portable' });
    for (const worker of [first, second]) worker.kill();
    await Promise.all([first, second].map(endOf));
  });

  test('is ended where another environment is asked for', async () => {
    const pid = await ahead({ AESOP_ENGINE: 'portable' });
    const other = forkWorker({ purpose: 'assist', env: {} });
    expect(other.pid).not.toBe(pid);
    const alive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(alive, { timeout: 30_000 }).toBe(false);
    other.kill();
    await endOf(other);
  });
});
