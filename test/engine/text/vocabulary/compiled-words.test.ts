import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Random } from '../../../../electron/engine/random.ts';
import { unitClasses } from '../../../../electron/engine/text/tokenizers/character-classes.ts';
import { isQuote, signSides } from '../../../../electron/engine/text/tokenizers/spacing.ts';
import { createTokenizer } from '../../../../electron/engine/text/tokenizers/tokenizers.ts';
import { unitTables } from '../../../../electron/engine/text/vocabulary/compiled/words-machine.ts';
import { LinesCutter } from '../../../../electron/engine/text/vocabulary/cut-text.ts';
import type { TokenizerSettings } from '../../../../electron/engine/text/vocabulary/vocabulary.ts';

const WORDS: TokenizerSettings = { tokenizer: 'words', lowercase: false, language: 'en', cut: 2 };

/** The symbols of lines, piece by piece, as whoever counts them puts them together. */
function cutInPieces(pieces: readonly string[], settings = WORDS): string[] {
  const cutter = new LinesCutter(createTokenizer('words', settings));
  const known: string[] = [];
  const symbols: string[] = [];
  for (const piece of pieces) {
    const cut = cutter.cut(piece);
    if (!cut) throw new Error('Nothing was cut.');
    for (const symbol of cut.fresh) known.push(symbol);
    for (const number of cut.numbers) symbols.push(known[number]);
  }
  expect(new Set(known).size).toBe(known.length);
  expect(new Set(symbols).size).toBe(known.length);
  return symbols;
}

/** The same, by the tokenizer that says what is right. */
const cutWhole = (text: string, settings = WORDS) => {
  const { scan, lower } = createTokenizer('words', settings);
  const symbols: string[] = [];
  scan(lower?.(text) ?? text, true, (whole, start, end) => symbols.push(whole.slice(start, end)));
  return symbols;
};

const oneOf = <T>(random: Random, all: readonly T[]): T => all[random.integer(all.length)];

/** Where the rules are: blanks, marks, joiners, quotes, dots and dashes in a row, points in numbers, letters of two bytes. */
const KNOTS = [
  ...[' ', ' ', ' ', '  ', '\t', '\u00a0', '\u3000', ' '.repeat(20), '\n', '\n\n'],
  ...[
    'a',
    'don',
    'Usher',
    'é',
    'ï',
    'œ',
    'Жук',
    'ا',
    'हि',
    'e\u0301',
    '\u0301',
    '\u200d',
    '\u200c',
    '\u00ad',
    'x'.repeat(99),
  ],
  ...['ab', 'abcdefg', 'abcdefgh', 'y'.repeat(130), '7', '42', '3.14', '1,000', '٣', '²'],
  ...["'", '’', '.', ',', '..', '...', '-', '--', '—', '…', '-'.repeat(40), '.'.repeat(17), '!', '?', ':', ';'],
  ...[
    '"',
    '“',
    '”',
    '«',
    '»',
    '‘',
    '*',
    '`',
    '´',
    '""""""""""',
    '(',
    ')',
    '[',
    ']',
    '#',
    '@',
    '$',
    '%',
    '/',
    '+',
    '_',
    '¿',
    '☺',
    '☺\u200d♀',
  ],
  ...['☺\ufe0f', '，', '。', '「', '」', '\u0000', '\u007f', '\u2028', '\ufeff', '\uffff'],
];

test.each([
  ['knots', KNOTS],
  [
    'knots with what the machine cannot tell',
    [...KNOTS, '狐狸', '葡萄', 'キツネ', 'สุนัข', '😀', '👩\u200d👩', '𝒜', '🇬🇧'],
  ],
  ['Latin letters and signs', [...'abcdefgh ABC éß.,;:!?-\'"()\n']],
])('lines out of %s are cut as the tokenizer cuts them', (_, parts) => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = new Random(seed);
    const piece = () => `${Array.from({ length: 1 + random.integer(120) }, () => oneOf(random, parts)).join('')}\n`;
    const pieces = Array.from({ length: 6 }, piece);
    expect(cutInPieces(pieces)).toEqual(cutWhole(pieces.join('')));
  }
});

test('lines out of any units are cut as the tokenizer cuts them', () => {
  const random = new Random(3);
  for (const most of [0x80, 0x250, 0x2000, 0x10000]) {
    const any = () => {
      const unit = random.integer(8) === 0 ? 0x20 : random.integer(most);
      // no half of a character is in any text that came in
      return unit >= 0xd800 && unit < 0xe000 ? '😀' : String.fromCharCode(unit);
    };
    const piece = () => `${Array.from({ length: 4_000 }, any).join('')}\n`;
    const pieces = [piece(), piece()];
    expect(cutInPieces(pieces)).toEqual(cutWhole(pieces.join('')));
  }
});

test.each([
  ['tiny-shakespeare.txt', WORDS],
  ['tiny-shakespeare.txt', { ...WORDS, lowercase: true }],
  ['chinese-fables.txt', { ...WORDS, language: 'zh' }],
])('%s is cut as the tokenizer cuts it, %o', async (file, settings) => {
  const text = await readFile(`resources/corpora/${file}`, 'utf8');
  const lines = text.split(/(?<=\n)/);
  const pieces = [];
  for (let at = 0; at < lines.length; at += 7_000) pieces.push(lines.slice(at, at + 7_000).join(''));
  expect(cutInPieces(pieces, settings)).toEqual(cutWhole(text, settings));
});

test('a piece longer than any before finds room, and tables grow', () => {
  const random = new Random(5);
  const word = () =>
    random
      .integer(1_000_000)
      .toString(36)
      .repeat(1 + random.integer(3));
  const pieces = [2_000, 60_000, 250_000].map((words) => `${Array.from({ length: words }, word).join(' ')}\n`);
  expect(pieces[2].length).toBeGreaterThan(2 ** 20);
  expect(cutInPieces(pieces)).toEqual(cutWhole(pieces.join('')));
});

test('of a text with more than a million symbols no more is cut', () => {
  const cutter = new LinesCutter(createTokenizer('words', WORDS));
  const many = Array.from({ length: 1_000_001 }, (_, at) => at.toString(36)).join('\n');
  expect(cutter.cut(`${many}\n`)?.fresh.length).toBe(1_000_002);
  expect(cutter.cut('one more\n')).toBeUndefined();
});

test('the machine knows of every unit what the tokenizer knows', () => {
  const tables = unitTables();
  const classes = unitClasses();
  for (let unit = 0; unit < 0x10000; unit++) {
    const bits = tables[0x10000 + unit];
    const sides = signSides(unit);
    const told = { bare: bits & 3, spaced: bits & 4 ? (bits >> 3) & 3 : undefined, isQuote: (bits & 32) !== 0 };
    const right = { bare: sides.bare, spaced: sides.spaced, isQuote: isQuote(sides) };
    if (
      tables[unit] !== classes[unit] ||
      told.bare !== right.bare ||
      told.spaced !== right.spaced ||
      told.isQuote !== right.isQuote
    )
      expect({ unit, class: tables[unit], ...told }).toEqual({ unit, class: classes[unit], ...right });
  }
});
