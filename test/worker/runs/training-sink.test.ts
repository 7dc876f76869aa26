import { mkdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { Report, Sample } from '../../../electron/contract/run.ts';
import type { CheckpointForm } from '../../../electron/engine/training/index.ts';
import { runFiles } from '../../../electron/storage/runs/run-files.ts';
import { RunSink } from '../../../electron/worker/runs/training-sink.ts';
import type { JobContext } from '../../../electron/worker/job.ts';
import { reports, samples } from '../../renderer/fixtures/runs.ts';
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
  expect(tell.mock.calls.map(([{ type }]) => type).sort()).toEqual(['report', 'report', 'sample']);
  const counts = written.filter(([type]) => type === 'report').map(([, lines]) => lines);
  expect(counts[0]).toBeGreaterThanOrEqual(1);
  expect(counts[1]).toBe(3);
  expect(written).toContainEqual(['sample', 1]);
});
