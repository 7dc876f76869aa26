import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nameOf } from '../../contract/common.ts';
import type { Corpus, Reading } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import { cutText, LONGEST } from '../../contract/limits.ts';
import type { JobInput } from '../../contract/worker.ts';
import { newId } from '../../storage/records/ids.ts';
import { temporaryFolder } from '../../storage/processes/temporary-folder.ts';
import { isLearnt } from '../../storage/workspace/learnt-text.ts';
import { writeText } from '../../storage/files/write-text.ts';
import type { Context } from '../context.ts';
import { firstUnused } from '../first-unused.ts';
import { resultOf, type JobControl } from '../jobs/jobs.ts';

type Control = Pick<JobControl, 'signal' | 'progress'>;

/** Has a worker read a file into a corpus. */
async function read<Kind extends 'import' | 'join' | 'prepare'>(
  { workspace, texts, events }: Context,
  kind: Kind,
  input: Omit<JobInput<Kind>, 'workspace'>,
  { signal, progress }: Control,
): Promise<Corpus> {
  const ending = await texts.run(kind, { workspace: workspace.root, ...input } as JobInput<Kind>, {
    signal,
    report: (message) => message.type === 'progress' && progress(message.fraction),
  });
  return events.changed('corpora', resultOf(ending) as Corpus);
}

/** Reads a text into the workspace. */
export const importText = (
  context: Context,
  text: Omit<JobInput<'import'>, 'workspace'>,
  control: Control,
): Promise<Corpus> => read(context, 'import', text, control);

/** Reads several files into the workspace, as one text. */
export const joinFiles = (
  context: Context,
  text: Omit<JobInput<'join'>, 'workspace'>,
  control: Control,
): Promise<Corpus> => read(context, 'join', text, control);

/** Reads a text that was pasted into the workspace. */
export async function importPasted(context: Context, name: string, text: string, control: Control): Promise<Corpus> {
  const folder = await temporaryFolder('paste');
  try {
    const path = join(folder, 'text.txt');
    await writeText(path, text);
    return await importText(context, { path, name, origin: 'paste', encoding: 'utf-8' }, control);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `Walden` → `Walden (2)`, `Walden (3)` … */
async function nextName({ workspace: { corpora } }: Context, name: string): Promise<string> {
  const plain = cutText(name.replace(/ \(\d{1,3}\)$/, ''), LONGEST.name - 8);
  return firstUnused((await corpora.list()).items, (number) => nameOf(`${plain} (${number + 1})`, name));
}

/** Reads the file that a text came from once more, in another way: in its place, or beside it where something learnt from it. */
export async function prepareAgain(
  context: Context,
  id: string,
  how: Reading & Pick<JobInput<'prepare'>, 'sources' | 'files'>,
  control: Control,
): Promise<Corpus> {
  const text = await context.workspace.corpora.read(id);
  const { name } = text;
  const prepare = (target: { target: string; name: string }) =>
    read(context, 'prepare', { corpus: id, ...target, ...how }, control);
  const beside = async () => prepare({ target: newId(name, 'text'), name: await nextName(context, name) });
  if (await isLearnt(context.workspace, text)) return beside();
  return prepare({ target: id, name }).catch((thrown: unknown) => {
    // a training of it began meanwhile
    if (thrown instanceof AesopError && thrown.code === 'text-learnt') return beside();
    throw thrown;
  });
}
