import { expect, test } from 'vitest';
import { closesSentence, endsSentence } from '../../../electron/engine/generation/sentence-end.ts';

test.each([
  'It is done.',
  'said he.”',
  'Why?',
  '完了。',
  'so on…',
  'a .',
  'He knew Mr. Ahab.',
  'I am.',
  'It was I.',
  'He said No.',
  '他说：“好！”',
])('%j ends a sentence', (text) => expect(endsSentence(text)).toBe(true));

test.each(['said Mr.', 'said Mr .', '“Mrs.', 'by J.', 'J. R.', 'see e.g.', 'Doch Hr.', 'z. B.', 'and,', 'Mr', ''])(
  '%j does not',
  (text) => expect(endsSentence(text)).toBe(false),
);

test.each([
  ['”', '他说，“不要取笑！'],
  ['」', '「来罢！'],
  ['）', '（完。'],
  ['"', 'He said, "Done!'],
  ['”’', '“‘Done!'],
  ["'", "He said, 'Done!"],
  ['’', 'He said, ‘Done!'],
  [' »', 'Il dit : « Bravo !'],
  ['“', '„Fertig!'],
  ['«', '»Komm!'],
  ['！', '什么？'],
  ['…', '他说…'],
])('%j closes %j', (symbol, told) => expect(closesSentence(symbol, () => told)).toBe(true));

test.each([
  ['“', '好！'],
  ['但', '好！'],
  [' ”x', '“好！'],
  ['"', '"Done!" he said.'],
  ['"', 'An "open one.\nHe said.'],
  [' "', '"Done.'],
  ['', '好！'],
  ['\n', '好！'],
  [" '", 'He left.'],
  [' »', '»Komm!« Er kam.'],
  [' ”', '”Hej!” sade han.'],
  [' ’', 'It’s done.'],
  ['“', '„Komm!“ Er kam.'],
  ['”', '“好！”””'],
])('%j does not close %j', (symbol, told) => expect(closesSentence(symbol, () => told)).toBe(false));
