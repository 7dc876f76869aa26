import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, type Readable, type Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseBoundedJson } from '../../contract/bounded-json.ts';
import { AesopError } from '../../contract/errors.ts';
import { parseFile } from '../../contract/file-formats.ts';
import { weightsFileBytes } from '../../contract/network-size.ts';
import { checkConflicts } from '../../contract/hyperparameters.ts';
import { IMPORT_LIMITS, importedVocabularyBytes, JSON_BOUNDS } from '../../contract/limits.ts';
import { modelCardSchema, type ModelCard } from '../../contract/model.ts';
import { modeFor } from '../files/confinement.ts';
import { exactly, observed } from './observed.ts';

/** What a model folder holds; nothing else is ever taken from one. The card says what the others must be. */
export const MODEL_FILES = ['card.json', 'model.json', 'vocabulary.json', 'weights.bin'] as const;
export type ModelFile = (typeof MODEL_FILES)[number];

/** One file of a model that comes from elsewhere. */
export interface OfferedFile {
  /** as a folder or an archive says */
  readonly bytes: number;
  /** its bytes, which may be more or fewer */
  open(): Promise<[Readable, ...Transform[]]>;
}

/** A model that comes from elsewhere: nothing that it says of itself is trusted. */
export interface OfferedModel {
  /** how errors call it */
  readonly name: string;
  /** nothing where it has no such file */
  find(file: ModelFile): Promise<OfferedFile | undefined>;
}

type Offers = Record<ModelFile, OfferedFile>;

const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);

async function offersOf(model: OfferedModel): Promise<Offers> {
  const found = new Map<ModelFile, OfferedFile>();
  for (const file of MODEL_FILES) {
    const offer = await model.find(file);
    if (offer) found.set(file, offer);
  }
  if (!found.has('card.json') && !found.has('model.json')) throw new AesopError('not-a-model', { name: model.name });
  for (const file of MODEL_FILES)
    if (!found.has(file)) throw new AesopError('model-file-missing', { id: model.name, file });
  return Object.fromEntries(found) as Offers;
}

/** The card out of its bytes. @throws AesopError `model-damaged`, `model-newer` */
function cardOf(content: Buffer, id: string): ModelCard {
  const file = 'card.json';
  try {
    const value = parseBoundedJson(content.toString('utf8'), JSON_BOUNDS.models);
    const parsed = parseFile(value, 'card', modelCardSchema, file);
    if (!parsed.success) throw parsed.error;
    const card = parsed.data;
    checkConflicts(card.hyperparameters);
    return card;
  } catch (thrown) {
    if (thrown instanceof AesopError && thrown.code === 'model-newer') throw thrown;
    throw new AesopError('model-damaged', { id, file }, String(thrown));
  }
}

/** @throws AesopError `model-symbols-many`, `model-file-large`, `model-truncated` */
function checkSizes(offers: Offers, { hyperparameters, vocabularySize }: ModelCard, id: string): void {
  if (vocabularySize > IMPORT_LIMITS.symbols)
    throw new AesopError('model-symbols-many', { id, symbols: vocabularySize, limit: IMPORT_LIMITS.symbols });
  checkSize(offers, 'vocabulary.json', importedVocabularyBytes(vocabularySize), id);
  const [expected, { bytes }] = [weightsFileBytes(hyperparameters, vocabularySize), offers['weights.bin']];
  if (bytes !== expected) throw new AesopError('model-truncated', { id, file: 'weights.bin', bytes, expected });
}

function checkSize(offers: Offers, file: ModelFile, limit: number, id: string): void {
  const { bytes } = offers[file];
  if (bytes > limit) throw new AesopError('model-file-large', { id, file, bytes, limit });
}

/**
 * A disk that is full to the last byte troubles every program: as much as the model takes has to stay free.
 * @param bytes that a model will take in the folder
 * @throws AesopError `model-space-short`
 */
export async function requireSpace(folder: string, bytes: number, name: string): Promise<void> {
  const needed = 2 * bytes;
  const { bavail, bsize } = await statfs(folder);
  if (needed > bavail * bsize)
    throw new AesopError('model-space-short', {
      name,
      needed: megabytes(needed),
      free: Math.floor((bavail * bsize) / 1e6),
    });
}

const bytesOf = (offers: Offers) => MODEL_FILES.reduce((sum, file) => sum + offers[file].bytes, 0);

/** Brings an offered file to `sink`. @throws AesopError `model-damaged` where it has not as many bytes as it said */
async function pour(
  { bytes, open }: OfferedFile,
  damaged: (detail: string) => AesopError,
  see: (piece: Buffer) => void,
  sink: Writable,
): Promise<void> {
  const counted = exactly(bytes, () => damaged(`it has not the ${bytes} bytes that it says`));
  await pipeline([...(await open()), counted, observed(see), sink]);
}

/**
 * Takes the files of a model from elsewhere into an empty folder. Only its card is read before what it says of the others
 * has been checked: their sizes against its settings and the disk, then, as they come, their SHA-256. What is inside them
 * is for `verifyModel`.
 * @throws AesopError `not-a-model`, `model-file-missing`, `model-damaged`, `model-newer`, `model-file-large`,
 *   `model-symbols-many`, `model-truncated`, `model-space-short`, `disk-full`
 */
export async function takeModel(model: OfferedModel, folder: string): Promise<void> {
  const { name: id } = model;
  const offers = await offersOf(model);
  const damaged = (file: ModelFile) => (detail: string) => new AesopError('model-damaged', { id, file }, detail);
  for (const file of ['card.json', 'model.json'] as const) checkSize(offers, file, IMPORT_LIMITS[file], id);
  const pieces: Buffer[] = [];
  await pour(offers['card.json'], damaged('card.json'), (piece) => pieces.push(piece), new PassThrough().resume());
  const content = Buffer.concat(pieces);
  const card = cardOf(content, id);
  checkSizes(offers, card, id);
  await requireSpace(folder, bytesOf(offers), id);
  for (const file of MODEL_FILES.slice(1)) {
    const hash = createHash('sha256');
    const path = join(folder, file);
    const target = createWriteStream(path, { flags: 'wx', mode: modeFor(path, 'file') });
    await pour(offers[file], damaged(file), (piece) => hash.update(piece), target);
    if (hash.digest('hex') !== card.files[file]) throw damaged(file)('its SHA-256 is not what the card says');
  }
  const path = join(folder, 'card.json');
  await writeFile(path, content, { flag: 'wx', mode: modeFor(path, 'file') });
}
