import type { Corpus } from '../../../../electron/contract/corpus.ts';
import type { PlainError } from '../../../../electron/contract/errors.ts';
import { corpora } from '../../../state/corpora.svelte.ts';
import { imports } from '../../../state/imports.svelte.ts';
import { jobs } from '../../../state/jobs.svelte.ts';

/** A file being read, here or in another window, or one that could not be. */
export interface Arriving {
  readonly id: string;
  readonly name: string;
  /** of an import of this window */
  readonly key?: number;
  readonly error?: PlainError;
  /** 0 to 1, as far as it is known */
  readonly fraction: number;
  /** files are read one by one: it comes after another */
  readonly waits?: boolean;
  readonly stop: () => Promise<unknown>;
}

interface Text {
  readonly id: string;
  readonly name: string;
  readonly corpus: Corpus;
}

/** What stands in the list of texts. */
export type Entry = Text | Arriving;

export const importEntry = (key: number): string => `import-${key}`;

/** Those that have to wait for one before them. */
export function inTurn(arriving: readonly Arriving[]): Arriving[] {
  const first = arriving.findIndex(({ error }) => !error);
  return arriving.map((one, k) => ({ ...one, waits: !one.error && one.fraction === 0 && first >= 0 && k > first }));
}

/** The texts, and below them the files on their way in. */
export function entries(): Entry[] {
  const own = imports.list.filter(({ doubtful }) => !doubtful);
  const jobsOfOwn = new Set(imports.list.map(({ job }) => job));
  const others = jobs.list.filter(({ kind, job }) => kind === 'import' && !jobsOfOwn.has(job));
  return [
    ...corpora.list.map((corpus) => ({ id: corpus.id, name: corpus.name, corpus })),
    ...inTurn([
      ...own.map((item) => ({
        id: importEntry(item.key),
        key: item.key,
        name: item.name,
        error: item.error,
        fraction: imports.fraction(item),
        stop: () => imports.discard(item.key),
      })),
      ...others.map(({ job, subject, fraction }) => ({
        id: job,
        name: subject,
        fraction,
        stop: () => jobs.cancel(job),
      })),
    ]),
  ];
}
