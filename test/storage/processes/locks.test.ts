import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { lastingHolder, lockHolder, takeLock } from '../../../electron/storage/processes/locks.ts';
import { startTime } from '../../../electron/storage/processes/processes.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const DEAD = 2 ** 30;
const write = (folder: string, lock: object | string) =>
  writeFile(join(folder, 'lock.json'), typeof lock === 'string' ? lock : JSON.stringify(lock));
const lockOf = (pid: number, change: object = {}) => ({ pid, started: null, host: hostname(), token: 'x', ...change });

describe('the lock of a run', () => {
  test('keeps a second trainer out, naming the process, until it is released', async () => {
    const folder = temporaryFolder();
    const lock = await takeLock(folder);
    expect(await lockHolder(folder)).toBe(process.pid);
    await expect(takeLock(folder)).rejects.toMatchObject({ code: 'run-locked', values: { pid: String(process.pid) } });
    await lock.release();
    expect(await lockHolder(folder)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
    await (await takeLock(folder)).release();
  });

  test('of several that want it at once goes to exactly one', async () => {
    // what a race gets wrong it does not get wrong each time
    for (let round = 0; round < 20; round++) {
      const folder = temporaryFolder();
      await write(folder, lockOf(DEAD));
      const tries = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(folder)));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await readdir(folder)).sort()).toEqual(['lock.json']);
    }
  });

  test.each([
    ['whose process is gone', lockOf(DEAD)],
    ['whose process id now belongs to another process', lockOf(process.ppid, { started: '1' })],
    ['that is torn', '{"pid":12'],
    ['of another machine that fell silent', lockOf(1, { host: 'elsewhere' })],
  ])('%s counts for nothing', async (_, lock) => {
    const folder = temporaryFolder();
    await write(folder, lock);
    const long = new Date(Date.now() - 10 * 60_000);
    await utimes(join(folder, 'lock.json'), long, long);
    await (await takeLock(folder)).release();
  });

  test('of a living process of another machine counts', async () => {
    const folder = temporaryFolder();
    await write(folder, lockOf(DEAD, { host: 'elsewhere' }));
    await expect(takeLock(folder)).rejects.toMatchObject({ code: 'run-locked', values: { pid: String(DEAD) } });
  });

  test('of a living process counts, whoever it is', async () => {
    const folder = temporaryFolder();
    await write(folder, lockOf(process.ppid, { started: await startTime(process.ppid) }));
    expect(await lockHolder(folder)).toBe(process.ppid);
  });

  test('ends with its process', async () => {
    const folder = temporaryFolder();
    const script = join(folder, 'sleep.mjs');
    await writeFile(script, 'setInterval(() => {}, 1000);');
    const child = fork(script, [], { execArgv: [] });
    await write(folder, lockOf(child.pid!, { started: await startTime(child.pid!) }));
    expect(await lockHolder(folder)).toBe(child.pid);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(await lockHolder(folder)).toBeUndefined();
  });

  test('of a process that ends with another is waited for once that one is gone', async () => {
    const folder = temporaryFolder();
    const script = join(folder, 'sleep.mjs');
    await writeFile(script, 'setInterval(() => {}, 1000);');
    const [owner, holder] = [fork(script, [], { execArgv: [] }), fork(script, [], { execArgv: [] })];
    const named = async ({ pid }: { pid?: number }) => ({ pid: pid!, started: await startTime(pid!) });
    await write(folder, lockOf(holder.pid!, { ...(await named(holder)), owner: await named(owner) }));
    await expect(takeLock(folder)).rejects.toMatchObject({ code: 'run-locked' });
    const gone = once(owner, 'exit');
    owner.kill('SIGKILL');
    await gone;
    expect(await lockHolder(folder)).toBe(holder.pid);
    const taken = takeLock(folder);
    const lasting = lastingHolder(folder);
    holder.kill('SIGKILL');
    const ours = await taken;
    expect([undefined, process.pid]).toContain(await lasting);
    expect(await lockHolder(folder)).toBe(process.pid);
    await ours.release();
  });

  test('ends with its process, also where nobody collects that', async () => {
    const folder = temporaryFolder();
    // What this shell becomes knows nothing of the child that it has.
    const careless = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 61'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = await once(createInterface(careless.stdout), 'line');
    const pid = Number(line);
    await write(folder, lockOf(pid, { started: await startTime(pid) }));
    expect(await lockHolder(folder)).toBe(pid);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => lockHolder(folder)).toBeUndefined();
    careless.kill('SIGKILL');
  });
});
