import { mkdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import {
  REPORTS_AT_ONCE,
  reportsSchema,
  type Report,
  type Reports,
  type Sample,
} from '../../../electron/contract/run.ts';
import type { CheckpointForm } from '../../../electron/engine/training/index.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import { RunSink } from '../../../electron/worker/runs/training-sink.ts';
import type { JobContext } from '../../../electron/worker/job.ts';
import { report, reports, samples } from '../../renderer/fixtures/runs.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

const told = (path: string) => readFileSync(path, 'utf8').trim().split('\n').filter(Boolean).length;

test('what is told of a run is in its files by then: a page that asks later misses nothing', async () => {
  const files = runFiles(temporaryFolder());
  mkdirSync(files.tensorboard, { recursive: true });
  const written: [string, number][] = [];
  const tell = vi.fn<JobContext['tell']>(({ type }) => {
    written.push([type, told(type === 'report' ? files.metrics : files.samples)]);
  });
  const sink = await RunSink.open(files, {} as CheckpointForm, 0, { tell } as unknown as JobContext);
  for (const report of reports.slice(0, 3) as Report[]) sink.report(report, report !== reports[1]);
  sink.sample(samples[0] as Sample);
  await sink.close();
  expect(tell.mock.calls.map(([{ type }]) => type)).toEqual(['report', 'report', 'sample']);
  const counts = written.filter(([type]) => type === 'report').map(([, lines]) => lines);
  expect(counts[0]).toBeGreaterThanOrEqual(1);
  expect(counts[1]).toBe(3);
  expect(written).toContainEqual(['sample', 1]);
});

test('no report is left out of what is told: each time all since the time before, and how many is bounded', async () => {
  const files = runFiles(temporaryFolder());
  mkdirSync(files.tensorboard, { recursive: true });
  const heard: Reports[] = [];
  const tell = ({ type, ...told }: Parameters<JobContext['tell']>[0]) => {
    if (type === 'report') heard.push(reportsSchema.parse(told));
  };
  const sink = await RunSink.open(files, {} as CheckpointForm, 0, { tell } as unknown as JobContext);
  const steps = Array.from({ length: 3 * REPORTS_AT_ONCE }, (_, index) => index + 1);
  const live = [1, 5, 6, 600];
  for (const step of steps) sink.report(report(step), live.includes(step));
  await sink.close();
  expect(heard.flatMap(({ before = [], report }) => [...before, report].map(({ step }) => step))).toEqual(steps);
  expect(heard.map(({ report, after }) => [after, report.step])).toEqual([
    [undefined, 1],
    [1, 5],
    [5, 6],
    [6, 7 + REPORTS_AT_ONCE],
    [7 + REPORTS_AT_ONCE, 8 + 2 * REPORTS_AT_ONCE],
    [8 + 2 * REPORTS_AT_ONCE, 600],
  ]);
});

test('what the model said is told after the report that it was asked at, due or not', async () => {
  const files = runFiles(temporaryFolder());
  mkdirSync(files.tensorboard, { recursive: true });
  const tell = vi.fn<JobContext['tell']>();
  const sink = await RunSink.open(files, {} as CheckpointForm, 0, { tell } as unknown as JobContext);
  for (const step of [1, 2, 3]) {
    sink.report(report(step), step === 1);
    sink.reached(step, step / 10);
    sink.sample({ ...(samples[0] as Sample), step });
  }
  await sink.close();
  const order = tell.mock.calls.map(([told]) => {
    if (told.type === 'report') return ['report', told.report.step];
    if (told.type === 'reached') return ['reached', 10 * told.seconds];
    return [told.type, told.type === 'sample' && told.sample.step];
  });
  const notDue = ['reached', 'report', 'sample'];
  expect(order).toEqual(
    [1, 2, 3].flatMap((step) => (step === 1 ? ['report', 'reached', 'sample'] : notDue).map((type) => [type, step])),
  );
});
