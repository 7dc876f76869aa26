import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reportSchema, sampleSchema, type Report, type Sample } from '../contract/run.ts';
import { dropCheckpointsAfter } from './checkpoints.ts';
import { keepLines, readLines } from './jsonl.ts';

/** Where the parts of one run lie. */
export interface RunFiles {
  readonly folder: string;
  readonly metrics: string;
  readonly samples: string;
  readonly checkpoints: string;
  readonly tensorboard: string;
}

/** @param folder the run's own folder in the workspace */
export function runFiles(folder: string): RunFiles {
  return {
    folder,
    metrics: join(folder, 'metrics.jsonl'),
    samples: join(folder, 'samples.jsonl'),
    checkpoints: join(folder, 'checkpoints'),
    tensorboard: join(folder, 'tensorboard'),
  };
}

/** Makes the folders that a training writes into. */
export async function makeRunFolders(files: RunFiles): Promise<void> {
  await mkdir(files.checkpoints, { recursive: true });
  await mkdir(files.tensorboard, { recursive: true });
}

/** Every report of a run, by rising step. */
export const readReports = (files: RunFiles): AsyncGenerator<Report> => readLines(files.metrics, reportSchema);

/** Every sample of a run, by rising step. */
export const readSamples = (files: RunFiles): AsyncGenerator<Sample> => readLines(files.samples, sampleSchema);

/** Forgets what a run did after `step`, from where it goes on: those steps will be made and told again. */
export async function rewindRun(files: RunFiles, step: number): Promise<void> {
  await keepLines(files.metrics, reportSchema, (report) => report.step <= step);
  await keepLines(files.samples, sampleSchema, (sample) => sample.step <= step);
  await dropCheckpointsAfter(files.checkpoints, step);
}
