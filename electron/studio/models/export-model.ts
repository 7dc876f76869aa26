import { rm, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { RequestOutput, RequestValue } from '../../contract/studio.ts';
import { slug } from '../../storage/records/ids.ts';
import { packFolder } from '../../storage/models/model-archive.ts';
import type { Context } from '../context.ts';
import { resultOf } from '../jobs/jobs.ts';
import { modelFolder } from './model-folder.ts';

const ARCHIVES = ['.zip', '.aesop'];

/** Into the granted place, as a folder or, where its name ends so, one archive; without a place, an archive to fetch. */
export async function exportModel(
  context: Context,
  { id, format, target: token }: RequestValue<'models.export'>,
): Promise<RequestOutput<'models.export'>> {
  const model = await modelFolder(context, id);
  const granted = token === undefined ? undefined : context.files.target(token);
  const write = async (target: string) => resultOf(await context.models.run('export', { model, format, target }));
  if (granted !== undefined && !ARCHIVES.includes(extname(granted).toLowerCase())) {
    const { bytes } = await write(granted);
    return { file: token!, name: basename(granted), bytes };
  }
  return context.scratch.filled(async (folder) => {
    const made = await write(join(folder, 'model'));
    const { name } = await context.workspace.models.read(id);
    const archive = granted ?? join(folder, `${slug(name) || id}-${format}.zip`);
    await packFolder(made.target, archive);
    await (granted === undefined ? rm(made.target, { recursive: true, force: true }) : context.scratch.remove(folder));
    const { size: bytes } = await stat(archive);
    const file = token ?? context.files.grantMade(archive, () => context.scratch.remove(folder));
    return { file, name: basename(archive), bytes };
  });
}
