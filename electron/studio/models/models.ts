import { stat } from 'node:fs/promises';
import { cutText, LONGEST } from '../../contract/limits.ts';
import type { ModelCard } from '../../contract/model.ts';
import { AesopError } from '../../contract/errors.ts';
import { writeFolderAtomic } from '../../storage/files/atomic.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { serially } from '../../storage/files/serial.ts';
import { newId } from '../../storage/records/ids.ts';
import { copyModelFiles, takeModelFiles } from '../../storage/models/model-folder.ts';
import { unpackModel } from '../../storage/models/model-archive.ts';
import { firstUnused } from '../first-unused.ts';
import type { Context } from '../context.ts';
import { exportModel } from './export-model.ts';
import { modelFolder } from './model-folder.ts';
import { withoutExtension, type IdScale } from '../../contract/foreign-formats.ts';
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

/** A file or folder that a person handed over. */
interface Source {
  readonly path: string;
  readonly name: string;
}

/** What is asked of an import beside what is taken in. */
interface ImportWishes {
  /** what people will call it */
  readonly called?: string;
  /** files that came together with it */
  readonly beside?: readonly Source[];
  /** of a model that came without one */
  readonly vocabulary?: Source;
  /** what it reads for the number of a symbol */
  readonly idScale?: IdScale;
}

/** Whether there is no model of ours at all, whole or damaged: what there is may be another program's. */
const isNotOurs = (thrown: unknown): thrown is AesopError =>
  thrown instanceof AesopError &&
  (thrown.code === 'not-a-model' || (thrown.code === 'model-file-missing' && thrown.values.file === 'card.json'));

/** Brings a model into an empty folder: ours as it is, another program's as one of ours. */
async function takeIn(
  { models }: Context,
  { path, name }: Source,
  { folder, id, called, vocabulary, idScale, beside = [] }: ImportWishes & { folder: string; id: string },
): Promise<void> {
  const take = async () => {
    if (beside.length > 0) return takeModelFiles([{ path, name }, ...beside], folder, name);
    const isFolder = (await onDisk(path, () => stat(path))).isDirectory();
    return isFolder ? copyModelFiles(path, folder, name) : unpackModel(path, folder, name);
  };
  try {
    await take();
  } catch (thrown) {
    if (!isNotOurs(thrown)) throw thrown;
    try {
      resultOf(await models.run('convert', { path, name, beside, folder, id, called, vocabulary, idScale }));
    } catch (other) {
      // no format knows it either: what was missing of ours says more
      throw other instanceof AesopError && other.code === 'not-a-model' ? thrown : other;
    }
  }
}

/** Takes a model into the workspace once the worker has found it whole. */
async function importModel(context: Context, source: Source, wishes: ImportWishes): Promise<ModelCard> {
  const { workspace, models } = context;
  const { name } = source;
  const id = newId(withoutExtension(name), 'model');
  const named = (thrown: unknown) =>
    thrown instanceof AesopError && 'id' in thrown.values
      ? new AesopError(thrown.code, { ...thrown.values, id: name }, thrown.detail)
      : thrown;
  await writeFolderAtomic(workspace.models.path(id), async (folder) => {
    try {
      await takeIn(context, source, { ...wishes, folder, id });
      resultOf(await models.run('verify', { model: folder }));
    } catch (thrown) {
      throw named(thrown);
    }
  });
  return serially('name an imported model', () => calledApart(context, id, wishes.called));
}

/** Room for a number behind a name. */
const NUMBER_ROOM = 7;

/** A model that came in under a name that another has gets a number behind it. */
async function calledApart({ workspace: { models } }: Context, id: string, called?: string): Promise<ModelCard> {
  const { name: own } = await models.read(id);
  const name = called ?? own;
  const others = (await models.list()).items.filter((other) => other.id !== id);
  const cut = cutText(name, LONGEST.name - NUMBER_ROOM);
  const free = firstUnused(others, (number) => (number === 1 ? name : `${cut} ${number}`));
  return models.update(id, (card) => ({ ...card, name: free }));
}

/** What still goes on, of what a model was not taken in from: all where it may be asked for anew, words where they were unfit. */
function isToBeAsked(thrown: unknown): 'files' | 'words' | undefined {
  if (!(thrown instanceof AesopError)) return undefined;
  if (thrown.code === 'id-scale-wanted') return 'files';
  return thrown.code.startsWith('vocabulary-') ? 'words' : undefined;
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
    async 'models.import'({ file, beside = [], vocabulary, idScale, name: called }) {
      const words = vocabulary === undefined ? [] : [vocabulary];
      let asked: 'files' | 'words' | undefined;
      try {
        return await context.files.useAll([file, ...beside, ...words], async ([source, ...others]) => {
          const wishes = { called, idScale, beside: others.slice(0, beside.length), vocabulary: others[beside.length] };
          return events.changed('models', await importModel(context, source, wishes));
        });
      } catch (thrown) {
        asked = isToBeAsked(thrown);
        throw thrown;
      } finally {
        // Whole or not, there is no other way to read it, unless a person may still say what is missing.
        const done = { files: [], words };
        for (const token of asked ? done[asked] : [file, ...beside, ...words]) context.files.release(token);
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
