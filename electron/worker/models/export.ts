import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endingOf, formatFacts } from '../../contract/export-formats.ts';
import { AesopError } from '../../contract/errors.ts';
import { formats, openLeaving, type LeavingModel, type LeavingRun } from '../../engine/formats/index.ts';
import { readReports, readSamples, runFiles } from '../../storage/runs/run-files.ts';
import { workspaceAt } from '../../storage/workspace/workspace.ts';
import type { Job } from '../job.ts';
import { intoPlace } from './export-place.ts';
import { readmeOf } from './export-readme.ts';

/** @throws AesopError `export-run-missing` where the run that the model is of is not in the workspace */
async function runOf(workspace: string, { card }: LeavingModel, format: string): Promise<LeavingRun> {
  const { runs } = workspaceAt(workspace);
  const run = card.run === undefined ? undefined : await runs.read(card.run).catch(() => undefined);
  if (run === undefined) throw new AesopError('export-run-missing', { id: card.id, format });
  const files = runFiles(runs.path(run.id));
  return { run, reports: () => readReports(files), samples: () => readSamples(files) };
}

/**
 * Writes a model in another format, whole or not at all.
 * @throws AesopError as the model's check, `target-exists`, `export-run-missing`, `disk-full`, `no-permission`
 */
export const exportModel: Job<'export'> = async (input, context) => {
  const { workspace, format, target, replace, precision, language } = input;
  const { write, usage } = formats[format];
  const ending = endingOf(format, target);
  const opened = await openLeaving(input.model, context);
  const run = formatFacts(format).needsRun ? await runOf(workspace, opened, format) : undefined;
  const model = { ...opened, run };
  const isFolder = formatFacts(format).endings[0] === '';
  const bytes = await intoPlace({ target, isFolder, ending, replace }, async (place) => {
    await write(model, place, ending, precision);
    if (usage) await writeFile(join(place, 'README.md'), await readmeOf(model, usage, language), { flag: 'wx' });
  });
  return { target, bytes };
};
