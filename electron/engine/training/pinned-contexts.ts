import { MOST_TOP, type Pin, type Pinned } from '../../contract/lesson.ts';
import { cutText, LONGEST } from '../../contract/limits.ts';
import type { Ids } from '../data/index.ts';
import { chancesOf, rankOf } from '../generation/chances.ts';
import { disposeState, type LanguageModel } from '../model/index.ts';
import { readContext, rightBehind, symbolsRead } from '../text/prompts/context.ts';
import { writtenBehind } from '../text/prompts/written.ts';
import type { Tokenizer } from '../text/tokenizers/tokenizer.ts';
import { createTokenizer } from '../text/tokenizers/tokenizers.ts';
import type { Vocabulary } from '../text/vocabulary/vocabulary.ts';

interface Resolved {
  readonly ids: Int32Array;
  readonly right: number | undefined;
}

/**
 * What is told of the chances behind a context, of logits [vocabulary].
 * @param right id of the right symbol
 * @returns undefined where the chances are no numbers any more
 */
export function saidOf(
  { text }: Pin,
  logits: Float32Array,
  { ids, right }: Resolved,
  vocabulary: Vocabulary,
  tokenizer: Tokenizer,
): Pinned | undefined {
  const { chances, order } = chancesOf(logits, MOST_TOP);
  if (!Number.isFinite(chances[order[0]])) return undefined;
  const written = (id: number) => writtenBehind(vocabulary, tokenizer, id, ids[ids.length - 1]);
  const told = (id: number) => ({ symbol: cutText(written(id), LONGEST.shownSymbol), chance: chances[id] });
  return {
    text,
    right: right === undefined ? null : { ...told(right), rank: rankOf(right, chances) },
    top: order.map(told),
  };
}

/** Tells what a model makes of pinned contexts while it learns. Reads no random stream and changes nothing in the model. */
export class PinnedContexts {
  private readonly model: LanguageModel;
  private readonly vocabulary: Vocabulary;
  private readonly text: Ids;
  private readonly tokenizer: Tokenizer;
  /** by what was pinned: the pins of each message are other objects */
  private readonly resolved = new Map<string, Resolved>();

  /** @param text in which it is looked up what stands behind a context */
  constructor(model: LanguageModel, vocabulary: Vocabulary, text: Ids) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.text = text;
    this.tokenizer = createTokenizer(vocabulary.tokenizer, vocabulary);
  }

  /**
   * Chances, 0 to 1, behind each context that holds a symbol of the vocabulary, by the weights as they are; none where
   * those are no numbers any more.
   */
  at(pins: readonly Pin[]): Pinned[] {
    return pins.flatMap((pin) => {
      const resolved = this.resolve(pin);
      return (resolved.ids.length > 0 && this.pinned(pin, resolved)) || [];
    });
  }

  private pinned(pin: Pin, resolved: Resolved): Pinned | undefined {
    const { logits, state } = this.model.predict(resolved.ids, resolved.ids.length, 1, null);
    disposeState(state);
    return saidOf(pin, logits, resolved, this.vocabulary, this.tokenizer);
  }

  private resolve(pin: Pin): Resolved {
    const { vocabulary, tokenizer } = this;
    const key = JSON.stringify([pin.text, pin.next]);
    let resolved = this.resolved.get(key);
    if (!resolved) {
      const { ids } = readContext(pin.text, symbolsRead(this.model.config), vocabulary, tokenizer);
      resolved = { ids, right: rightBehind(ids, pin.next, vocabulary, tokenizer, this.text) };
      this.resolved.set(key, resolved);
    }
    return resolved;
  }
}
