import {
  isCutAs,
  type Corpus,
  type CorpusStatistics,
  type FileReading,
  type Reading,
  type TextHits,
  type TextPreview,
  type TextSymbols,
  type TokenizerName,
} from '../../electron/contract/corpus.ts';
import { learntFrom } from '../../electron/contract/learnt.ts';
import { AesopError } from '../../electron/contract/errors.ts';
import { MOST_SOURCES } from '../../electron/contract/limits.ts';
import { textName } from '../../electron/contract/sample-texts.ts';
import type { Run } from '../../electron/contract/run.ts';
import type { GrantedFile } from '../../electron/contract/wire.ts';
import { client } from '../lib/client.ts';
import { deleteWithUndo } from './delete-with-undo.ts';
import { jobs } from './jobs.svelte.ts';
import { say, t } from './language.svelte.ts';
import { byFolder, Listed } from './listed.svelte.ts';
import { machine } from './machine.svelte.ts';
import { runs } from './runs.svelte.ts';

/** Characters beyond which a pasted text is sent as a file. */
const LONG_PASTE = 1_000_000;

/** @param found in a folder: what of it cannot be read is passed over. @throws AesopError `files-many` */
function asked(files: readonly GrantedFile[], found = false) {
  if (files.length > MOST_SOURCES) throw new AesopError('files-many', { limit: MOST_SOURCES });
  return files.map(({ file }) => ({ file, found }));
}

/** Under the name that it has in the language of the page. */
function named(corpus: Corpus): Corpus {
  const name = say(textName(corpus));
  return name === corpus.name ? corpus : { ...corpus, name };
}

/** The texts of the Library. */
class Corpora extends Listed<'corpora'> {
  constructor() {
    super('corpora', byFolder, named);
  }

  /** The text that a run learnt from. */
  of({ corpus }: Run): Corpus | undefined {
    return learntFrom(this.list, corpus);
  }

  /** How a file would read, in its guessed or a given encoding. */
  preview(file: GrantedFile, encoding?: string): Promise<TextPreview> {
    return client.request('corpora.preview', { file: file.file, encoding });
  }

  /** Begins to read a file; `jobs.end` gives the corpus. */
  async import(file: GrantedFile, options: { encoding?: string; name?: string } = {}): Promise<string> {
    const { job } = await client.request('corpora.import', { file: file.file, ...options });
    return job;
  }

  /** Begins to read the file of a text anew; `jobs.end` gives the text as it is then, or a new one. */
  async prepare(id: string, reading: Reading & { files?: FileReading[] }): Promise<string> {
    return (await client.request('corpora.prepare', { id, ...reading })).job;
  }

  /** Begins to read several files as one text; `jobs.end` gives it. */
  async join(files: readonly GrantedFile[], found = false): Promise<string> {
    return (await client.request('corpora.join', { files: asked(files, found) })).job;
  }

  /** Begins to make a text of these of its files and of others behind them; `jobs.end` gives it, or a new one. */
  async arrange(id: string, order: number[], files: readonly GrantedFile[]): Promise<string> {
    return (await client.request('corpora.sources', { id, order, files: asked(files) })).job;
  }

  /** Keeps a pasted text. From a browser a long one goes as a file: a message is held in memory several times over. */
  async paste(name: string, text: string): Promise<Corpus | undefined> {
    if (text.length > LONG_PASTE && machine.host?.kind !== 'electron') return this.#pasteFile(name, text);
    const { job } = await client.request('corpora.paste', { name, text });
    return jobs.end<Corpus>(job);
  }

  async #pasteFile(name: string, text: string): Promise<Corpus | undefined> {
    const { file } = await client.grant(new File([text], 'text.txt'));
    try {
      const { job } = await client.request('corpora.import', { file, name, encoding: 'utf-8', origin: 'paste' });
      return await jobs.end<Corpus>(job);
    } finally {
      // The dialog keeps the text for another try. Without a connection the host lets the file go by itself.
      await client.request('host.release', { file }).catch(() => {});
    }
  }

  /** A stretch of the text; offset and length in characters; the line it begins in. */
  text(id: string, offset: number, length: number): Promise<{ text: string; characters: number; line: number }> {
    return client.request('corpora.text', { id, offset, length });
  }

  /** A stretch of the text as the symbols it is cut into. */
  symbols(
    id: string,
    cut: { tokenizer: TokenizerName; lowercase: boolean },
    offset: number,
    length: number,
  ): Promise<TextSymbols> {
    return client.request('corpora.symbols', { id, ...cut, offset, length });
  }

  /** Where the text says something: how often, and the hits round a place. */
  search(id: string, text: string, near: number, limit: number): Promise<TextHits> {
    return client.request('corpora.search', { id, text, near, limit });
  }

  /**
   * What a text looks like through a tokenizer.
   * @param signal leaves the counting off
   * @returns nothing where it was left off
   */
  async statistics(
    id: string,
    tokenizer: TokenizerName,
    lowercase: boolean,
    signal?: AbortSignal,
  ): Promise<CorpusStatistics | undefined> {
    const known = this.byId(id)?.statistics;
    if (known && isCutAs(known, { tokenizer, lowercase })) return known;
    const { job } = await client.request('corpora.statistics', { id, tokenizer, lowercase });
    // One that has ended meanwhile is none to cancel.
    const cancel = () => void jobs.cancel(job).catch(() => {});
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    return jobs.end<CorpusStatistics>(job);
  }

  async rename(id: string, name: string): Promise<void> {
    await client.request('corpora.rename', { id, name });
  }

  /** Deletes at once, says which run is at it, and offers to undo it. */
  delete(id: string): Promise<void> {
    const reads = (status: Run['status']) =>
      runs.list.find((run) => this.of(run)?.id === id && run.status === status)?.name;
    const [trains, waits] = [reads('running'), reads('queued')];
    const besides = waits
      ? t('common.corpusAwaited', { run: waits })
      : trains
        ? t('common.corpusInTraining', { run: trains })
        : '';
    return deleteWithUndo('corpora', id, this.byId(id)?.name ?? id, besides);
  }
}

export const corpora = new Corpora();
