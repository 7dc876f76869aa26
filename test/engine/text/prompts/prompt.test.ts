import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createTokenizer,
  nearestWords,
  readPrompt,
  resolvePrompt,
  Vocabulary,
} from '../../../../electron/engine/text/index.ts';
import { samplingSchema, type Sampling } from '../../../../electron/contract/story.ts';
import { idsBehind } from '../../../../electron/engine/text/prompts/prompt.ts';
import { spellingDistance } from '../../../../electron/engine/text/prompts/spelling.ts';
import { ownSeconds } from '../../../tools/own-time.ts';

const vocabulary = (
  symbols: string[],
  tokenizer: 'whitespace' | 'words' | 'characters' = 'whitespace',
  marked = false,
) =>
  new Vocabulary(
    { tokenizer, lowercase: false },
    symbols,
    symbols.map((_, id) => symbols.length - id),
    marked,
  );

/** The distance by its definition, without bound or trick. */
function plainDistance(a: string, b: string): number {
  const memo = new Map<string, number>();
  const distance = (i: number, j: number): number => {
    if (!i || !j) return i + j;
    const key = `${i},${j}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let least = Math.min(distance(i - 1, j) + 1, distance(i, j - 1) + 1);
    least = Math.min(least, distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      least = Math.min(least, distance(i - 2, j - 2) + 1);
    memo.set(key, least);
    return least;
  };
  return distance(a.length, b.length);
}

test('spelling distance is Damerau-Levenshtein, up to its bound', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(8), (a, b, bound) => {
      expect(spellingDistance(a, b, bound)).toBe(Math.min(plainDistance(a, b), bound + 1));
    }),
    { seed: 5 },
  );
});

describe('nearest words', () => {
  test('come by case, then accents, then spelling, then frequency', () => {
    const known = vocabulary(['the', 'mouse', 'moose', 'Mouse', 'house', 'MOUSE', ',', 'café', 'mosue', '<unk>']);
    expect(nearestWords('mOuse', known, 3)).toEqual(['mouse', 'Mouse', 'MOUSE']);
    expect(nearestWords('mouze', known, 4)).toEqual(['mouse', 'Mouse', 'MOUSE']);
    expect(nearestWords('cafe', known, 1)).toEqual(['café']);
    expect(nearestWords('moues', known, 1)).toEqual(['mouse']);
    expect(nearestWords(';', known)).toEqual([',']);
    expect(nearestWords('zzz', known)).not.toContain('<unk>');
  });

  test('are offered only where they are near: a few letters of many, or a common stem', () => {
    const novel = ['the', 'lower', 'blown', 'Owen', 'earth', 'quay', 'prophesied', 'walk', 'understood', 'Hawthorne'];
    const known = vocabulary([...novel, '.', ',', '"', '<unk>'], 'words', true);
    for (const name of ['Elowen', 'Tregarth', 'Porthleven', 'Ada']) expect(nearestWords(name, known)).toEqual([]);
    expect(nearestWords('prophesying', known)).toEqual(['prophesied']);
    expect(nearestWords('walked', known)).toEqual(['walk']);
    expect(nearestWords('understand', known)).toEqual(['understood']);
    expect(nearestWords('Hawthorn', known)).toEqual(['Hawthorne']);
    expect(nearestWords('?', known)).toEqual(['.']);
    expect(nearestWords('“', known)).toEqual(['"']);
  });

  test('of Chinese are forms of the same characters, and nothing else', () => {
    const known = vocabulary(['了', '一', '不', '龙', '老虎', '。'], 'words');
    expect(nearestWords('手', known)).toEqual([]);
    expect(nearestWords('老师', known)).toEqual([]);
    expect(nearestWords('龍', known)).toEqual(['龙']);
    expect(nearestWords('！', known)).toEqual(['。']);
  });

  test('keep apart what only looks like an accent', () => {
    const known = vocabulary(['мой', 'か', 'ещё', 'कल'], 'words');
    expect(resolvePrompt('мои', createTokenizer('words'), known).unknown[0].reading).toEqual({ how: 'nothing' });
    expect(resolvePrompt('が', createTokenizer('words'), known).unknown[0].reading).toEqual({ how: 'nothing' });
    expect(resolvePrompt('काला', createTokenizer('words'), known).unknown[0].reading).toEqual({ how: 'nothing' });
    expect(resolvePrompt('еще', createTokenizer('words'), known).unknown[0].reading).toEqual({
      how: 'word',
      as: 'ещё',
    });
  });

  test('are found among a hundred thousand in a moment', async () => {
    const symbols = Array.from({ length: 100_000 }, (_, at) => ` ${(at * 2654435761).toString(36)}`);
    const known = vocabulary(symbols, 'words');
    let nearest: string[] = [];
    expect(await ownSeconds(() => (nearest = nearestWords(`${symbols[77_777].trim()}x`, known, 1)))).toBeLessThan(1.5);
    expect(nearest).toEqual([symbols[77_777].trim()]);
  });
});

describe('a prompt', () => {
  const words = createTokenizer('words', { cut: 1 });
  const known = vocabulary([' the', ',', ' had', 'Long', ' ago', '\n', ' mouse', '<unk>'], 'words', true);

  test('is cut as the text was: a word is one symbol, and what is unknown is told where it stands', () => {
    const now = createTokenizer('words');
    const today = vocabulary(['the', ',', 'had', 'Long', '\n', ' "', '"', '    ', 'mouse'], 'words');
    expect(resolvePrompt('had the "mouse", Long ', now, today).ids).toEqual([2, 0, 5, 8, 6, 1, 3]);
    expect(resolvePrompt('    had', now, today).ids).toEqual([7, 2]);
    const { symbols } = resolvePrompt('the ‘mice', now, today);
    expect(symbols.map(({ text, offset, known: is }) => [text, offset, is])).toEqual([
      ['the', 0, true],
      [' ‘', 3, false],
      ['mice', 5, false],
    ]);
    const written = ['had', ' the', ' "', 'mouse', '"', ',', '\n', '"', 'Long'];
    expect(idsBehind(undefined, written, now, today)).toEqual([2, 0, 5, 8, 6, 1, 4, 5, 3]);
  });

  test('is the same with a blank before its first word; a quote that is all there is opens, as one on a new line does', () => {
    const now = createTokenizer('words');
    const today = vocabulary(['mouse', ' ', ' "', '"', '\n', '--'], 'words');
    expect(resolvePrompt(' mouse', now, today)).toEqual({
      ids: [0],
      unknown: [],
      last: 'mouse',
      symbols: [{ text: 'mouse', offset: 1, known: true, nearest: [], id: 0 }],
    });
    expect(resolvePrompt('"', now, today).ids).toEqual([2]);
    expect(resolvePrompt('mouse\n"', now, today).ids).toEqual([0, 4, 2]);
    expect(resolvePrompt('mouse--"', now, today).ids).toEqual([0, 5, 3]);
  });

  test('and its story are found again by how they are written, quotes that are written alike too', () => {
    const now = createTokenizer('words');
    const text = 'The mouse--"and the cat"--said:\n"No," and "Yes--" and\n"--no."\n" quoth he';
    const today = vocabulary([...new Set(now.encode(text))], 'words');
    const { ids, symbols } = resolvePrompt(text, now, today);
    expect(symbols.map((symbol) => symbol.text).join('')).toBe(text);
    expect(symbols.map(({ text: written, offset }) => text.slice(offset, offset + written.length))).toEqual(
      symbols.map((symbol) => symbol.text),
    );
    const written = symbols.map((symbol) => symbol.text);
    expect(idsBehind(undefined, written, now, today)).toEqual(ids);
    for (const at of [1, 2, 5, 9])
      expect(idsBehind(today.symbol(ids[at - 1]), written.slice(at), now, today)).toEqual(ids.slice(at));
  });

  test('is known with or without the space its symbols begin with', () => {
    const { ids, unknown, symbols } = resolvePrompt('had the mouse, Long ago ', words, known);
    expect(ids).toEqual([2, 0, 6, 1, 3, 4]);
    expect(unknown).toEqual([]);
    expect(symbols.map(({ text, offset }) => [text, offset])).toEqual([
      ['had', 0],
      [' the', 3],
      [' mouse', 7],
      [',', 13],
      [' Long', 14],
      [' ago', 19],
    ]);
  });

  test('offers other cases first, and says how it is read by itself', () => {
    const { ids, unknown } = resolvePrompt('The mous', words, known);
    expect(ids).toEqual([]);
    const told = unknown.map(({ text, offset, known: is, nearest, reading }) => [
      text,
      offset,
      is,
      nearest[0],
      reading,
    ]);
    expect(told).toEqual([
      ['The', 0, false, 'the', { how: 'word', as: 'the' }],
      [' mous', 3, false, 'mouse', { how: 'unknown' }],
    ]);
  });

  const how = (change: Partial<Sampling> = {}) => samplingSchema.parse(change);
  const idsOf = (text: string, change: Partial<Sampling> = {}, vocabularyOf = known) =>
    readPrompt(text, how(change), words, vocabularyOf).ids;

  test('with unknown words is read: as what differs in dress, as <unk>, or past them where there is none', () => {
    expect(idsOf('had the mouse')).toEqual([2, 0, 6]);
    expect(idsOf('The dragon had')).toEqual([0, 7, 2]);
    expect(idsOf('the mous')).toEqual([0, 7]);
    const without = vocabulary([' the', '.', ' had', '\n'], 'words');
    expect(idsOf('the dragon had', {}, without)).toEqual([0, 2]);
    expect(idsOf('dragon', {}, without)).toEqual([1]);
    expect(idsOf('dragon', {}, vocabulary([' the', ' had'], 'words'))).toEqual([0]);
    // a mark is no word: read as one of its kind, else past it
    expect(idsOf('the; (had')).toEqual([0, 1, 2]);
  });

  test('takes the nearest, or what stands in, when asked to', () => {
    expect(idsOf('The mous dragon', { unknown: 'nearest' })).toEqual([0, 6, 7]);
    expect(idsOf('The mous dragon', { standIns: { dragon: 'mouse', mous: 'had' } })).toEqual([0, 2, 6]);
    const lower = createTokenizer('words', { cut: 1, lowercase: true });
    expect(readPrompt('the Dragon', how({ standIns: { Dragon: 'Mouse' } }), lower, known).ids).toEqual([0, 6]);
    expect(() => idsOf('the dragon', { standIns: { dragon: 'mous' } })).toThrow(
      expect.objectContaining({ code: 'stand-in-unknown', values: { word: 'dragon', as: 'mous', nearest: 'mouse' } }),
    );
  });

  test('with unknown words is refused with the nearest when asked to, all but those that others stand in for', () => {
    expect(() => idsOf('The mous', { unknown: 'refuse' })).toThrow(
      expect.objectContaining({
        code: 'unknown-word',
        values: { words: '“The”, “mous”', nearest: expect.stringMatching(/^the, /) },
      }),
    );
    expect(() => idsOf('The mous', { unknown: 'refuse', standIns: { The: 'the' } })).toThrow(
      expect.objectContaining({ values: { words: '“mous”', nearest: 'mouse' } }),
    );
    expect(idsOf('the mous', { unknown: 'refuse', standIns: { mous: 'mouse' } })).toEqual([0, 6]);
  });

  test('keeps the blanks that stand in a text: all but the one that the next word brings', () => {
    const code = vocabulary(['\n', '   ', ' for', 'for', '\t'], 'words');
    const codeOf = (text: string) => resolvePrompt(text, words, code).ids;
    expect(codeOf('    for')).toEqual([1, 2]);
    expect(codeOf('for\n    ')).toEqual([3, 0, 1]);
    expect(codeOf('for\n\t')).toEqual([3, 0, 4]);
    expect(codeOf('for ')).toEqual([3]);
    expect(codeOf(' for')).toEqual([2]);
  });

  test('that is empty is refused, as is one of blanks the model does not know', () => {
    for (const text of ['', '   ', '\t'])
      expect(() => idsOf(text)).toThrow(expect.objectContaining({ code: 'prompt-empty' }));
  });

  test('never takes <unk> for a word', () => {
    const { unknown } = resolvePrompt(
      '<unk> mouse',
      createTokenizer('whitespace'),
      vocabulary(['mouse', '<unk>'], 'whitespace', true),
    );
    expect(unknown.map(({ text }) => text)).toEqual(['<unk>']);
  });

  test('in Chinese takes the parts of a word that is not known whole', () => {
    const fables = vocabulary(['。', '老鼠', '开', '会'], 'words');
    expect(resolvePrompt('老鼠开会。', words, fables).ids).toEqual([1, 2, 3, 0]);
    expect(resolvePrompt('老鼠猫', words, fables).unknown.map(({ text }) => text)).toEqual(['猫']);
    const parts = resolvePrompt('猫头鹰开会', words, fables);
    expect(parts.symbols.map(({ text, offset, known: is }) => [text, offset, is])).toEqual([
      ['猫头鹰', 0, false],
      ['开', 3, true],
      ['会', 4, true],
    ]);
  });

  test('is lower-cased as the text was', () => {
    const lower = createTokenizer('whitespace', { lowercase: true });
    expect(resolvePrompt('The MOUSE', lower, vocabulary(['mouse', 'the'])).ids).toEqual([1, 0]);
  });
});
