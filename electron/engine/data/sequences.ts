import type { BatchShape } from '../model/index.ts';
import type { Random } from '../random.ts';
import type { DataCursor, DataOrder } from './data-order.ts';
import { EvenParts, mostFrequent } from './even-parts.ts';
import type { Ids } from './split.ts';
import { lengthOf, Places, wholeText, type Stretch } from './stretches.ts';
import { sequenceBatch, type TextBatch } from './text-batch.ts';

export interface SequenceSettings {
  /** symbols an error is traced back through */
  readonly sequenceLength: number;
  /** lanes read side by side */
  readonly batchSize: number;
}

/** By chance, lanes begin anew at some batches. */
export interface Resets {
  /** probability for each lane of each batch, 0 to 1 */
  readonly share: number;
  /** what decides it */
  readonly random: Random;
}

/** How many predictions each stretch of a text has: of every symbol but its first. */
export const predictionCounts = (stretches: readonly Stretch[]): number[] =>
  stretches.map((stretch) => Math.max(0, lengthOf(stretch) - 1));

/** Some batches of a pass, in all of whose lanes no stretch begins but at the first one's first symbol. */
interface Piece {
  /** symbols into each lane */
  readonly from: number;
  readonly parts: EvenParts;
  /** lanes that begin a stretch with it, beside the first piece, with which all begin */
  readonly anew: readonly number[];
}

/** One pass: where the lanes begin, counted in predictions of all stretches one behind the other, and its batches. */
interface SequencePlan {
  readonly predictions: Places;
  readonly starts: Uint32Array;
  readonly pieces: readonly Piece[];
  readonly batches: Places;
}

/** The lanes that come to the beginning of a stretch, by how far into them that is. */
function crossings({ first, total }: Places, starts: Uint32Array, length: number): Map<number, number[]> {
  const borders = new Set(first.slice(1).filter((border) => border > 0 && border < total));
  const found = new Map<number, number[]>();
  for (const border of borders)
    starts.forEach((start, lane) => {
      const at = border - start;
      if (at > 0 && at < length) found.set(at, [...(found.get(at) ?? []), lane]);
    });
  return found;
}

/**
 * Where lanes are cut so that no batch reads from one stretch into the next in any of them: each piece between two borders
 * into even stretches of at most `sequenceLength`.
 */
export function sequencePlan(
  stretches: readonly Stretch[],
  { sequenceLength, batchSize }: SequenceSettings,
): SequencePlan {
  const predictions = new Places(predictionCounts(stretches));
  const length = Math.ceil(predictions.total / batchSize);
  const gap = batchSize === 1 ? 0 : (predictions.total - length) / (batchSize - 1);
  const starts = Uint32Array.from({ length: batchSize }, (_, lane) => Math.floor(lane * gap));
  const lanesAt = crossings(predictions, starts, length);
  const borders = [0, ...[...lanesAt.keys()].sort((a, b) => a - b), length];
  const pieces = borders.slice(0, -1).map((from, index) => ({
    from,
    parts: new EvenParts(borders[index + 1] - from, sequenceLength),
    anew: lanesAt.get(from) ?? [],
  }));
  return { predictions, starts, pieces, batches: new Places(pieces.map(({ parts }) => parts.count)) };
}

/**
 * `batchSize` lanes walk side by side through the text, each from a place of its own, so that a model's state can be
 * carried from batch to batch. A pass visits every symbol: lanes overlap by a few symbols where the text does not
 * divide evenly, and a lane is cut into even stretches of at most `sequenceLength`. Each pass starts with `fresh`; a lane
 * that comes to another stretch of the text, or is reset, is named in `anew`.
 */
export class Sequences implements DataOrder {
  readonly batchesPerPass: number;
  private readonly ids: Ids;
  private readonly stretches: readonly Stretch[];
  private readonly plan: SequencePlan;
  private readonly resets: Resets | undefined;
  private pass = 0;
  private position = 0;

  /** @param stretches with at least `batchSize` predictions */
  constructor(
    ids: Ids,
    settings: SequenceSettings,
    stretches: readonly Stretch[] = wholeText(ids),
    resets: Resets | undefined = undefined,
  ) {
    this.ids = ids;
    this.resets = resets;
    this.stretches = stretches;
    this.plan = sequencePlan(stretches, settings);
    this.batchesPerPass = this.plan.batches.total;
  }

  shapes(): BatchShape[] {
    const counts = new Map<number, number>();
    for (const { parts } of this.plan.pieces)
      for (const [time, count] of parts.sizes()) counts.set(time, (counts.get(time) ?? 0) + count);
    return mostFrequent(counts).map((time) => ({ time, lanes: this.plan.starts.length }));
  }

  next(): TextBatch {
    if (this.position === this.batchesPerPass) {
      this.pass++;
      this.position = 0;
    }
    const { predictions, starts, pieces, batches } = this.plan;
    const { stretch: piece, own: part } = batches.find(this.position);
    const { parts } = pieces[piece];
    const from = pieces[piece].from + parts.start(part);
    const time = parts.start(part + 1) - parts.start(part);
    const fresh = this.position === 0;
    const anew = [...new Set([...(part === 0 ? pieces[piece].anew : []), ...this.reset()])];
    this.position++;
    const places = starts.map((start) => {
      const { stretch, own } = predictions.find(start + from);
      return this.stretches[stretch].start + own;
    });
    const batch = sequenceBatch(this.ids, places, time, fresh);
    return anew.length > 0 ? { ...batch, anew } : batch;
  }

  /** Lanes that chance has begin anew with the batch that comes: a stream for each batch, so that the cursor need not hold any. */
  private reset(): number[] {
    if (!this.resets) return [];
    const { share, random } = this.resets;
    const chance = random.fork(this.pass).fork(this.position);
    return [...this.plan.starts.keys()].filter(() => chance.uniform() < share);
  }

  cursor(): DataCursor {
    return { pass: this.pass, position: this.position, random: [] };
  }

  restore({ pass, position }: DataCursor): void {
    this.pass = pass;
    this.position = position;
  }
}
