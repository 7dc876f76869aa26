import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeRunFolders, runFiles } from '../../../electron/storage/runs/run-files.ts';
import type { CheckpointForm } from '../../../electron/engine/training/index.ts';
import type { JobContext, Telling } from '../../../electron/worker/job.ts';
import { RunSink } from '../../../electron/worker/runs/training-sink.ts';
import { report } from '../../renderer/fixtures/runs.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';

const REPORTS = 200;

const stepsIn = (path: string): number[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { step: number }).step);

test('what is told of a run is in its files by then, in order and once, also what no one was told of before it', async () => {
  const files = runFiles(temporaryFolder());
  await makeRunFolders(files);
  const told: number[] = [];
  const missing: Telling[] = [];
  const tell = (message: Telling) => {
    if (message.type === 'report') {
      const { step } = message.report;
      told.push(step);
      const there = stepsIn(files.metrics);
      if (there.length < step || there.some((at, index) => at !== index + 1)) missing.push(message);
    } else if (message.type === 'sample' && !stepsIn(files.samples).includes(message.sample.step))
      missing.push(message);
  };
  const sink = await RunSink.open(files, {} as CheckpointForm, 0, { tell } as unknown as JobContext);
  for (let step = 1; step <= REPORTS; step++) {
    sink.report(report(step, REPORTS), step % 2 === 0);
    if (step % 50 === 0) sink.sample({ step, prompt: [], symbols: [] } as never);
  }
  await sink.close();
  sink.check();
  expect(missing).toEqual([]);
  expect(told).toEqual(Array.from({ length: REPORTS / 2 }, (_, index) => 2 * index + 2));
});
