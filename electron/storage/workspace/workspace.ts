import { chmod } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { corpusSchema, type Corpus } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import { modelCardSchema, type ModelCard } from '../../contract/model.ts';
import { passageSchema, type Passage } from '../../contract/passage.ts';
import { runSchema, type Run } from '../../contract/run.ts';
import { BookletCollection } from '../booklets/booklet-collection.ts';
import { Collection } from '../records/collection.ts';
import { onDisk, systemCode } from '../files/disk-errors.ts';
import { makeFolder } from '../files/make-folder.ts';
import { confine } from '../files/confinement.ts';
import { StoryCollection } from '../stories/story-collection.ts';
import { cleanStrayFiles } from '../processes/stray-files.ts';
import { finishCopies } from './unfinished-copies.ts';
import { KIND_FOLDERS, kindOfPlace, renewMark, writeMark, type PlaceKind } from './workspace-mark.ts';

/** Everything of one person, in one folder of plain files. */
export interface Workspace {
  readonly root: string;
  readonly corpora: Collection<Corpus>;
  readonly runs: Collection<Run>;
  readonly models: Collection<ModelCard>;
  readonly stories: StoryCollection;
  readonly passages: Collection<Passage>;
  readonly booklets: BookletCollection;
  readonly settingsPath: string;
  readonly draftPath: string;
  readonly logFolder: string;
}

const FOLDERS = [...KIND_FOLDERS, 'log'];
/** runs/<id>/checkpoints/<step> lies deepest. */
const STRAY_DEPTH = 4;
/** How a system says that there is no such folder, drive or server. */
const GONE: ReadonlySet<string> = new Set('ENOENT ENOTDIR ENODEV ENXIO ENOMEDIUM ENOTCONN ESTALE EHOSTDOWN'.split(' '));

/** The folder asked for, else AESOP_HOME, else `Aesop` in the home folder. */
export function workspaceFolder(asked?: string): string {
  return resolve(asked || process.env.AESOP_HOME || join(homedir(), 'Aesop'));
}

/** A workspace whose folder is known to be there, as a worker is told it. From now on nothing in it is written through links. */
export function workspaceAt(root: string): Workspace {
  confine(root);
  return {
    root,
    corpora: new Collection(root, {
      folder: 'corpora',
      file: 'corpus.json',
      format: 'corpus',
      schema: corpusSchema,
      missing: 'corpus-missing',
      called: ({ name }) => name,
    }),
    runs: new Collection(root, {
      folder: 'runs',
      file: 'run.json',
      format: 'run',
      schema: runSchema,
      missing: 'run-missing',
      called: ({ name }) => name,
    }),
    models: new Collection(root, {
      folder: 'models',
      file: 'card.json',
      format: 'card',
      schema: modelCardSchema,
      missing: 'model-missing',
      called: ({ name }) => name,
    }),
    stories: new StoryCollection(root),
    passages: new Collection(root, {
      folder: 'passages',
      file: null,
      format: 'passage',
      schema: passageSchema,
      missing: 'passage-missing',
      called: ({ text }) => text,
    }),
    booklets: new BookletCollection(root),
    settingsPath: join(root, 'settings.json'),
    draftPath: join(root, 'draft.json'),
    logFolder: join(root, 'log'),
  };
}

/** Whether anything of ours can be read there. */
async function holdsThings({ corpora, runs, models, stories }: Workspace): Promise<boolean> {
  const lists = await Promise.all([corpora.list(), runs.list(), models.list(), stories.list()]);
  return lists.some(({ items }) => items.length > 0);
}

/** What lies at a root: of a workspace from before the mark some folders may have been deleted by hand. */
async function kindOf(workspace: Workspace): Promise<PlaceKind> {
  const kind = await kindOfPlace(workspace.root);
  return kind === 'foreign' && (await holdsThings(workspace)) ? 'workspace' : kind;
}

/**
 * Whether a workspace lies in a folder. Where its drive is not there, the folder is missing, or it is the bare one that the
 * drive is mounted on; what cannot be looked into may be one all the same.
 */
export async function isWorkspace(folder: string): Promise<boolean> {
  try {
    return (await kindOf(workspaceAt(folder))) === 'workspace';
  } catch (thrown) {
    return !GONE.has(systemCode(thrown));
  }
}

async function begin(root: string): Promise<void> {
  await writeMark(root);
  // A folder that was there, and empty, is as private as one that is made; some drives know no modes.
  await chmod(root, 0o700).catch(() => {});
  for (const name of FOLDERS) await makeFolder(join(root, name));
}

async function resume(root: string): Promise<void> {
  await renewMark(root);
  // What cannot be made now is made, or complained of, when something is written into it.
  for (const name of FOLDERS) await makeFolder(join(root, name)).catch(() => {});
}

/**
 * Opens a workspace, or begins one in a folder that is missing or empty, and clears what killed processes left
 * half-written. Nothing is written into any other folder. Only what is new becomes private (0700, 0600; not on Windows):
 * who opened an older workspace to others on purpose finds it as it was.
 * @throws AesopError `not-a-workspace` where other things lie there, `not-a-folder`, `no-permission`, `disk-full`,
 * `model-newer` (the workspace of a later Aesop)
 */
export async function openWorkspace(folder?: string): Promise<Workspace> {
  const root = workspaceFolder(folder);
  const workspace = workspaceAt(root);
  await onDisk(root, async () => {
    await makeFolder(root);
    await finishCopies(root);
    const kind = await kindOf(workspace);
    if (kind === 'foreign') throw new AesopError('not-a-workspace', { path: root });
    await (kind === 'empty' ? begin(root) : resume(root));
    await cleanStrayFiles(root, STRAY_DEPTH);
  });
  return workspace;
}
