import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endingOf, formatFacts, formatsFor, whyNot, type ExportFormat } from '../../contract/export-formats.ts';
import { AesopError } from '../../contract/errors.ts';
import {
  formats,
  openLeaving,
  type LeavingModel,
  type LeavingRun,
  type ModelFormat,
} from '../../engine/formats/index.ts';
import { readReports, readSamples, runFiles } from '../../storage/runs/run-files.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { JobInput } from '../../contract/worker.ts';
import type { Job } from '../job.ts';
import { intoPlace } from './export-place.ts';
import { readmeOf } from './export-readme.ts';
import { writeReport } from './report/index.ts';

/** The run that the model is of, where it is in the workspace. */
async function runOf(workspace: string, { card }: LeavingModel): Promise<LeavingRun | undefined> {
  const { runs } = workspaceAt(workspace);
  const run = card.run === undefined ? undefined : await runs.read(card.run).catch(() => undefined);
  if (run === undefined) return undefined;
  const files = runFiles(runs.path(run.id));
  return { run, reports: () => readReports(files), samples: () => readSamples(files) };
}

const REFUSALS = { run: 'export-run-missing', gates: 'export-gates', size: 'export-too-large' } as const;

/** What the engine writes; the report is said in somebody's language. */
function writerOf({ format, workspace, language }: JobInput<'export'>): ModelFormat {
  if (format !== 'report') return formats[format];
  return { write: (model, place) => writeReport(model, place, { workspace, language }) };
}

/** @throws AesopError `export-run-missing`, `export-gates`, `export-too-large` */
function refuse(format: ExportFormat, { card, run }: LeavingModel): void {
  const why = whyNot(format, card, run !== undefined);
  if (why === undefined) return;
  const others = formatsFor(card, run !== undefined).join(', ');
  throw new AesopError(REFUSALS[why], { id: card.id, format, others });
}

/**
 * Writes a model in another format, whole or not at all.
 * @throws AesopError as the model's check, `target-exists`, `export-run-missing`, `export-gates`, `export-too-large`, `disk-full`,
 *   `no-permission`
 */
export const exportModel: Job<'export'> = async (input, context) => {
  const { workspace, format, target, replace, precision, language } = input;
  const { write, usage } = writerOf(input);
  const ending = endingOf(format, target);
  const opened = await openLeaving(input.model, context);
  const model = { ...opened, run: await runOf(workspace, opened) };
  refuse(format, model);
  const isFolder = formatFacts(format).endings[0] === '';
  const bytes = await intoPlace({ target, isFolder, ending, replace }, async (place) => {
    await write(model, place, ending, precision);
    if (usage) await writeFile(join(place, 'README.md'), await readmeOf(model, usage, language), { flag: 'wx' });
  });
  return { target, bytes };
};
