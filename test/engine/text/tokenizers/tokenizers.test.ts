import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenizerNames } from '../../../../electron/contract/corpus.ts';
import { createTokenizer, normalizeText, SymbolStream } from '../../../../electron/engine/text/index.ts';
import { readCorpus } from '../../../../electron/engine/text/corpus.ts';
import { cutStretch } from '../../../../electron/engine/text/tokenizers/cut.ts';
import { Vocabulary } from '../../../../electron/engine/text/vocabulary/vocabulary.ts';
import { anyText } from '../texts.ts';
import { ownSeconds } from '../../../tools/own-time.ts';

const words = (text: string) => createTokenizer('words').encode(text);

describe('words', () => {
  test('joining the symbols gives every text back, over all of Unicode', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, lowercase) => {
        const normal = lowercase ? normalizeText(text).toLowerCase() : normalizeText(text);
        for (const [name, cut] of [
          ['words', 2],
          ['words', 1],
          ['characters', 2],
        ] as const) {
          const { join, encode } = createTokenizer(name, { lowercase, cut });
          expect(join(encode(text))).toBe(normal);
        }
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  test('a word is one symbol wherever it stands; marks, line ends and numbers are symbols of their own', () => {
    expect(words('Usher said: “Usher (Usher) is Usher.”\nUsher')).toEqual(
      'Usher|said|:| “|Usher|(|Usher|)|is|Usher|.|”|\n|Usher'.split('|'),
    );
    expect(words('It cost 1,000.50 or "more". So did... \'Tis I -- or well-known; "\'Tis so!" (No?)')).toEqual(
      `It|cost|1,000.50|or| "|more|"|.|So|did|...| '|Tis|I| --|or|well|-|known|;| "| '|Tis|so|!|"|(|No|?|)`.split('|'),
    );
  });

  test('a mark that stands apart on both sides has a form of its own; other exceptions are symbols', () => {
    expect(words('the water , the hill .')).toEqual(['the', 'water', ' ,', 'the', 'hill', ' .']);
    expect(words('a.b (c) d(e)')).toEqual(['a', '.', '', 'b', '(', 'c', ')', 'd', '', '(', 'e', ')']);
    expect(words('    if x:\n  y \n z ')).toEqual(['    ', 'if', 'x', ':', '\n', '  ', 'y', ' ', '\n', ' ', 'z', ' ']);
  });

  test('quotes that open in one language and close in another bring no exceptions', () => {
    for (const text of [
      '„Jak,“ řekl. „Ano.“',
      '»Ja«, sagte er. »Nein.«',
      'He said, “Go.” She (“No”) went.',
      '”Hej”, sa han.',
    ])
      expect(words(text).filter((symbol) => symbol.trim() === '')).toEqual([]);
  });

  test('a quote with nothing to close opens, whatever it holds', () => {
    expect(words('"...and so"\n"--no," ("yes")')).toEqual(' "|...||and|so|"|\n| "|--|no|,|"|(| "|yes|"|)'.split('|'));
  });

  test('what a symbol is written as depends on it and the one before: told one by one, the text is the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { encode, written, formsOf } = createTokenizer('words');
        const symbols = encode(text);
        let told = '';
        for (const [at, symbol] of symbols.entries()) {
          const stands = written(symbol, symbols[at - 1]);
          expect(formsOf(stands, symbols[at - 1])).toContain(symbol);
          told += stands;
        }
        expect(told).toBe(normalizeText(text));
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test('the first cut sets the space before what follows', () => {
    const first = (text: string) => createTokenizer('words', { cut: 1 }).encode(text);
    expect(first('Don’t go, she said: it cost 1,000.50 or "more".\n\n  So (they) did...')).toEqual([
      ...'Don’t| go|,| she| said|:| it| cost| 1,000.50| or| "|more|"|.|\n|\n| | So| (|they|)| did|.|.|.'.split('|'),
    ]);
    expect(first("rock'n'roll 'tis dogs' x86 snake_case")).toEqual([
      "rock'n'roll",
      " '",
      'tis',
      ' dogs',
      "'",
      ' x86',
      ' snake_case',
    ]);
  });

  test('scripts without spaces are cut into words', () => {
    expect(words('很久以前，老鼠们开会 商量。')).toEqual([
      '很',
      '久',
      '以前',
      '，',
      '老鼠',
      '们',
      '开会',
      ' ',
      '商量',
      '。',
    ]);
    expect(words('ねずみは猫が')).toEqual(['ねずみ', 'は', '猫', 'が']);
    expect(words('แมวกินปลา')).toEqual(['แมว', 'กิน', 'ปลา']);
  });

  test('an emoji with its joiners, a flag, a letter with its marks are one symbol', () => {
    expect(words('a 👩‍👩‍👧 🇨🇳🇩🇪')).toEqual(['a', ' 👩‍👩‍👧', ' 🇨🇳', '🇩🇪']);
    expect(words('❤️\nq̃')).toEqual(['❤️', '\n', 'q̃']);
  });

  test('no input makes it slow or a symbol endless: ten million characters without a break', async () => {
    const encode = createTokenizer('words');
    for (const text of ['a'.repeat(1e7), '中文字符'.repeat(250_000), ' '.repeat(1e7)]) {
      let symbols = 0;
      let longest = 0;
      const stream = new SymbolStream(encode, (_, from, to) => {
        symbols++;
        longest = Math.max(longest, to - from);
      });
      const cutWhole = () => {
        for (let at = 0; at < text.length; at += 1 << 20) stream.push(text.slice(at, at + (1 << 20)));
        stream.end();
      };
      expect(await ownSeconds(cutWhole)).toBeLessThan(15);
      expect(symbols).toBeGreaterThan(10_000);
      expect(longest).toBeLessThanOrEqual(110);
    }
  });
});

describe('whitespace', () => {
  test('cuts where Python’s str.split() cuts', () => {
    const spaces = '\t\n\v\f\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2007\u200a\u2028\u2029\u202f\u205f\u3000';
    const { encode, join } = createTokenizer('whitespace');
    expect(encode([...spaces].map((space, at) => `${space}${at}`).join(''))).toEqual(
      [...spaces].map((_, at) => `${at}`),
    );
    expect(encode('a\u200bb\ufeffc\u180ed')).toEqual(['a\u200bb\ufeffc\u180ed']);
    expect(encode(' \n ')).toEqual([]);
    expect(join(encode('  the  mice\n had '))).toBe('the mice had');
  });
});

describe('characters', () => {
  test('are code points; halves of characters become U+FFFD', () => {
    expect(createTokenizer('characters').encode('a𠮷e\u0301\ud800b\r\n')).toEqual([
      'a',
      '𠮷',
      'é',
      '\ufffd',
      'b',
      '\n',
    ]);
  });
});

describe('lower case', () => {
  test('follows the word: final sigma', () => {
    expect(createTokenizer('words', { lowercase: true }).encode('ΟΔΟΣ I İ')).toEqual(['οδος', 'i', 'i̇']);
  });

  test('follows the language of the text that a vocabulary is of, in texts that are cut as today', async () => {
    const turkish =
      'IŞIK GÖRDÜ. İstanbul çok güzel bir şehir ve Iğdır da öyle, ama kış geldi. Bu ne için böyle oldu, bilmiyorum.';
    const { vocabulary, language } = await readCorpus({ text: turkish }, { tokenizer: 'words', lowercase: true });
    expect([language, vocabulary.language]).toEqual(['tr', 'tr']);
    expect(vocabulary.symbols).toEqual(expect.arrayContaining(['ışık', 'istanbul', 'ığdır']));
    const again = Vocabulary.fromJSON(JSON.parse(JSON.stringify(vocabulary)));
    expect(createTokenizer('words', again).encode('IŞIK İSTANBUL')).toEqual(['ışık', 'istanbul']);
    // runs and models of the first cut go on as they began; capitals are no matter of language
    const first = await readCorpus({ text: turkish }, { tokenizer: 'words', lowercase: true, cut: 1 });
    expect(first.vocabulary.language).toBeUndefined();
    expect(first.vocabulary.symbols).toContain('işik');
    expect((await readCorpus({ text: turkish }, { tokenizer: 'words' })).vocabulary.language).toBeUndefined();
    expect((await readCorpus({ text: 'I see IT' }, { lowercase: true })).vocabulary.language).toBeUndefined();
  });

  test.each([
    ['tr', 'Dün İzmir IŞIL ışıl', ['dün', 'izmir', 'ışıl', 'ışıl']],
    ['lt', 'Ateik Ì Ĩ čia', ['ateik', 'i̇̀', 'i̇̃', 'čia']],
    [undefined, 'An İzmir İİ view', ['an', 'i̇zmir', 'i̇i̇', 'view']],
  ])('keeps the place of each symbol where letters become longer (%s)', (language, text, symbols) => {
    const starts = Array.from(text.matchAll(/\S+/g), ({ index }) => index);
    const tokenizer = createTokenizer('words', { lowercase: true, language });
    const found: [string, number][] = [];
    cutStretch(text, { from: 0, to: text.length, final: true }, tokenizer, (symbol, at) => found.push([symbol, at]));
    expect(found).toEqual(symbols.map((symbol, index) => [symbol, starts[index]]));
  });
});

test('lower case depends on the whole word, also where a piece ends inside the first one or before what is no blank to it', () => {
  const tokenizer = createTokenizer('words', { lowercase: true });
  for (const text of ['ΟΔΟΣ🇩🇪🇫🇷', 'aΣ\ufeffΣΑ ΟΣ\ufeffα']) {
    for (let at = 1; at < text.length; at++) {
      const symbols: string[] = [];
      const stream = new SymbolStream(tokenizer, (whole, start, end) => symbols.push(whole.slice(start, end)));
      stream.push(text.slice(0, at));
      stream.push(text.slice(at));
      stream.end();
      expect(symbols).toEqual(tokenizer.encode(text));
    }
  }
});

test('wherever the pieces of a text end, its symbols are those of the whole', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      anyText,
      cuts,
      fc.boolean(),
      fc.constantFrom(...tokenizerNames),
      fc.constantFrom(1, 2),
      (text, lengths, lowercase, name, cut) => {
        const tokenizer = createTokenizer(name, { lowercase, cut });
        const symbols: string[] = [];
        const stream = new SymbolStream(tokenizer, (whole, start, end) => symbols.push(whole.slice(start, end)));
        const points = [...normalizeText(text)];
        for (let at = 0, turn = 0; at < points.length; turn++) {
          const length = lengths[turn % lengths.length];
          stream.push(points.slice(at, at + length).join(''));
          at += length;
        }
        stream.end();
        expect(symbols).toEqual(tokenizer.encode(text));
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});

test('where a tokenizer cuts by lines, each is cut as if the text began with it', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.boolean(),
      fc.constantFrom(...tokenizerNames),
      fc.constantFrom(1, 2),
      (text, lowercase, name, cut) => {
        const tokenizer = createTokenizer(name, { lowercase, cut });
        if (!tokenizer.byLines) return;
        const lines = normalizeText(text).match(/[^\n]*\n|[^\n]+/g) ?? [];
        expect(lines.flatMap((line) => tokenizer.encode(line))).toEqual(tokenizer.encode(text));
      },
    ),
    { numRuns: 1000, seed: 5 },
  );
  expect(createTokenizer('words').byLines).toBe(true);
});
