import { createTokenizer } from '../text/tokenizers/tokenizers.ts';
import type { LeavingModel } from './leaving-model.ts';

/** Symbols that an example begins with, where a window takes no more. */
const MOST = 32;

/**
 * A beginning for an example: ids of the card's prompt, which the studio begins with as well; as many as a window takes at least.
 * @returns at least one id
 */
export function exampleIds({ card, vocabulary, config }: LeavingModel): number[] {
  const known = createTokenizer(vocabulary.tokenizer, vocabulary)
    .encode(card.prompt)
    .map((symbol) => vocabulary.id(symbol))
    .filter((id) => id !== undefined);
  const ids = known.length > 0 ? known : [0];
  const least = config.context === 'window' ? config.windowLength : 1;
  const length = Math.max(least, Math.min(MOST, ids.length));
  return Array.from({ length }, (_, at) => ids[at % ids.length]);
}

/** What stands between symbols in an example, which knows no rule of spaces. */
export const separatorOf = ({ vocabulary: { tokenizer, cut } }: LeavingModel): string =>
  tokenizer === 'whitespace' || (tokenizer === 'words' && cut > 1) ? ' ' : '';

/** What an example chooses among, as a slice in Python: not `<unk>`, the last, which is no word to tell. */
export const chosenAmong = ({ vocabulary }: LeavingModel): string =>
  vocabulary.unknownId === undefined ? '' : '[:-1]';

/**
 * A program that tells the likeliest symbols behind a beginning, to be run in the model's folder.
 * @param imports modules, and how the model is loaded as `model`
 * @param loop appends 20 to `ids`
 */
export function pythonExample(
  model: LeavingModel,
  { imports, load }: { imports: string; load: string },
  loop: string,
): string {
  return `import json, ${imports}
model = ${load}
symbols = json.load(open("vocabulary.json", encoding="utf-8"))["symbols"]
ids = ${JSON.stringify(exampleIds(model))}
${loop}
print(${JSON.stringify(separatorOf(model))}.join(symbols[id] for id in ids))`;
}
