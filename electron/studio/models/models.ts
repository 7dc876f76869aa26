import { stat } from 'node:fs/promises';
import { cutText, LONGEST } from '../../contract/limits.ts';
import type { ModelCard } from '../../contract/model.ts';
import { AesopError } from '../../contract/errors.ts';
import { writeFolderAtomic } from '../../storage/files/atomic.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { serially } from '../../storage/files/serial.ts';
import { newId } from '../../storage/records/ids.ts';
import { copyModelFiles } from '../../storage/models/model-folder.ts';
import { unpackModel } from '../../storage/models/model-archive.ts';
import { firstUnused } from '../first-unused.ts';
import type { Context } from '../context.ts';
import { exportModel } from './export-model.ts';
import { modelFolder } from './model-folder.ts';
import { resultOf } from '../jobs/jobs.ts';
import { listVerbs } from '../list-verbs.ts';
import type { Verbs } from '../verbs.ts';

/** Tells of a model that a worker made. */
export async function tellModel({ workspace, events, log }: Context, id: string): Promise<void> {
  try {
    events.changed('models', await workspace.models.read(id));
  } catch (thrown) {
    // The run that it was made of is settled all the same.
    log.failure(`model ${id}`, thrown, 'warning');
  }
}

/** Takes a model folder, or its archive, into the workspace once the worker has found it whole. */
async function importModel(context: Context, path: string, name: string): Promise<ModelCard> {
  const { workspace, models } = context;
  const isFolder = (await onDisk(path, () => stat(path))).isDirectory();
  const id = newId(name.replace(/\.(aesop|zip)$/i, ''), 'model');
  const named = (thrown: unknown) =>
    thrown instanceof AesopError && 'id' in thrown.values
      ? new AesopError(thrown.code, { ...thrown.values, id: name }, thrown.detail)
      : thrown;
  await writeFolderAtomic(workspace.models.path(id), async (folder) => {
    try {
      await (isFolder ? copyModelFiles(path, folder, name) : unpackModel(path, folder, name));
      resultOf(await models.run('verify', { model: folder }));
    } catch (thrown) {
      throw named(thrown);
    }
  });
  return serially('name an imported model', () => calledApart(context, id));
}

/** Room for a number behind a name. */
const NUMBER_ROOM = 7;

/** A model that came in under a name that another has gets a number behind it. */
async function calledApart({ workspace: { models } }: Context, id: string): Promise<ModelCard> {
  const { name } = await models.read(id);
  const others = (await models.list()).items.filter((other) => other.id !== id);
  const cut = cutText(name, LONGEST.name - NUMBER_ROOM);
  const free = firstUnused(others, (number) => (number === 1 ? name : `${cut} ${number}`));
  return models.update(id, (card) => ({ ...card, name: free }));
}

export function modelVerbs(context: Context): Verbs<'models.'> {
  const { workspace, events } = context;
  const named = (card: ModelCard, name: string) => ({ ...card, name });
  const list = listVerbs(events, 'models', workspace.models, named, (card) => card);
  return {
    'models.rename': list.rename,
    async 'models.remark'({ id, note, tags }) {
      // what is empty is left out, as in a model that nobody remarked on
      const remarked = (card: ModelCard) => ({
        ...card,
        note: note || undefined,
        tags: tags.length > 0 ? tags : undefined,
      });
      return events.changed('models', await workspace.models.update(id, remarked));
    },
    'models.delete': list.delete,
    'models.restore': list.restore,
    async 'models.import'({ file }) {
      try {
        return await context.files.use(file, 'source', async ({ path, name }) =>
          events.changed('models', await importModel(context, path, name)),
        );
      } finally {
        // Whole or not: there is no other way to read it.
        context.files.release(file);
      }
    },
    async 'models.export'(input) {
      const { id } = await workspace.models.read(input.id);
      return { job: context.jobs.start('export', id, (control) => exportModel(context, input, control)) };
    },
    'models.map': async ({ id, symbols }) =>
      resultOf(await context.models.run('wordMap', { model: await modelFolder(context, id), symbols })),
    'models.neighbours': async ({ id, word, limit }) =>
      resultOf(await context.models.run('neighbours', { model: await modelFolder(context, id), word, limit })),
  };
}
