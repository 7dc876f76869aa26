import { expect, test } from 'vitest';
import { endsSentence } from '../../../electron/engine/generation/sentence-end.ts';

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
