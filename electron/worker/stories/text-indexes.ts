import { stat } from 'node:fs/promises';
import type { JobInput } from '../../contract/worker.ts';
import { freeArrays } from '../../engine/free-arrays.ts';
import { SourceStream } from '../../engine/text/source-stream.ts';
import { CorpusIndex } from '../../engine/text/statistics/copied-spans.ts';
import { separated, type Separated } from '../../engine/text/statistics/separated.ts';
import { SymbolPlaces, type Places } from '../../engine/text/statistics/symbol-places.ts';
import { availableMemory } from '../../engine/training/memory.ts';
import { createTokenizer } from '../../engine/text/tokenizers/tokenizers.ts';
import type { Vocabulary } from '../../engine/text/vocabulary/vocabulary.ts';
import type { modelVocabulary } from '../models/model-vocabulary.ts';
import { readIds } from './text-ids.ts';

type Text = JobInput<'copied'>['texts'][number];
type Reading = Pick<Awaited<ReturnType<typeof modelVocabulary>>, 'vocabulary' | 'sha256'>;

/** A text that is searched. */
export interface TextIndex {
  readonly index: CorpusIndex;
  readonly places: Places;
  readonly placeOf: Separated['placeOf'];
}

interface Kept extends TextIndex {
  readonly path: string;
  /** what the file was when it was read */
  readonly state: string | undefined;
}

/** Bytes for what may be asked for again: two texts of 33 million characters by characters. */
const MOST_KEPT = 1.5e9;
/** Of the memory that is free, no more than this part. */
const PART = 1 / 4;

/** What a file is as long as nobody writes it anew, were it with its former time; undefined where it is not there. */
async function stateOf(path: string): Promise<string | undefined> {
  const status = await stat(path).catch(() => undefined);
  return status && [status.mtimeMs, status.ctimeMs, status.size, status.ino].join('-');
}

async function build(
  { path, borders }: Text,
  vocabulary: Vocabulary,
  minimum: number,
  signal: AbortSignal,
): Promise<TextIndex> {
  const places = new SymbolPlaces(createTokenizer(vocabulary.tokenizer, vocabulary));
  const stream = new SourceStream(
    () => places,
    borders,
    () => places.length,
  );
  const onText = (piece: string) => stream.push(piece);
  const { ids, starts } = await readIds(path, vocabulary, { borders, signal, onText });
  stream.end();
  const apart = separated(ids, starts, vocabulary.size + 1);
  return { index: new CorpusIndex(apart.ids, minimum), places: places.places(), placeOf: apart.placeOf };
}

const bytesOf = ({ index, places }: TextIndex): number => index.bytes + places.bytes;

/**
 * Indexes of texts by how a model reads them, kept for the next story: of models told in turn, too, and one for all that
 * read alike. What was asked for longest ago goes where they take more than `most` bytes together; those of one search
 * are held until the next, however large they are.
 */
export class TextIndexes {
  readonly #most: () => number;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  /** @param most bytes of memory, looked at with each search */
  constructor(most = () => Math.min(MOST_KEPT, PART * availableMemory())) {
    this.#most = most;
  }

  /** of memory, all together */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * @returns an index of each text, in their order
   * @throws AesopError as `readIds`
   */
  async of(texts: readonly Text[], read: Reading, minimum: number, signal: AbortSignal): Promise<TextIndex[]> {
    const keys = texts.map(({ path, borders }) => [read.sha256, minimum, path, ...borders].join('|'));
    const needed = new Set(keys);
    await this.#makeRoom(needed);
    const indexes: TextIndex[] = [];
    for (const [at, key] of keys.entries()) {
      const found = this.#kept.get(key) ?? (await this.#build(texts[at], read.vocabulary, minimum, signal));
      this.#drop(key);
      this.#keep(key, found);
      await this.#makeRoom(needed);
      indexes.push(found);
    }
    return indexes;
  }

  async #build(text: Text, vocabulary: Vocabulary, minimum: number, signal: AbortSignal): Promise<Kept> {
    const { path } = text;
    const state = await stateOf(path);
    return { ...(await build(text, vocabulary, minimum, signal)), path, state };
  }

  /** As what was asked for last. */
  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    this.#bytes += bytesOf(kept);
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (kept && this.#kept.delete(key)) this.#bytes -= bytesOf(kept);
  }

  /** Drops those of texts that were written anew or are gone, and what is too much. */
  async #makeRoom(needed: ReadonlySet<string>): Promise<void> {
    const before = this.#bytes;
    for (const [key, { path, state }] of [...this.#kept]) if ((await stateOf(path)) !== state) this.#drop(key);
    const most = this.#most();
    for (const key of [...this.#kept.keys()]) if (this.#bytes > most && !needed.has(key)) this.#drop(key);
    if (this.#bytes < before) freeArrays();
  }
}
