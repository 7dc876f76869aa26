import { basename, resolve } from 'node:path';
import type { Reading, Source } from '../contract/corpus.ts';
import { AesopError } from '../contract/errors.ts';
import type { NamedFile } from './text-files.ts';

/** How files are to be read, with what `--column` said each time it was given: a column for all, or `file=column`. */
export type AskedReading = Omit<Reading, 'column'> & { readonly columns?: readonly string[] };

/** Of what may stand before the column, UTF-16 units. */
const LONGEST_PATH = 4_096;
/** Files that an error names. */
const NAMED = 20;

type Typed = Pick<NamedFile, 'name'> & Partial<Pick<NamedFile, 'path'>>;

/** Indices of the files that were typed so: by their path, by their name with or without folders, or by their number from 1 on. */
function filesTyped(files: readonly Typed[], typed: string): number[] {
  const [asked, place] = [typed.normalize(), resolve(typed)];
  const ways: ((file: Typed, index: number) => boolean)[] = [
    ({ path }) => path === place,
    ({ name }) => name.normalize() === asked,
    ({ name }) => basename(name.normalize()) === asked,
    (_, index) => `${index + 1}` === asked,
  ];
  for (const isMeant of ways) {
    const meant = files.flatMap((file, index) => (isMeant(file, index) ? [index] : []));
    if (meant.length > 0) return meant;
  }
  return [];
}

/** @throws AesopError `column-file` */
function requireFile(files: readonly Typed[], value: string): void {
  const names = files.slice(0, NAMED).map(({ name }) => name);
  const known = [...names, ...(files.length > NAMED ? ['…'] : [])].join(', ');
  // of a single file, all of it is the name of a column
  if (files.length > 1) throw new AesopError('column-file', { file: value.slice(0, value.indexOf('=')), value, known });
}

/**
 * Which column is the text of all files, and which of one alone; said twice of the same, the last counts. Names of files and
 * of columns may have a `=` in them: it is parted where a file stands before it.
 * @throws AesopError `column-file`
 */
function columnsOf(files: readonly Typed[], columns: readonly string[] = []) {
  const own: (string | undefined)[] = files.map(() => undefined);
  let all: string | undefined;
  for (const value of columns) {
    const at = [...value.slice(0, LONGEST_PATH).matchAll(/=/g)].map(({ index }) => index);
    const parted = at.find((each) => filesTyped(files, value.slice(0, each)).length > 0);
    if (parted === undefined) {
      if (at.length > 0) requireFile(files, value);
      all = value;
    } else for (const index of filesTyped(files, value.slice(0, parted))) own[index] = value.slice(parted + 1);
  }
  return { all, own };
}

/** How a file is to be read that is alone. @throws AesopError `column-file` */
export function readingOfOne(file: Typed, { columns, ...reading }: AskedReading): Reading {
  const { all, own } = columnsOf([file], columns);
  return { ...reading, column: own[0] ?? all };
}

/**
 * How several files are to be read. One whose column was chosen was meant by itself: it is not passed over.
 * @throws AesopError `column-file`
 */
export function readingOfSeveral(files: readonly NamedFile[], { columns, ...reading }: AskedReading) {
  const { all, own } = columnsOf(files, columns);
  return {
    files: files.map((file, index) => ({
      ...file,
      ...(own[index] === undefined ? { column: undefined } : { column: own[index], found: false }),
    })),
    reading: { ...reading, column: all } satisfies Reading,
  };
}

/**
 * How the files of a text are to be read again: those that something was said of; all of them, where it holds for all.
 * @throws AesopError `column-file`, `column-of-no-table`
 */
export function readingOfSources(sources: readonly Source[], { columns, ...reading }: AskedReading) {
  const { all, own } = columnsOf(sources, columns);
  const ofAll = all !== undefined || Object.values(reading).some((wish) => wish !== undefined);
  return sources.flatMap(({ name, kind }, index) => {
    const column = own[index];
    if (column !== undefined && kind !== 'table') throw new AesopError('column-of-no-table', { name, column });
    return ofAll || column !== undefined ? [{ index, ...reading, column: column ?? all }] : [];
  });
}
