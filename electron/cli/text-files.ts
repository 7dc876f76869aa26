import { basename, resolve } from 'node:path';
import { AesopError } from '../contract/errors.ts';
import { isModelFolder } from '../contract/foreign-formats.ts';
import { MOST_SOURCES } from '../contract/limits.ts';
import { message } from '../contract/message.ts';
import type { Host } from './host.ts';
import { kindOfPath, missingFile } from './named-path.ts';
import { STANDARD_INPUT } from './standard-input.ts';

/** A file that is to be read, with what it is called. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
  /** in a folder: where it cannot be read, it is passed over */
  readonly found: boolean;
}

const isFolder = async (asked: string) => asked !== STANDARD_INPUT && (await kindOfPath(resolve(asked))) === 'folder';

/** @throws AesopError `document-unread` where the files of a folder are a model */
function refuseModel(folder: string, files: readonly { readonly name: string }[]): void {
  if (isModelFolder(files.map(({ name }) => name)))
    throw new AesopError('document-unread', {
      name: basename(folder),
      kind: message('documents.aesop'),
      advice: message('documents.import-model'),
    });
}

/** Whether what a person names is more than one file. */
export const areSeveral = async (asked: readonly string[]): Promise<boolean> =>
  asked.length > 1 || (asked.length === 1 && (await isFolder(asked[0])));

/** The name of a text of several files that are all of one folder; another is made of the names of the files. */
export const nameOfFolder = async (asked: readonly string[]): Promise<string | undefined> =>
  asked.length === 1 && (await isFolder(asked[0])) ? basename(resolve(asked[0])) : undefined;

/**
 * The files that a person names, by themselves or by their folder, in that order.
 * @throws AesopError `file-missing`, `folder-empty`, `document-unread` for the folder of a model, `files-many`,
 * `input-missing` for standard input a second time; as `Host.textFile`
 */
export async function textFiles(host: Host, asked: readonly string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const [index, each] of asked.entries()) {
    if (await isFolder(each)) {
      const { filesIn } = await import('../studio/index.ts');
      const folder = resolve(each);
      const inside = await filesIn(folder);
      refuseModel(folder, inside);
      files.push(...inside.map((file) => ({ ...file, found: true })));
    } else {
      if (each === STANDARD_INPUT && asked.indexOf(each) < index) throw new AesopError('input-missing', {});
      const path = await host.textFile(each);
      if (path === undefined) throw missingFile(each);
      files.push({ path, name: basename(path), found: false });
    }
    if (files.length > MOST_SOURCES) throw new AesopError('files-many', { limit: MOST_SOURCES });
  }
  return files;
}
