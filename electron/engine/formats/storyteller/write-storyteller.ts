import { open, readFile, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { AesopError } from '../../../contract/errors.ts';
import type { ModelCard } from '../../../contract/model.ts';
import type { Precision } from '../../../contract/precision.ts';
import type { ModelConfig } from '../../model/model-config.ts';
import { chineseWordList } from '../../text/tokenizers/chinese/word-list.ts';
import type { Vocabulary } from '../../text/vocabulary/vocabulary.ts';
import { weightFault } from '../weight-fault.ts';
import { MANIFEST_ID, MODEL_PLACE, SECTION_ATTRIBUTE, weightsBytes, type Manifest, type Section } from './manifest.ts';
import { encodeWeights, weightEntries } from './weight-bytes.ts';

/** Bytes of an element, which are read at once; three of them are four letters of base 64. */
const PIECE_BYTES = 3 * 2 ** 18;
const HAN = /\p{Script=Han}/u;

/** What a page tells by. */
export interface TellingModel {
  readonly card: ModelCard;
  readonly vocabulary: Vocabulary;
  readonly config: ModelConfig;
  readonly parameters: Iterable<{ readonly name: string; values(): Float32Array }>;
}

export interface PageOptions {
  /** path of the built page that the model comes into */
  readonly template: string;
  readonly precision: Precision;
  readonly signal?: AbortSignal;
}

/** What of a card goes out with a page: not what its owner noted, nor the names of files. */
function cardOf({ note: _note, tags: _tags, run: _run, corpus, ...card }: ModelCard): ModelCard {
  const { name, sha256, symbols, language } = corpus;
  return { ...card, corpus: { name, sha256, symbols, language }, files: {} };
}

/** The list that Chinese is cut by, where a model knows Chinese words. */
function wordsOf({ tokenizer, cut, language, symbols }: Vocabulary): string | undefined {
  const needed = tokenizer === 'words' && cut > 1 && language !== 'ja' && symbols.some((symbol) => HAN.test(symbol));
  return needed ? chineseWordList() : undefined;
}

/** @throws AesopError `model-not-finite`, `model-overflows` */
function* weightsOf({ card, config, parameters }: TellingModel, precision: Precision): Generator<Uint8Array> {
  const entries = weightEntries(config, precision);
  const byName = new Map([...parameters].map((parameter) => [parameter.name, parameter]));
  for (const name of new Set(entries.map(({ parameter }) => parameter))) {
    const values = byName.get(name)!.values();
    const fault = weightFault(values);
    if (fault) throw new AesopError(fault, { id: card.id, weight: name });
    let at = 0;
    for (const entry of entries.filter(({ parameter }) => parameter === name)) {
      const end = at + entry.rows * entry.columns;
      yield encodeWeights(values.subarray(at, end), entry);
      at = end;
    }
  }
}

async function writeSection(
  file: FileHandle,
  section: Section,
  content: Iterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const write = (bytes: Buffer) =>
    file.writeFile(
      `<script type="application/octet-stream" ${SECTION_ATTRIBUTE}="${section}">${bytes.toString('base64')}</script>\n`,
    );
  const packed = Readable.from(content).pipe(createGzip({ level: 9 }));
  let left = Buffer.alloc(0);
  for await (const bytes of packed as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    left = Buffer.concat([left, bytes]);
    for (; left.length >= PIECE_BYTES; left = left.subarray(PIECE_BYTES)) await write(left.subarray(0, PIECE_BYTES));
  }
  await write(left);
}

/** A value as JSON that no parser of HTML sees anything in. */
const harmless = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * Writes the storyteller as one page into a new file: the template with vocabulary and weights inside. One matrix at a time
 * is in memory beside the model.
 *
 * @returns bytes of the file
 * @throws AesopError `model-not-finite`, `model-overflows`; the signal's reason
 */
export async function writeStoryteller(
  model: TellingModel,
  target: string,
  { template, precision, signal }: PageOptions,
): Promise<{ bytes: number }> {
  const [before, after] = (await readFile(template, 'utf8')).split(MODEL_PLACE);
  const vocabulary = Buffer.from(JSON.stringify(model.vocabulary));
  const list = wordsOf(model.vocabulary);
  const words = list === undefined ? undefined : Buffer.from(list);
  const card = cardOf(model.card);
  const bytes = { vocabulary: vocabulary.length, words: words?.length, weights: weightsBytes(card, precision) };
  const manifest: Manifest = { card, precision, bytes };
  const file = await open(target, 'wx');
  try {
    await file.writeFile(`${before}<script type="application/json" id="${MANIFEST_ID}">${harmless(manifest)}</script>\n`);
    await writeSection(file, 'vocabulary', [vocabulary], signal);
    if (words) await writeSection(file, 'words', [words], signal);
    await writeSection(file, 'weights', weightsOf(model, precision), signal);
    await file.writeFile(after);
    await file.sync();
    return { bytes: (await file.stat()).size };
  } finally {
    await file.close();
  }
}
