import { expect, test } from 'vitest';
import { defaultHyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { LONGEST } from '../../../electron/contract/limits.ts';
import { openingPrompt } from '../../../electron/worker/runs/opening-prompt.ts';
import { Vocabulary } from '../../../electron/engine/text/vocabulary/vocabulary.ts';

const h = { ...defaultHyperparameters(), tokenizer: 'whitespace' as const, windowLength: 3 };
const promptOf = (symbols: string[]) =>
  openingPrompt(
    Uint16Array.from(symbols, (_, id) => id),
    new Vocabulary(
      h,
      symbols,
      symbols.map(() => 1),
    ),
    h,
  );

test('the beginning that a card proposes is as long as the window', () => {
  expect(promptOf(['long', 'ago', 'mice', 'had'])).toBe('long ago mice');
});

test('and whole symbols shorter where they are as long as a text, so that the card stays small', () => {
  const long = 'x'.repeat(LONGEST.prompt - 10);
  expect(promptOf(['ago', long, `${long}y`, 'had'])).toBe(`ago ${long}`);
  expect(promptOf([`${long}${long}`, long, 'ago'])).toBe('');
});
