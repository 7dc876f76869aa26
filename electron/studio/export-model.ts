import { rm, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { RequestOutput, RequestValue } from '../contract/studio.ts';
import { slug } from '../storage/ids.ts';
import { packFolder } from '../storage/model-archive.ts';
import type { Context } from './context.ts';
import { resultOf } from './jobs.ts';
import { modelFolder } from './models.ts';

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
  const folder = await context.scratch.folder();
  const written = await write(join(folder, 'model'));
  const { name } = await context.workspace.models.read(id);
  const archive = granted ?? join(folder, `${slug(name) || id}-${format}.zip`);
  await packFolder(written.target, archive);
  await rm(written.target, { recursive: true, force: true });
  const { size: bytes } = await stat(archive);
  return { file: token ?? context.files.grantMade(archive), name: basename(archive), bytes };
}
