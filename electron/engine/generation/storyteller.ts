import { AesopError } from '../../contract/errors.ts';
import type { Sampling, StorySymbol } from '../../contract/story.ts';
import { openingOf } from '../../contract/story-opening.ts';
import type { InferenceNetwork } from '../inference/network.ts';
import { Random } from '../random.ts';
import { normalizeText } from '../text/encodings/normalize.ts';
import { CarriedNames } from '../text/prompts/carried-names.ts';
import { idsBehind } from '../text/prompts/prompt.ts';
import { readPrompt } from '../text/prompts/read-prompt.ts';
import type { Tokenizer } from '../text/tokenizers/tokenizer.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';
import { createReader, type Reader } from './reader.ts';
import { closesSentence, endsSentence, LONGEST_TAIL } from './sentence-end.ts';
import { Sampler, score, type Choice } from './sampling.ts';
import { nextTurn } from './turns.ts';

/** Symbols of a long prompt read between two looks at the event loop. */
const PROMPT_CHUNK = 64;
/** Characters after which a story ends whatever was asked for, runners-up counted: symbols may be as long as a text. */
const MOST_CHARACTERS = 20_000_000;
/** How many times its length a story may take to finish its sentence. */
const FINISH_FACTOR = 2;

export interface TellOptions {
  /** symbols already told after the prompt: they are kept, scored anew, and the story goes on behind them */
  continuation?: readonly string[];
  /** each newly told symbol at once; those of the continuation are not repeated */
  onSymbol?: (symbol: StorySymbol) => void;
  /** looked at between symbols */
  signal?: AbortSignal;
}

/** A story, with why it ended. */
export interface Telling {
  /** the continuation's first */
  symbols: StorySymbol[];
  /** prompt and symbols joined */
  text: string;
  symbolsPerSecond: number;
  ended: 'length' | 'sentence' | 'cancelled';
}

/** What a storyteller works with. */
export interface StorytellerParts {
  readonly network: InferenceNetwork;
  readonly vocabulary: Vocabulary;
  readonly tokenizer: Tokenizer;
}

/** Tells stories with one model. */
export class Storyteller {
  private readonly parts: StorytellerParts;

  constructor(parts: StorytellerParts) {
    this.parts = parts;
  }

  /**
   * Tells a prompt on, symbol by symbol. The same model, prompt, sampling and seed tell the same story, also when a
   * part of it comes as continuation. `sampling.length` counts the continuation too.
   *
   * A word of the prompt that the model does not know stays as it is written, and is read as `sampling` says.
   *
   * @throws AesopError `prompt-empty`, `unknown-word`, `stand-in-unknown`, `prediction-not-finite`
   */
  async tell(prompt: string, sampling: Sampling, options: TellOptions = {}): Promise<Telling> {
    const { continuation = [], onSymbol, signal } = options;
    const { network, vocabulary, tokenizer } = this.parts;
    const { size, unknownId } = vocabulary;
    const { ids: given, last } = readPrompt(prompt, sampling, tokenizer, vocabulary);
    const names = new CarriedNames(sampling, tokenizer);
    const kept = this.keptIds(
      last,
      continuation.map((text) => names.standIn(text, vocabulary)),
    );
    const sampler = new Sampler(size, unknownId, sampling, new Random(sampling.seed));
    const reader = createReader(network);
    const opening = openingOf(normalizeText(prompt), tokenizer.name);
    const textOf = (told: readonly StorySymbol[]) =>
      [opening, ...told.map(({ text }) => text)].join(tokenizer.separator);
    const closes = (text: string, told: readonly StorySymbol[]) => closesSentence(text, () => textOf(told));
    /** Whether a sentence ends, with what closes it. */
    const finished = (told: readonly StorySymbol[]): boolean =>
      endsSentence(tailOf(told, tokenizer.separator)) ||
      (told.length > 1 && closes(told[told.length - 1].text, told.slice(0, -1)) && finished(told.slice(0, -1)));
    const symbols: StorySymbol[] = [];
    const context = [...given];
    const started = performance.now();
    let characters = 0;
    let before = last;
    let logits = await readAll(reader, given, signal);
    let ended: Telling['ended'] | undefined;
    while (logits) {
      const id = kept[symbols.length];
      if (id !== undefined) sampler.skip();
      const choice = id === undefined ? sampler.choose(logits, context) : score(logits, id, unknownId);
      const symbol = this.toSymbol(choice, before, names);
      // A sentence that ends takes along what closes it; all else would begin the next one.
      if (ended && !closes(symbol.text, symbols)) break;
      symbols.push(symbol);
      context.push(choice.id);
      before = vocabulary.symbol(choice.id);
      if (id === undefined) onSymbol?.(symbol);
      characters += charactersOf(symbol);
      ended = symbols.length < kept.length ? undefined : ending(symbols, characters, sampling, finished);
      if (ended === 'length') break;
      await nextTurn();
      logits = signal?.aborted ? undefined : reader.read([choice.id]);
    }
    const seconds = (performance.now() - started) / 1000;
    return { symbols, text: textOf(symbols), symbolsPerSecond: symbols.length / seconds, ended: ended ?? 'cancelled' };
  }

  /** @throws AesopError `unknown-word` */
  private keptIds(last: string | undefined, continuation: readonly string[]): number[] {
    const { tokenizer, vocabulary } = this.parts;
    const ids = idsBehind(last, continuation, tokenizer, vocabulary);
    const unknown = continuation.find((_, at) => ids[at] === undefined);
    if (unknown !== undefined) throw new AesopError('unknown-word', { words: `“${unknown}”`, nearest: '—' });
    return ids as number[];
  }

  /** @throws AesopError `prediction-not-finite` where the network's numbers have grown beyond all bounds */
  private toSymbol(
    { id, probability, runnersUp }: Choice,
    before: string | undefined,
    names: CarriedNames,
  ): StorySymbol {
    if (!Number.isFinite(probability)) throw new AesopError('prediction-not-finite');
    const { tokenizer, vocabulary } = this.parts;
    const text = (of: number) => names.written(tokenizer.written(vocabulary.symbol(of), before));
    return {
      id,
      text: text(id),
      probability,
      runnersUp: runnersUp.map((other) => ({ text: text(other.id), probability: other.probability })),
    };
  }
}

const charactersOf = ({ text, runnersUp }: StorySymbol) =>
  runnersUp.reduce((sum, other) => sum + other.text.length, text.length);

/** The last letters of a story, enough to see whether a sentence ends. */
function tailOf(symbols: readonly StorySymbol[], separator: string): string {
  let tail = '';
  for (let at = symbols.length - 1; at >= 0 && tail.length < LONGEST_TAIL; at--)
    tail = symbols[at].text + (tail && separator) + tail;
  return tail;
}

/** Why a story ends with its last symbol, if it does. */
function ending(
  symbols: readonly StorySymbol[],
  characters: number,
  { length, finishSentence }: Sampling,
  finished: (told: readonly StorySymbol[]) => boolean,
): Telling['ended'] | undefined {
  if (characters > MOST_CHARACTERS) return 'length';
  if (symbols.length < length) return undefined;
  if (!finishSentence) return 'length';
  if (finished(symbols)) return 'sentence';
  return symbols.length < FINISH_FACTOR * length ? undefined : 'length';
}

/** The logits after the prompt; undefined where reading it was cancelled. */
async function readAll(
  reader: Reader,
  ids: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Float32Array | undefined> {
  let logits: Float32Array | undefined;
  for (let at = 0; at < ids.length; at += PROMPT_CHUNK) {
    await nextTurn();
    if (signal?.aborted) return undefined;
    logits = reader.read(ids.slice(at, at + PROMPT_CHUNK));
  }
  return logits;
}
