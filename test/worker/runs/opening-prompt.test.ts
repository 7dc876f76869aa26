import { expect, test } from 'vitest';
import type { TokenizerName } from '../../../electron/contract/corpus.ts';
import { defaultHyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { LONGEST } from '../../../electron/contract/limits.ts';
import { openingPrompt } from '../../../electron/worker/runs/opening-prompt.ts';
import { createTokenizer } from '../../../electron/engine/text/tokenizers/tokenizers.ts';
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

/** What is offered of a text cut by a tokenizer, its context three symbols. */
function offered(text: string, tokenizer: TokenizerName): string {
  const settings = { ...h, tokenizer };
  const symbols = createTokenizer(tokenizer).encode(text);
  const kinds = [...new Set(symbols)];
  const vocabulary = new Vocabulary(
    settings,
    kinds,
    kinds.map(() => 1),
  );
  return openingPrompt(
    Uint16Array.from(symbols, (symbol) => kinds.indexOf(symbol)),
    vocabulary,
    settings,
  );
}

test.each<[string, TokenizerName, string, string]>([
  ['a rule', 'words', '------------\n第一回 甄士隐梦幻识通灵\n\n　　此开卷第一回也。作者自云。', '此开卷第一回'],
  ['a heading', 'words', 'CHAPTER ONE: THE WHALE\n\nCall me Ishmael. Some years ago', 'Call me Ishmael'],
  ['a rule', 'characters', '* * *\n\n“Call me Ishmael. Some years ago”', 'Call me Ishmael.'],
  [
    'a heading',
    'characters',
    '第一回 甄士隐\n　　却说那一日天气晴朗，众人都在园中赏花饮酒，不觉天色已晚。',
    '却说那一日天气晴朗，众人都在园中',
  ],
  ['a rule', 'whitespace', '------ 1 ------ some said this , and some said that .', 'some said this'],
  [
    'lines broken by a typesetter',
    'words',
    'PART I\n\nIt was a bright cold day in April and the clocks were\nstriking.',
    'It was a',
  ],
])('begins behind %s (%s)', (_, tokenizer, text, begun) => {
  expect(offered(text, tokenizer)).toBe(begun);
});

test('of verse, which ends no line like a sentence, it is the first words', () => {
  expect(offered('Tyger tyger burning bright\nIn the forests of the night\n', 'words')).toBe('Tyger tyger burning');
});

test('the fable of the article keeps the beginning that it had', () => {
  const fable = 'long ago , the mice had a general council to consider what measures they could take .';
  expect(offered(fable, 'whitespace')).toBe('the mice had');
});
