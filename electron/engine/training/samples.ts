import type { Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Sample } from '../../contract/run.ts';
import { samplingSchema, type Sampling } from '../../contract/story.ts';
import type { TextBatch } from '../data/index.ts';
import { Sampler } from '../generation/sampling.ts';
import { disposeState, type LanguageModel, type ModelState } from '../model/index.ts';
import { Random } from '../random.ts';
import type { Tokenizer } from '../text/tokenizers/tokenizer.ts';
import { writtenBehind } from '../text/prompts/written.ts';
import { createTokenizer } from '../text/tokenizers/tokenizers.ts';
import { symbolAt, type NumberedText } from '../text/vocabulary/unknown-symbols.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import type { Breath } from './breath.ts';

type Predictions = Sample['predictions'];

/** Predictions shown at a report. */
const PREDICTIONS = 5;
/** Symbols of context shown with a prediction. */
const CONTEXT = 8;
const STORY_SYMBOLS = 40;
const SEQUENCE_PROMPT = 8;
const GREEDY = samplingSchema.parse({ greedy: true });

/** How a sample's story is told: the likeliest symbol each time for windows, by chance for sequences. */
export const storySampling = ({ context }: Hyperparameters): Sampling =>
  context === 'sequence' ? samplingSchema.parse({ length: STORY_SYMBOLS }) : { ...GREEDY, length: STORY_SYMBOLS };

/** Shows what a model says while it learns. Reads no random stream of the training and changes nothing in the model. */
export class SampleMaker {
  private readonly model: LanguageModel;
  private readonly vocabulary: Vocabulary;
  private readonly h: Hyperparameters;
  private readonly tokenizer: Tokenizer;
  private readonly prompt: Int32Array;
  /** as it stands in the text, also where the model knows no word of it */
  private readonly promptSymbols: readonly string[];

  /** @param training where in the text what is learnt begins and ends; its first symbols are the story's prompt */
  constructor(
    model: LanguageModel,
    text: NumberedText,
    h: Hyperparameters,
    training: { readonly start: number; readonly end: number },
  ) {
    const { vocabulary } = text;
    this.model = model;
    this.vocabulary = vocabulary;
    this.h = h;
    this.tokenizer = createTokenizer(vocabulary.tokenizer, vocabulary);
    const { start, end } = training;
    const length = h.context === 'window' ? h.windowLength : SEQUENCE_PROMPT;
    this.prompt = Int32Array.from(text.ids.subarray(start, Math.min(end, start + length)));
    this.promptSymbols = Array.from(this.prompt, (_, at) => symbolAt(text, start + at));
  }

  /** Predictions for the last lanes of a batch, at its last symbol: the last of them is the batch's last window. */
  predictions(batch: TextBatch, state: ModelState | null): Predictions {
    const { time, lanes } = batch;
    const { logits, state: after } = this.model.predict(batch.inputs, time, lanes, state);
    disposeState(after);
    const classes = this.vocabulary.size;
    const sampler = new Sampler(classes, undefined, GREEDY, new Random(0));
    const predictions: Predictions = [];
    const written = (symbol: number, before: number | undefined) =>
      writtenBehind(this.vocabulary, this.tokenizer, symbol, before);
    for (let lane = Math.max(0, lanes - PREDICTIONS); lane < lanes; lane++) {
      const { id, probability } = sampler.choose(logits.subarray(lane * classes, (lane + 1) * classes), []);
      const from = Math.max(0, time - CONTEXT);
      const context = Array.from({ length: time - from }, (_, k) => batch.inputs[(from + k) * lanes + lane]);
      const last = context.at(-1);
      predictions.push({
        context: context.map((symbol, at) => written(symbol, context[at - 1])),
        predicted: written(id, last),
        expected: written(batch.targets[batch.targets.length - lanes + lane], last),
        probability,
      });
    }
    return predictions;
  }

  /**
   * A story of 40 symbols from the beginning of the text: the likeliest symbol each time for windows, as the article
   * tells, and by chance for sequences, which would go in circles. The same step and weights tell the same story.
   */
  async story(step: number, breath: Breath): Promise<{ prompt: string; story: string }> {
    const { h, vocabulary, model } = this;
    const sequence = h.context === 'sequence';
    const sampler = new Sampler(vocabulary.size, vocabulary.unknownId, storySampling(h), new Random(h.seed).fork(step));
    const told: number[] = [];
    let context = this.prompt;
    let state: ModelState | null = null;
    for (let k = 0; k < STORY_SYMBOLS; k++) {
      const result = model.predict(context, context.length, 1, state);
      disposeState(state);
      const { id } = sampler.choose(result.logits, told);
      told.push(id);
      if (!sequence) disposeState(result.state);
      state = sequence ? result.state : null;
      context = sequence ? Int32Array.of(id) : Int32Array.of(...context.subarray(1), id);
      await breath.take();
    }
    disposeState(state);
    const prompt = this.promptSymbols;
    const symbols = told.map((id) => vocabulary.symbol(id));
    return { prompt: this.tokenizer.join([...prompt]), story: this.tokenizer.join(symbols, prompt.at(-1)) };
  }
}
