import { expect, test, vi } from 'vitest';
import { message } from '../../../electron/contract/message.ts';
import type { ToWorker } from '../../../electron/contract/worker.ts';
import { Lane } from '../../../electron/studio/jobs/lane.ts';
import { WorkerProcess } from '../../../electron/studio/workers/worker-process.ts';
import { fakeLauncher, type FakeWorker } from '../fake-worker.ts';

const MODEL = { model: '/m' };
const PROMPT = { model: '/m', text: 'x' };
const RESULT = { symbols: [] };
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function laneOver(answer: (worker: FakeWorker, message: ToWorker) => void, idle = 60_000) {
  const { launch, workers } = fakeLauncher(answer);
  const malformed: string[] = [];
  const lane = new Lane({
    launch: () => new WorkerProcess(launch({ purpose: 'assist', env: {} }), (problem) => malformed.push(problem)),
    idle,
  });
  return { lane, workers, malformed };
}
const done = (worker: FakeWorker, message: ToWorker) => worker.say({ type: 'done', job: message.job, result: RESULT });

test('jobs go one after the other through one process, which stays warm', async () => {
  const { lane, workers } = laneOver((worker, message) => {
    expect(worker.received.at(-1)).toBe(message);
    done(worker, message);
  });
  const endings = await Promise.all([1, 2, 3].map(() => lane.run('prompt', PROMPT)));
  expect(endings).toEqual(Array.from({ length: 3 }, () => ({ type: 'done', result: RESULT })));
  expect(workers).toHaveLength(1);
});

const CHATTER = 'WARNING: All log messages before absl::InitializeLog() is called are written to STDERR';

test('a process that dies fails the job it was at, with its last lines but for the engine’s chatter; the next job gets a new one', async () => {
  let deaths = 0;
  const { lane, workers } = laneOver((worker, message) => {
    if (deaths++ === 0) worker.die({ signal: 'SIGSEGV', lastLines: [CHATTER, 'Segmentation fault'] });
    else done(worker, message);
  });
  const first = lane.run('prompt', PROMPT);
  const second = lane.run('prompt', PROMPT);
  await expect(first).rejects.toMatchObject({
    code: 'helper-died',
    values: { reason: message('phrases.ended-by-signal', { signal: 'SIGSEGV' }) },
    detail: 'Segmentation fault',
  });
  expect((await second).type).toBe('done');
  expect(workers).toHaveLength(2);
});

test('a failed job brings its own error, and the process stays', async () => {
  const error = { code: 'prompt-empty', message: 'm', hint: 'h', values: {}, detail: '' };
  const { lane, workers } = laneOver((worker, { job }) => worker.say({ type: 'failed', job, error }));
  await expect(lane.run('prompt', PROMPT)).rejects.toMatchObject({ code: 'prompt-empty' });
  await expect(lane.run('prompt', PROMPT)).rejects.toMatchObject({ code: 'prompt-empty' });
  expect(workers).toHaveLength(1);
});

test('a stopped job is asked to stop; one that waits never starts', async () => {
  const { lane, workers } = laneOver((worker, { type, job }) => {
    if (type === 'stop') worker.say({ type: 'stopped', job });
  });
  const abort = new AbortController();
  const running = lane.run('verify', MODEL, { signal: abort.signal });
  const waiting = lane.run('verify', MODEL, { signal: abort.signal });
  await settled();
  abort.abort();
  expect([await running, await waiting]).toEqual([{ type: 'stopped' }, { type: 'stopped' }]);
  expect(workers[0].received.map(({ type }) => type)).toEqual(['job', 'stop']);
});

test('a stopped job that does not answer is ended with its process after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { lane, workers } = laneOver(() => {});
  const abort = new AbortController();
  const running = lane.run('verify', MODEL, { signal: abort.signal });
  await vi.waitUntil(() => workers[0]?.received.length === 1);
  abort.abort();
  vi.advanceTimersByTime(9_900);
  expect(workers[0].killed).toBe(false);
  vi.advanceTimersByTime(200);
  vi.useRealTimers();
  expect(await running).toEqual({ type: 'stopped' });
  expect(workers[0].killed).toBe(true);
});

test('messages that do not fit are told, and results that do not fit fail the job', async () => {
  const { lane, malformed } = laneOver((worker, { job }) => {
    worker.say({ type: 'gossip' } as never);
    worker.say({ type: 'done', job: 'job_of_another', result: RESULT });
    worker.say({ type: 'done', job, result: { symbols: 'none' } });
  });
  await expect(lane.run('prompt', PROMPT)).rejects.toMatchObject({ code: 'internal' });
  expect(malformed).toHaveLength(1);
});

test('a process without work is let go, and started again when there is some', async () => {
  const { lane, workers } = laneOver(done, 10);
  await lane.run('prompt', PROMPT);
  await vi.waitUntil(() => workers[0].killed);
  expect((await lane.run('prompt', PROMPT)).type).toBe('done');
  expect(workers).toHaveLength(2);
  await lane.close();
  expect(workers[1].killed).toBe(true);
});

test('a renewed lane ends what was asked for, then starts a new process', async () => {
  const { lane, workers } = laneOver(done);
  const before = lane.run('prompt', PROMPT);
  const renewed = lane.renew();
  expect((await before).type).toBe('done');
  await renewed;
  expect(workers[0].killed).toBe(true);
  expect((await lane.run('prompt', PROMPT)).type).toBe('done');
  expect(workers).toHaveLength(2);
});
