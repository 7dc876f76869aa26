import { symbolCount } from '../../../electron/advice/wording.ts';
import { message, type Message } from '../../../electron/contract/message.ts';
import type { ModelCard } from '../../../electron/contract/model.ts';

/** What the text of a story is cut into, where its model is gone the usual. */
const tokenizerOf = (model: ModelCard | undefined) => model?.hyperparameters.tokenizer ?? 'words';

/** How many symbols of a model, in its tokenizer's own word. */
export const symbolsOf = (count: number, model: ModelCard | undefined): Message =>
  symbolCount(count, tokenizerOf(model));

/** How many symbols a model knows, said to one who never heard of symbols: `knows 156 words and marks`. */
export const knownOf = (model: ModelCard): Message =>
  carriesWords(model)
    ? message('counts.wordsAndMarks', { count: model.vocabularySize })
    : symbolsOf(model.vocabularySize, model);

/** Whether a symbol of the model is a word that another can stand in for. */
export const carriesWords = (model: ModelCard | undefined): boolean =>
  tokenizerOf(model) === 'words' || tokenizerOf(model) === 'whitespace';
