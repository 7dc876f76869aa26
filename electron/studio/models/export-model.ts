import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { endingOf, fileEnding, variantOf } from '../../contract/export-formats.ts';
import type { MadeFile, RequestValue } from '../../contract/studio.ts';
import { slug } from '../../storage/records/ids.ts';
import type { Context } from '../context.ts';
import { resultOf, type JobControl } from '../jobs/jobs.ts';
import type { WorkerReport } from '../workers/worker-process.ts';
import { modelFolder } from './model-folder.ts';

/**
 * Into the granted place, which the person was asked about where something is there; without a place, as one file to fetch.
 * A folder becomes an archive where the place ends so.
 */
export async function exportModel(
  context: Context,
  { id, format, target: token, precision, language }: RequestValue<'models.export'>,
  { signal, progress }: JobControl,
): Promise<MadeFile> {
  const model = await modelFolder(context, id);
  const write = async (target: string, replace: boolean): Promise<number> => {
    const input = { workspace: context.workspace.root, model, format, target, replace, precision, language };
    const report = (message: WorkerReport) => message.type === 'progress' && progress(message.fraction);
    return resultOf(await context.models.run('export', input, { signal, report })).bytes;
  };
  if (token !== undefined) {
    const target = context.files.target(token);
    // a save dialog asks before a file is replaced, but not before a folder is
    return { file: token, name: basename(target), bytes: await write(target, endingOf(format, target) !== '') };
  }
  return context.scratch.filled(async (folder) => {
    const { name } = await context.workspace.models.read(id);
    const made = join(folder, `${slug(name) || id}-${variantOf(format, precision)}${fileEnding(format)}`);
    await write(made, false);
    const { size: bytes } = await stat(made);
    return { file: context.files.grantMade(made, () => context.scratch.remove(folder)), name: basename(made), bytes };
  });
}
