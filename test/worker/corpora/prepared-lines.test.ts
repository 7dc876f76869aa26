import { expect, test } from 'vitest';
import { VocabularyBuilder } from '../../../electron/engine/text/vocabulary/vocabulary-builder.ts';
import { LinesCutting } from '../../../electron/engine/text/lines-cutting.ts';
import { createTokenizer } from '../../../electron/engine/text/tokenizers/tokenizers.ts';
import type { CutText } from '../../../electron/engine/text/vocabulary/cut-text.ts';
import { WholeLines } from '../../../electron/engine/text/whole-lines.ts';
import { LinesCut } from '../../../electron/worker/corpora/beside/lines-cut.ts';
import { PreparedLines } from '../../../electron/worker/corpora/beside/prepared-lines.ts';

const SETTINGS = { tokenizer: 'words', lowercase: false } as const;
const traits = { language: 'en', kind: 'text' } as const;
const PIECE = 300_000;

/** What the thread makes of a text whose pieces wait long enough to be cut there, each as it is handed on. */
function handedOn(text: string): (string | CutText)[] {
  const waiting = new Int32Array(new SharedArrayBuffer(4)).fill(9);
  const lines = new PreparedLines({ chosen: [], traits, waiting });
  lines.cutBy(SETTINGS);
  const pieces = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(lines.take(text.slice(at, at + PIECE)));
  return [...pieces, lines.end().piece];
}

/** The same of a text to which nothing is done, which whoever sends it keeps. */
function cutAsItIs(text: string): (string | CutText)[] {
  const cut = new LinesCut(new Int32Array(new SharedArrayBuffer(4)).fill(9));
  cut.cutBy(SETTINGS);
  const whole = new WholeLines();
  const pieces: (string | CutText)[] = [];
  for (let at = 0; at < text.length; at += PIECE) {
    const lines = whole.take(text.slice(at, at + PIECE));
    const symbols = cut.take(lines);
    pieces.push(symbols ? { text: lines.text, ...symbols } : lines.text);
  }
  return [...pieces, whole.end()];
}

function symbolsOf(pieces: readonly (string | CutText)[]): string[] {
  const builder = new VocabularyBuilder();
  const cutting = new LinesCutting(createTokenizer('words', SETTINGS), builder);
  for (const piece of pieces)
    if (typeof piece === 'string') cutting.push(piece);
    else cutting.append(piece);
  cutting.end();
  const { vocabulary, ids } = builder.build(SETTINGS);
  return Array.from(ids, (id) => vocabulary.symbols[id]);
}

const LINE = 'The fox went home, and “nobody” saw it. ';

test.each([
  ['prepared', handedOn],
  ['kept', cutAsItIs],
])(
  'a line without end of a text that is %s is handed on before it ends, and those behind it are cut as ever',
  (_, made) => {
    const long = LINE.repeat(60_000);
    const text = `${LINE}\n${long}\n${`${LINE}\n`.repeat(8_000)}`;
    const pieces = made(text);
    const lengths = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text).length);
    expect(Math.max(...lengths)).toBeLessThan(2 * 2 ** 20);
    expect(pieces.some((piece) => typeof piece !== 'string')).toBe(true);
    expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(text);
    expect(symbolsOf(pieces)).toEqual(createTokenizer('words', SETTINGS).encode(text));
  },
);
