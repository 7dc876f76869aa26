import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../../../electron/engine/text/corpus.ts';
import { ChineseWords } from '../../../../electron/engine/text/tokenizers/chinese/chinese-words.ts';
import { GOES_ON, WordTree } from '../../../../electron/engine/text/tokenizers/chinese/word-tree.ts';
import { createTokenizer } from '../../../../electron/engine/text/tokenizers/tokenizers.ts';
import { Vocabulary } from '../../../../electron/engine/text/vocabulary/vocabulary.ts';
import { Random } from '../../../../electron/engine/random.ts';

const listed = (name: string) =>
  readFileSync(new URL(`../../../../electron/engine/text/tokenizers/chinese/${name}`, import.meta.url), 'utf8');
const WORDS = new Map(
  listed('words.txt')
    .split('\n')
    .flatMap((line) =>
      line
        .slice(1)
        .split(' ')
        .filter(Boolean)
        .map((entry): [string, number] => {
          const [, rest, cost] = /^(\D*)(\d+)$/.exec(entry)!;
          return [line[0] + rest, Number(cost)];
        }),
    ),
);
const UNKNOWN_COST = 104;
const words = (text: string, language?: string) => createTokenizer('words', { language }).encode(text);

describe('the list', () => {
  test('fits the tree: its nodes, its letters, its costs', () => {
    const nodes = new Set([...WORDS.keys()].flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1))));
    expect(nodes.size).toBeLessThan(1 << 18);
    expect(new Set([...WORDS.keys()].join('')).size).toBeLessThan((1 << 14) - 2);
    const costs = [...new Set(WORDS.values())].sort((a, b) => a - b);
    expect(costs[0]).toBeGreaterThan(0);
    expect(costs.at(-1)).toBeLessThan(UNKNOWN_COST);
  });

  test('is in the tree as it is written, word by word', () => {
    const tree = new WordTree();
    const costOf = (word: string) => {
      const [first, ...rest] = Array.from(word, (_, at) => tree.letters[word.charCodeAt(at)]);
      return (
        tree.costs[rest.reduce((node, letter) => (node ? tree.next(node, letter) : 0), tree.first(first))] & ~GOES_ON
      );
    };
    const wrong = [...WORDS].filter(([word, cost]) => costOf(word) !== cost);
    expect(wrong).toEqual([]);
    expect(costOf('龘靐')).toBe(0);
  });
});

/** What the cheapest cut of a run costs, by trying all. */
function cheapest(run: string, known = new Map<string, number>()): number {
  if (run === '') return 0;
  const before = known.get(run);
  if (before !== undefined) return before;
  let least = Infinity;
  for (let at = 1; at <= run.length; at++) {
    const cost = WORDS.get(run.slice(0, at)) ?? (at === 1 ? UNKNOWN_COST : Infinity);
    if (cost < Infinity) least = Math.min(least, cost + cheapest(run.slice(at), known));
  }
  known.set(run, least);
  return least;
}

test('a run is cut in the likeliest way of all', () => {
  const cutter = new ChineseWords(64);
  const random = new Random(7);
  const vocabulary = [...WORDS.keys()];
  const ends = new Int32Array(64);
  for (let turn = 0; turn < 400; turn++) {
    const parts = Array.from({ length: 6 }, () => vocabulary[Math.floor(random.uniform() * vocabulary.length)]);
    const run = parts.join('').slice(Math.floor(random.uniform() * 3), 30);
    expect(cutter.runEnd(run, 0)).toBe(run.length);
    const count = cutter.cut(run, 0, run.length, ends);
    const cut = Array.from({ length: count }, (_, at) => run.slice(at ? ends[at - 1] : 0, ends[at]));
    expect(cut.join('')).toBe(run);
    const cost = cut.reduce((sum, word) => sum + (WORDS.get(word) ?? UNKNOWN_COST), 0);
    expect(cost).toBe(cheapest(run));
  }
});

test('traditional characters are cut where simplified ones are', () => {
  expect(words('鲁镇的酒店的格局，和别处不同')).toEqual([
    '鲁',
    '镇',
    '的',
    '酒店',
    '的',
    '格局',
    '，',
    '和',
    '别处',
    '不同',
  ]);
  expect(words('魯鎮的酒店的格局，和別處不同')).toEqual([
    '魯',
    '鎮',
    '的',
    '酒店',
    '的',
    '格局',
    '，',
    '和',
    '別處',
    '不同',
  ]);
});

test('characters beyond the basic plane and rare ones are whole, radicals and marks where they were', () => {
  expect(words('我住在𠮷野家')).toEqual(['我', '住', '在', '𠮷', '野', '家']);
  expect(words('㐀⺀中国')).toEqual(['㐀', '⺀', '中国']);
});

test('Japanese is cut by ICU, its Chinese characters too, and the vocabulary says so', async () => {
  const text = '東京都知事は記者会見で話した。東京都知事。';
  const { vocabulary } = await readCorpus({ text: text.repeat(20) }, { tokenizer: 'words' });
  expect(vocabulary.language).toBe('ja');
  const again = Vocabulary.fromJSON(JSON.parse(JSON.stringify(vocabulary)), 'm');
  expect(createTokenizer('words', again).encode(text)).toEqual(words(text, 'ja'));
  expect(words('東京都知事', 'ja')).toEqual(createTokenizer('words', { cut: 1 }).encode('東京都知事'));
  const { vocabulary: chinese } = await readCorpus(
    { text: '很久以前，老鼠们开会商量。'.repeat(20) },
    { tokenizer: 'words' },
  );
  expect(chinese.language).toBeUndefined();
});

test('a text in both is cut run by run, wherever its pieces end', () => {
  const text = '很久以前ねずみは猫が老鼠们开会。แมวกินปลา商量';
  expect(words(text).join('')).toBe(text);
  expect(words(text)).toContain('老鼠');
});
