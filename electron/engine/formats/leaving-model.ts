import type { ModelCard } from '../../contract/model.ts';
import type { Report, Run, Sample } from '../../contract/run.ts';
import type { ModelConfig } from '../model/model-config.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { blockSize, sizeOf, weightBlocks, type KerasWeight } from './keras-weights.ts';
import { checkedWeights, describeModel, openWeights } from './read-model.ts';
import { readColumns } from './weights-at.ts';

/** Numbers in memory at once, 16 MB. */
const PIECE = 2 ** 22;

/** How an export goes on. */
export interface ExportControl {
  readonly signal: AbortSignal;
  /** shares of the whole */
  progress(fraction: number): void;
}

/** Part of a weight: its numbers from the `from`th on, row by row. */
export interface WeightPiece {
  readonly weight: KerasWeight;
  readonly from: number;
  readonly values: Float32Array;
}

/** The run that a model is of. */
export interface LeavingRun {
  readonly run: Run;
  /** by rising step */
  reports(): AsyncIterable<Report>;
  samples(): AsyncIterable<Sample>;
}

/** A model about to leave: all but its weights is in memory, these come out of its folder piece by piece. No engine is needed. */
export interface LeavingModel {
  readonly folder: string;
  readonly card: ModelCard;
  readonly vocabulary: Vocabulary;
  readonly config: ModelConfig;
  readonly control: ExportControl;
  /** where it is still there */
  readonly run?: LeavingRun;
  /**
   * Every weight as Keras names it, in the order of `weightBlocks`, checked on the way: whoever takes them all hears of damage
   * at the end, and tells how far it is.
   * @param most numbers in one piece
   * @throws AesopError `model-damaged`, `model-not-finite`, `model-overflows`; AbortError
   */
  weights(most?: number): AsyncGenerator<WeightPiece>;
  /**
   * The transpose of a matrix among them, row by row in pieces of whole rows, unchecked: `weights` comes first.
   * @param name as Keras names it
   * @param groups in which order as many equal groups of its columns come, as they are where none is given
   */
  transposed(name: string, groups?: readonly number[]): AsyncGenerator<Float32Array>;
}

/**
 * Opens a model to be written in another format.
 * @throws AesopError as `describeModel`
 */
export async function openLeaving(folder: string, control: ExportControl): Promise<LeavingModel> {
  const { signal, progress } = control;
  const description = await describeModel(folder);
  const { card, vocabulary, config } = description;
  const blocks = weightBlocks(config);
  const total = blocks.reduce((sum, block) => sum + blockSize(block), 0);

  async function* weights(most = PIECE): AsyncGenerator<WeightPiece> {
    let done = 0;
    let at = 0;
    let from = 0;
    for await (const { block, values } of checkedWeights(description, most)) {
      for (let first = 0; first < values.length;) {
        signal.throwIfAborted();
        const weight = block.weights[at];
        const piece = values.subarray(first, first + sizeOf(weight) - from);
        yield { weight, from, values: piece };
        first += piece.length;
        from += piece.length;
        progress((done += piece.length) / total);
        if (from < sizeOf(weight)) continue;
        from = 0;
        at = (at + 1) % block.weights.length;
      }
    }
  }

  async function* transposed(name: string, groups = [0]): AsyncGenerator<Float32Array> {
    const all = blocks.flatMap((block) => block.weights);
    const index = all.findIndex((weight) => weight.name === name);
    const [rows, columns] = all[index].shape;
    const from = all.slice(0, index).reduce((sum, weight) => sum + sizeOf(weight), 0);
    const width = columns / groups.length;
    const together = Math.max(1, Math.floor(PIECE / rows));
    const handle = await openWeights(description);
    try {
      for (const group of groups)
        for (let done = 0; done < width; done += together) {
          signal.throwIfAborted();
          const first = group * width + done;
          yield await readColumns(handle, { from, rows, columns, first, count: Math.min(together, width - done) });
        }
    } finally {
      await handle.close();
    }
  }
  return { folder, card, vocabulary, config, control, weights, transposed };
}
