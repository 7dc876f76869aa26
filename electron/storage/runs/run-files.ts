import { join } from 'node:path';
import { sampleSchema, type Report, type Sample } from '../../contract/run.ts';
import { dropCheckpointsAfter } from '../checkpoints/checkpoints.ts';
import { bySchema, cutLines, readLines } from '../files/jsonl.ts';
import { makeFolder } from '../files/make-folder.ts';
import { refuseLinks } from '../files/confinement.ts';

const asSample = bySchema(sampleSchema);

/** Where the parts of one run lie. */
export interface RunFiles {
  readonly folder: string;
  readonly metrics: string;
  readonly samples: string;
  readonly checkpoints: string;
  readonly tensorboard: string;
  /** copy of the model that it learns on from, where it does */
  readonly base: string;
}

/** @param folder the run's own folder in the workspace */
export function runFiles(folder: string): RunFiles {
  return {
    folder,
    metrics: join(folder, 'metrics.jsonl'),
    samples: join(folder, 'samples.jsonl'),
    checkpoints: join(folder, 'checkpoints'),
    tensorboard: join(folder, 'tensorboard'),
    base: join(folder, 'base'),
  };
}

/** Makes the folders that a training writes into. @throws AesopError `not-plain` where one of them is a link */
export async function makeRunFolders(files: RunFiles): Promise<void> {
  await makeFolder(files.checkpoints);
  await makeFolder(files.tensorboard);
}

/**
 * Every report of a run, by rising step. They are not checked one by one (a long run has a million): check those you keep
 * with `reportSchema`.
 */
export function readReports(files: RunFiles): AsyncGenerator<Report> {
  return readLines(files.metrics, (value) =>
    typeof (value as Report).step === 'number' ? (value as Report) : undefined,
  );
}

/** Every sample of a run, by rising step. */
export function readSamples(files: RunFiles): AsyncGenerator<Sample> {
  return readLines(files.samples, asSample);
}

const stepOf = (value: unknown) => (value as Partial<Report> | null)?.step ?? Infinity;

/**
 * Forgets what a run did after `step`, from where it goes on: those steps will be made and told again.
 * @throws AesopError `not-plain` where a part of the run is a link
 */
export async function rewindRun(files: RunFiles, step: number): Promise<void> {
  await refuseLinks(files.checkpoints);
  await cutLines(files.metrics, (value) => stepOf(value) <= step);
  // what was said before the first step is said again by a run that begins again
  await cutLines(files.samples, (value) => stepOf(value) <= step && step > 0);
  await dropCheckpointsAfter(files.checkpoints, step);
}
