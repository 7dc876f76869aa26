import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { corpusSchema, type Corpus } from '../contract/corpus.ts';
import { modelCardSchema, type ModelCard } from '../contract/model.ts';
import { runSchema, type Run } from '../contract/run.ts';
import { storySchema, type Story } from '../contract/story.ts';
import { Collection } from './collection.ts';
import { onDisk } from './disk-errors.ts';
import { makeFolder } from './make-folder.ts';
import { cleanStrayFiles } from './stray-files.ts';
import { emptyOldTrash } from './trash.ts';

/** Everything of one person, in one folder of plain files. */
export interface Workspace {
  readonly root: string;
  readonly corpora: Collection<Corpus>;
  readonly runs: Collection<Run>;
  readonly models: Collection<ModelCard>;
  readonly stories: Collection<Story>;
  readonly settingsPath: string;
  readonly logFolder: string;
}

const FOLDERS = ['corpora', 'runs', 'models', 'stories', 'log'];
/** runs/<id>/checkpoints/<step> lies deepest. */
const STRAY_DEPTH = 4;

/** The folder asked for, else AESOP_HOME, else `Aesop` in the home folder. */
export function workspaceFolder(asked?: string): string {
  return resolve(asked || process.env.AESOP_HOME || join(homedir(), 'Aesop'));
}

/** A workspace whose folder is known to be there, as a worker is told it. */
export function workspaceAt(root: string): Workspace {
  return {
    root,
    corpora: new Collection(root, {
      folder: 'corpora',
      file: 'corpus.json',
      schema: corpusSchema,
      missing: 'corpus-missing',
    }),
    runs: new Collection(root, { folder: 'runs', file: 'run.json', schema: runSchema, missing: 'run-missing' }),
    models: new Collection(root, {
      folder: 'models',
      file: 'card.json',
      schema: modelCardSchema,
      missing: 'model-missing',
    }),
    stories: new Collection(root, { folder: 'stories', file: null, schema: storySchema, missing: 'story-missing' }),
    settingsPath: join(root, 'settings.json'),
    logFolder: join(root, 'log'),
  };
}

/**
 * Opens a workspace: makes its folders, clears what killed processes left half-written, empties the old trash.
 * @throws AesopError `no-permission`, `disk-full`, `not-a-folder`
 */
export async function openWorkspace(folder?: string): Promise<Workspace> {
  const root = workspaceFolder(folder);
  await onDisk(root, async () => {
    for (const name of FOLDERS) await makeFolder(join(root, name));
    await cleanStrayFiles(root, STRAY_DEPTH);
    await emptyOldTrash(root);
  });
  return workspaceAt(root);
}
