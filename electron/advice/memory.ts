import { batchShape } from '../contract/batch-shape.ts';
import { AesopError } from '../contract/errors.ts';
import type { Hyperparameters } from '../contract/hyperparameters.ts';
import type { Gpu } from '../contract/machine.ts';
import { gigabytes, message, rounded, type Amount, type Message } from '../contract/message.ts';
import { weightCount } from '../contract/network-size.ts';
import type { Engine } from '../contract/run.ts';
import { softmaxSize } from '../contract/sampled-softmax.ts';
import { keptByOptimizer } from './step-cost.ts';

/** What an engine itself holds of the processor's memory; with CUDA's libraries it is a guess: no GPU was at hand. */
const ENGINE_BYTES = { cpu: 450e6, gpu: 2e9 } as const;
/** Logits that a measurement holds at once; see engine/model/language-model.ts. */
const MEASURED_LOGITS = 2 ** 24;

const MEBIBYTE = 2 ** 20;
/** What a process takes of a card before its first tensor: CUDA's context. A guess: no GPU was at hand. */
const CONTEXT_BYTES = 450e6;
/** Where cuBLAS puts parts of products, beside the tensors. A guess too. */
const WORKSPACE_BYTES = 64 * MEBIBYTE;
/** Up to this much, TensorFlow leaves only a little of a card to others. */
const SMALL_CARD = 2 ** 31;
const LEFT_OF_SMALL = 225 * MEBIBYTE;
/** MiB that TensorFlow 2.21 leaves of a card, by the compute capabilities up to a major one (`MinSystemMemory` of its gpu_device.cc). */
const LEFT: readonly (readonly [major: number, mebibytes: number])[] = [
  [6, 500],
  [7, 1050],
  [8, 1536],
  [Infinity, 1800],
];

/** Batches are proposed in such steps, where they are larger than one. */
const BATCH_STEP = 8;

/**
 * Bytes of weights, slots, gradients and what is read of them, and of a step's activations, wherever they lie. On the
 * processor six settings held 58 to 71 % of it (docs/performance.md).
 */
function heldBySteps(h: Hyperparameters, vocabularySize: number): number {
  const { rows, predicted } = batchShape(h);
  const copies = 1 + keptByOptimizer(h) + 3;
  const logits = Math.max(
    predicted * softmaxSize(h, vocabularySize),
    Math.min(MEASURED_LOGITS, predicted * vocabularySize),
  );
  const activations = h.layers * rows * h.units * 24 + logits * 4 + rows * h.embeddingSize * 3;
  return 4 * (weightCount(h, vocabularySize) * copies + activations);
}

/** Bytes of the processor's memory that a run needs at its peak, the engine and the text among them. */
export function memoryNeeded(
  h: Hyperparameters,
  vocabularySize: number,
  symbols: number,
  device: Engine['device'] = 'cpu',
): number {
  const text = symbols * (vocabularySize > 65_536 ? 4 : 2) + (h.context === 'window' ? 4 * symbols : 0);
  // what lies on a card passes through here once, when it begins and for a checkpoint
  const held = device === 'gpu' ? 4 * weightCount(h, vocabularySize) : heldBySteps(h, vocabularySize);
  return Math.round(ENGINE_BYTES[device] + held + text);
}

/** Bytes that a run needs on a card at its peak. */
export const cardMemoryNeeded = (h: Hyperparameters, vocabularySize: number): number =>
  Math.round(WORKSPACE_BYTES + heldBySteps(h, vocabularySize));

/** Bytes of a card that a run can have; nothing where the card does not tell how much it has. */
export function cardRoom({ memory, free = memory, capability = Infinity }: Gpu): number | undefined {
  if (memory === 0) return undefined;
  const left = free - CONTEXT_BYTES;
  const [, mebibytes] = LEFT.find(([major]) => Math.floor(capability) <= major)!;
  return Math.max(0, left - (left < SMALL_CARD ? LEFT_OF_SMALL : mebibytes * MEBIBYTE));
}

/** The largest batch below the one asked for that fits, in steps of 8; nothing where not even one line does. */
function largestBatch(
  h: Hyperparameters,
  needed: (h: Hyperparameters) => number,
  room: number,
): { batchSize: number; less: Amount } | undefined {
  const of = (batchSize: number) => needed({ ...h, batchSize });
  let [fitting, above] = [0, h.batchSize];
  while (above - fitting > 1) {
    const middle = (fitting + above) >> 1;
    if (of(middle) <= room) fitting = middle;
    else above = middle;
  }
  const batchSize = fitting > BATCH_STEP ? fitting - (fitting % BATCH_STEP) : fitting;
  return batchSize === 0 ? undefined : { batchSize, less: gigabytes(of(batchSize)) };
}

/** Where a run's memory lies, and how much it can have there. */
export type Place =
  | { readonly device: 'cpu'; readonly symbols: number; readonly free: number; readonly computes: Engine['device'] }
  | { readonly device: 'gpu'; readonly card: Gpu | undefined };

/** Bytes that a run of some settings needs there. */
const neededAt =
  (place: Place, vocabularySize: number) =>
  (h: Hyperparameters): number =>
    place.device === 'gpu'
      ? cardMemoryNeeded(h, vocabularySize)
      : memoryNeeded(h, vocabularySize, place.symbols, place.computes);

/**
 * Whether the run fits into memory: nothing, or what it needs and the largest batch that fits.
 * @param free bytes that the run may take, what its process holds already included
 */
export function memoryProblem(
  h: Hyperparameters,
  vocabularySize: number,
  symbols: number,
  free: number,
  computes: Engine['device'] = 'cpu',
): AesopError | undefined {
  const need = neededAt({ device: 'cpu', symbols, free, computes }, vocabularySize);
  const needed = need(h);
  if (needed <= free) return undefined;
  const values = { needed: gigabytes(needed), free: gigabytes(free) };
  const smaller = largestBatch(h, need, free);
  return smaller
    ? new AesopError('memory-short', { ...values, ...smaller })
    : new AesopError('memory-short-network', values);
}

/** The same of a card. */
export function cardMemoryProblem(h: Hyperparameters, vocabularySize: number, card: Gpu): AesopError | undefined {
  const need = neededAt({ device: 'gpu', card }, vocabularySize);
  const room = cardRoom(card);
  const needed = need(h);
  if (room === undefined || needed <= room) return undefined;
  const values = { needed: gigabytes(needed), free: gigabytes(room), total: gigabytes(card.memory) };
  const smaller = largestBatch(h, need, room);
  return smaller
    ? new AesopError('card-memory-short', { ...values, ...smaller })
    : new AesopError('card-memory-short-network', values);
}

/** Share of what its steps hold that a run is taken to have lacked where it ran out of memory though it should have fitted. */
const LACKED = 0.25;

/**
 * What a person is told of a run that ran out of memory: what did not fit, and the largest batch that does.
 * @param wanted bytes that were asked for last, where that is known
 * @param detail what the engine said
 */
export function memoryFull(
  h: Hyperparameters,
  vocabularySize: number,
  place: Place,
  wanted: number | undefined,
  detail: string,
): AesopError {
  const need = neededAt(place, vocabularySize);
  const room = place.device === 'gpu' ? place.card && cardRoom(place.card) : place.free;
  const smaller = largestBatch(h, need, Math.min(room ?? Infinity, need(h) - LACKED * heldBySteps(h, vocabularySize)));
  const values = { wanted: wantedText(wanted), room: roomText(place, room) };
  const code = place.device === 'gpu' ? 'card-memory-full' : 'memory-full';
  return smaller
    ? new AesopError(code, { ...values, ...smaller }, detail)
    : new AesopError(`${code}-network`, values, detail);
}

const wantedText = (bytes: number | undefined): Message =>
  bytes === undefined
    ? message('phrases.what-came-next')
    : message('phrases.more-megabytes', { megabytes: rounded(bytes / 1e6) });

function roomText(place: Place, room: number | undefined): Message {
  if (room === undefined) return message('phrases.room-unknown');
  const free = gigabytes(room);
  if (place.device === 'cpu') return message('phrases.room-free', { free });
  return message('phrases.room-of-card', { free, total: gigabytes(place.card!.memory) });
}
