import { open, readFile, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ModelCard } from '../../../contract/model.ts';
import type { Precision } from '../../../contract/precision.ts';
import { chineseWordList } from '../../text/tokenizers/chinese/word-list.ts';
import type { Vocabulary } from '../../text/vocabulary/vocabulary.ts';
import { weightBlocks } from '../keras-weights.ts';
import type { LeavingModel } from '../leaving-model.ts';
import { MANIFEST_ID, MODEL_PLACE, SECTION_ATTRIBUTE, weightsBytes, type Manifest, type Section } from './manifest.ts';
import { encodeWeights, weightEntries } from './weight-bytes.ts';

/** Bytes of an element, which are read at once; three of them are four letters of base 64. */
const PIECE_BYTES = 3 * 2 ** 18;
const HAN = /\p{Script=Han}/u;

export interface PageOptions {
  /** path of the built page that the model comes into */
  readonly template: string;
  readonly precision: Precision;
}

/** What of a card goes out with a page: not what its owner noted, nor the names of files. */
function cardOf({ note: _note, tags: _tags, run: _run, corpus, ...card }: ModelCard): ModelCard {
  if (!corpus) return { ...card, files: {} };
  const { name, sha256, symbols, language } = corpus;
  return { ...card, corpus: { name, sha256, symbols, language }, files: {} };
}

/** The list that Chinese is cut by, where a model knows Chinese words. */
function wordsOf({ tokenizer, cut, language, symbols }: Vocabulary): string | undefined {
  const needed = tokenizer === 'words' && cut > 1 && language !== 'ja' && symbols.some((symbol) => HAN.test(symbol));
  return needed ? chineseWordList() : undefined;
}

/** The weights one matrix at a time; a tied one comes a second time, turned, which is left out. */
async function* weightsOf(model: LeavingModel, precision: Precision): AsyncGenerator<Uint8Array> {
  const turned = weightBlocks(model.config).filter(({ transposed }) => transposed);
  const left = new Set(turned.flatMap(({ weights }) => weights.map(({ name }) => name)));
  const entries = weightEntries(model.config, precision)[Symbol.iterator]();
  let entry = entries.next().value;
  let values = new Float32Array(0);
  for await (const piece of model.weights()) {
    if (left.has(piece.weight.name)) continue;
    if (!entry) throw new Error('more weights than the network has');
    const size = entry.rows * entry.columns;
    if (piece.from === 0) values = new Float32Array(size);
    values.set(piece.values, piece.from);
    if (piece.from + piece.values.length < size) continue;
    yield encodeWeights(values, entry);
    entry = entries.next().value;
  }
}

async function writeSection(
  file: FileHandle,
  section: Section,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const write = (bytes: Buffer) =>
    file.writeFile(
      `<script type="application/octet-stream" ${SECTION_ATTRIBUTE}="${section}">${bytes.toString('base64')}</script>\n`,
    );
  const pack = createGzip({ level: 9, chunkSize: PIECE_BYTES });
  const packed = pipeline(Readable.from(content), pack);
  // heard of below, when what was packed until then has been written
  packed.catch(() => undefined);
  let left = Buffer.alloc(0);
  for await (const bytes of pack as AsyncIterable<Buffer>) {
    left = Buffer.concat([left, bytes]);
    for (; left.length >= PIECE_BYTES; left = left.subarray(PIECE_BYTES)) await write(left.subarray(0, PIECE_BYTES));
  }
  await packed;
  await write(left);
}

/** A value as JSON that no parser of HTML sees anything in. */
const harmless = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * Writes the storyteller as one page into a new file: the template with vocabulary and weights inside. One matrix at a time
 * is in memory beside the model.
 *
 * @throws AesopError as the model's weights; AbortError
 */
export async function writeStoryteller(
  model: LeavingModel,
  target: string,
  { template, precision }: PageOptions,
): Promise<void> {
  const [before, after] = (await readFile(template, 'utf8')).split(MODEL_PLACE);
  const vocabulary = Buffer.from(JSON.stringify(model.vocabulary));
  const list = wordsOf(model.vocabulary);
  const words = list === undefined ? undefined : Buffer.from(list);
  const card = cardOf(model.card);
  const bytes = { vocabulary: vocabulary.length, words: words?.length, weights: weightsBytes(card, precision) };
  const manifest: Manifest = { card, precision, bytes };
  const file = await open(target, 'wx');
  try {
    await file.writeFile(
      `${before}<script type="application/json" id="${MANIFEST_ID}">${harmless(manifest)}</script>\n`,
    );
    await writeSection(file, 'vocabulary', [vocabulary]);
    if (words) await writeSection(file, 'words', [words]);
    await writeSection(file, 'weights', weightsOf(model, precision));
    await file.writeFile(after);
    await file.sync();
  } finally {
    await file.close();
  }
}
