import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { message } from '../../../electron/contract/message.ts';
import type { Run } from '../../../electron/contract/run.ts';
import type { Studio } from '../../../electron/studio/index.ts';
import { takeLock } from '../../../electron/storage/processes/locks.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { ENDLESS, openStudio, QUICK, reached, reported, runOf, studioWithFable } from '../open-studio.ts';

/** Process of the worker that trains, as the log tells it. */
async function trainerOf(studio: Studio, id: string): Promise<number> {
  const { lines } = await studio.request('log.read', { lines: 1000 });
  const begun = lines.findLast(({ text }) => text.startsWith(`run ${id} begins in process`));
  return Number(begun!.text.split(' ').at(-1));
}

test('runs are trained one at a time in the order they were asked for; a waiting one can leave', async () => {
  const { studio, corpus } = await studioWithFable(temporaryFolder());
  const start = (name: string) => studio.request('runs.start', { corpus, name, hyperparameters: QUICK });
  const [first, second, third] = [await start('first'), await start('second'), await start('third')];
  const running: string[] = [];
  studio.on('runs.changed', ({ run }) => {
    if (run.status === 'running') running.push(run.id);
  });
  await studio.request('runs.stop', { id: second.id });
  expect((await runOf(studio, second.id))!.status).toBe('stopped');
  await reached(studio, third.id, 'done');
  expect([...new Set(running)]).toEqual([first.id, third.id]);
  expect((await runOf(studio, first.id))!.status).toBe('done');
  // one has its model, the other never wrote a checkpoint
  await expect(studio.request('runs.stop', { id: first.id })).rejects.toMatchObject({
    code: 'run-kept',
    values: { name: 'first', model: first.id },
  });
  await expect(studio.request('runs.stop', { id: second.id })).rejects.toMatchObject({
    code: 'run-unlearnt',
    values: { name: 'second' },
  });
  await expect(studio.request('runs.resume', { id: first.id })).rejects.toMatchObject({ code: 'run-finished' });
});

test('a run is paused, renamed meanwhile, resumed to more steps, and stopped with a model', async () => {
  const { studio, corpus } = await studioWithFable(temporaryFolder());
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: ENDLESS });
  await reported(studio, id);
  await studio.request('runs.rename', { id, name: 'A new name' });
  await expect(studio.request('runs.delete', { id })).rejects.toMatchObject({ code: 'run-active' });
  const pausing = reached(studio, id, 'paused');
  await studio.request('runs.pause', { id });
  const paused = await pausing;
  expect(paused).toMatchObject({ name: 'A new name' });
  expect(paused.step).toBeGreaterThan(0);
  expect(paused.model).toBeUndefined();

  const resuming = reached(studio, id, 'running');
  expect(await studio.request('runs.resume', { id, steps: 20_000_000 })).toMatchObject({ status: 'queued' });
  const resumed = await resuming;
  expect(resumed).toMatchObject({ step: paused.step, hyperparameters: { steps: 20_000_000 } });
  expect(resumed.startedAt).toBe(paused.startedAt);
  await reported(studio, id, paused.step + 5);
  const stopping = reached(studio, id, 'stopped');
  await studio.request('runs.stop', { id });
  expect(await stopping).toMatchObject({ model: id, name: 'A new name' });
  expect((await studio.request('studio.state', {})).models).toMatchObject([{ id, name: 'A new name' }]);

  await studio.request('runs.delete', { id });
  expect((await studio.request('studio.state', {})).runs).toEqual([]);
  expect((await studio.request('runs.restore', { id })).status).toBe('stopped');
  const { total } = await studio.request('runs.metrics', { id, points: 10 });
  expect(total).toBeGreaterThan(2);
});

test('a worker that is killed becomes an error with its reason; the run is resumed from its last checkpoint', async () => {
  const folder = temporaryFolder();
  const { studio, corpus } = await studioWithFable(folder);
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: ENDLESS });
  await reported(studio, id, 25);
  const failing = reached(studio, id, 'failed');
  process.kill(await trainerOf(studio, id), 'SIGKILL');
  const failed = await failing;
  expect(failed.error).toMatchObject({
    code: 'worker-died',
    values: { reason: message('phrases.ended-by-signal', { signal: 'SIGKILL' }) },
  });
  expect(failed.step % 20).toBe(0);
  expect(failed.step).toBeGreaterThanOrEqual(20);
  expect(JSON.parse(readFileSync(join(folder, 'runs', id, 'run.json'), 'utf8'))).toMatchObject({ status: 'failed' });
  const resuming = reached(studio, id, 'running');
  await studio.request('runs.resume', { id });
  const resumed = await resuming;
  expect(resumed.step).toBe(failed.step);
  expect(resumed.error).toBeUndefined();
});

test('a run whose worker was killed is kept as a model without training on, once at a time', async () => {
  const { studio, corpus } = await studioWithFable(temporaryFolder());
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: ENDLESS });
  await reported(studio, id, 25);
  const failing = reached(studio, id, 'failed');
  process.kill(await trainerOf(studio, id), 'SIGKILL');
  const failed = await failing;
  const { job } = await studio.request('runs.stop', { id });
  await expect(studio.request('runs.stop', { id })).rejects.toMatchObject({ code: 'run-keeping' });
  await expect(studio.request('runs.resume', { id })).rejects.toMatchObject({ code: 'run-keeping' });
  const kept = (await studio.wait(job!)) as Run;
  expect(kept).toMatchObject({ id, status: 'stopped', step: failed.step, model: id });
  expect(kept.error).toBeUndefined();
  expect(kept.final!.accuracy).toBeGreaterThan(0);
  expect((await studio.request('studio.state', {})).models).toMatchObject([{ id, step: failed.step }]);
  expect(await runOf(studio, id)).toEqual(kept);
  await expect(studio.request('runs.stop', { id })).rejects.toMatchObject({ code: 'run-kept' });
  const resuming = reached(studio, id, 'running');
  await studio.request('runs.resume', { id });
  expect((await resuming).step).toBe(failed.step);
});

test('closing the studio pauses what trains; what waits goes on in a host that stays', async () => {
  const folder = temporaryFolder();
  const { studio, corpus } = await studioWithFable(folder);
  const first = await studio.request('runs.start', { corpus, hyperparameters: ENDLESS });
  const second = await studio.request('runs.start', { corpus, hyperparameters: QUICK });
  await reported(studio, first.id);
  await studio.close();
  const short = await openStudio(folder);
  expect((await runOf(short, first.id))!.status).toBe('paused');
  expect((await runOf(short, second.id))!.status).toBe('queued');
  await short.close();
  const resident = await openStudio(folder, { resident: true, resources: folder });
  expect((await reached(resident, second.id, 'done', 'failed')).status).toBe('done');
  expect((await runOf(resident, first.id))!.status).toBe('paused');
});

test('a run that another process trains is left alone', async () => {
  const folder = temporaryFolder();
  const { studio, corpus } = await studioWithFable(folder);
  const { id } = await studio.request('runs.start', { corpus, hyperparameters: QUICK });
  await reached(studio, id, 'done');
  const lock = await takeLock(join(folder, 'runs', id));
  const locked = { code: 'run-locked', values: { pid: String(process.pid) } };
  await expect(studio.request('runs.resume', { id, steps: 100 })).rejects.toMatchObject(locked);
  await expect(studio.request('runs.delete', { id })).rejects.toMatchObject(locked);
  await lock.release();
});
