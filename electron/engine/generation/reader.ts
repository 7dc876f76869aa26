import { disposeState, type LanguageModel, type ModelState } from '../model/index.ts';

/** Follows a story: takes symbols, knows what the model expects after them. Whoever makes one disposes it. */
export interface Reader {
  /**
   * Reads on.
   * @param ids at least one
   * @returns logits [vocabulary] of the symbol after them, given all that was read before
   */
  read(ids: readonly number[]): Float32Array;
  dispose(): void;
}

function take({ logits, state }: ReturnType<LanguageModel['predict']>): { values: Float32Array; state: ModelState } {
  const values = logits.dataSync<'float32'>();
  logits.dispose();
  return { values, state };
}

/**
 * Feeds the last symbols, as many as the window is long, again for every prediction, each time from a state of nothing,
 * as the article does. Where fewer have been read, an LSTM takes those alone: filled up with the prompt's own words it
 * guesses worse (the fable, 2 of 3 words: 47 % right alone, 31 % with the prompt repeated).
 */
class WindowReader implements Reader {
  private readonly model: LanguageModel;
  private window: number[] = [];

  constructor(model: LanguageModel) {
    this.model = model;
  }

  read(ids: readonly number[]): Float32Array {
    this.window = [...this.window, ...ids].slice(-this.model.config.windowLength);
    const { values, state } = take(this.model.predict(Int32Array.from(this.window), this.window.length, 1, null));
    disposeState(state);
    return values;
  }

  dispose(): void {
    this.window = [];
  }
}

/** Reads every symbol once and carries the state on. */
class SequenceReader implements Reader {
  private readonly model: LanguageModel;
  private state: ModelState | null = null;

  constructor(model: LanguageModel) {
    this.model = model;
  }

  read(ids: readonly number[]): Float32Array {
    const { values, state } = take(this.model.predict(Int32Array.from(ids), ids.length, 1, this.state));
    disposeState(this.state);
    this.state = state;
    return values;
  }

  dispose(): void {
    disposeState(this.state);
    this.state = null;
  }
}

/** The reader that suits how a model has learnt. */
export function createReader(model: LanguageModel): Reader {
  return model.config.context === 'window' ? new WindowReader(model) : new SequenceReader(model);
}
