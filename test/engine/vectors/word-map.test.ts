import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { saveModel } from '../../../electron/engine/formats/index.ts';
import { readWordVectors } from '../../../electron/engine/formats/word-vectors.ts';
import { createKernels, type Kernels } from '../../../electron/engine/kernels/index.ts';
import { Random } from '../../../electron/engine/random.ts';
import { loadRuntime } from '../../../electron/engine/runtime/index.ts';
import { neighboursOf, wordMap } from '../../../electron/engine/vectors/word-map.ts';
import { emptyFolder, smallModel } from '../formats/small-model.ts';

let kernels: Kernels;
beforeAll(async () => {
  kernels = createKernels(await loadRuntime());
});

const RULERS = ['king', 'queen', 'duke'];
const BEASTS = ['mouse', 'cat', 'wolf'];
const TEXT = `${[...RULERS, ...BEASTS].join(' ')} ${RULERS.join(' ')} king once`;

/**
 * A saved model in which rulers lie together and beasts lie together, whichever weights stand for symbols.
 * @returns its folder
 */
async function planted(settings: Partial<Hyperparameters> = {}, text = TEXT): Promise<string> {
  const small = smallModel(kernels, { tokenizer: 'whitespace', units: 5, embeddingSize: 5, ...settings }, text);
  const random = new Random(9);
  const centre = (symbol: string) => {
    const word = symbol.trim().toLowerCase();
    if (RULERS.includes(word)) return [1, 0, 0, 0, 0];
    return BEASTS.includes(word) ? [0, 1, 0, 0, 0] : [0, 0, 0, 1, 0];
  };
  const rows = small.vocabulary.symbols.map((symbol) => centre(symbol).map((value) => value + 0.05 * random.normal()));
  const [count, width] = [rows.length, 5];
  for (const parameter of small.model.parameters) {
    if (parameter.name === 'embedding') parameter.assign(Float32Array.from(rows.flat()));
    if (parameter.name === 'output/weights')
      // The part that all share means nothing there.
      parameter.assign(
        Float32Array.from({ length: width * count }, (_, at) => 20 + rows[at % count][Math.floor(at / count)]),
      );
  }
  const folder = emptyFolder();
  await saveModel(folder, small);
  small.model.dispose();
  return folder;
}

describe('nearest words', () => {
  test.each([
    ['embedding', {}],
    ['embedding', { tieWeights: true }],
    ['output', { input: 'one-hot' }],
    ['output', { input: 'ordinal' }],
  ] as const)('are those planted near, out of the %s: %o', async (source, settings) => {
    const model = await readWordVectors(await planted(settings));
    for (const [word, others] of [
      ['king', ['queen', 'duke']],
      ['wolf', ['mouse', 'cat']],
    ] as const) {
      const found = neighboursOf(model, word, 2);
      expect(found).toMatchObject({ source, symbol: word, compared: 7 });
      expect(found.neighbours.map(({ symbol }) => symbol).sort()).toEqual([...others].sort());
      const [first, second] = found.neighbours.map(({ similarity }) => similarity);
      expect(first).toBeGreaterThanOrEqual(second);
      expect(second).toBeGreaterThan(0.9);
    }
    const all = neighboursOf(model, 'king', 10).neighbours;
    expect(all).toHaveLength(6);
    expect(all.at(-1)?.similarity).toBeLessThan(0.3);
  });

  test('take forms of one word for one, and leave the unknown out', async () => {
    const text = 'king king  king\nthe king the queen queen.\nA king, a queen, the duke, a wolf';
    const model = await readWordVectors(
      await planted({ tokenizer: 'words', minimumCount: 1, vocabularyLimit: 9 }, text),
    );
    const { symbol, neighbours } = neighboursOf(model, '  KING'.toLowerCase(), 20);
    expect(symbol).toBe('king');
    const names = neighbours.map((found) => found.symbol.trim()).filter(Boolean);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('king');
    expect(names).not.toContain('<unk>');
    expect(names[0]).toBe('queen');
  });

  test('of a word that is not known are none; how it may be spelt is said', async () => {
    const model = await readWordVectors(await planted());
    expect(neighboursOf(model, 'Kings', 3)).toMatchObject({ symbol: null, neighbours: [] });
    expect(neighboursOf(model, 'Kings', 3).spelled[0]).toBe('king');
  });

  test('are looked for among the most frequent where a model is too large', async () => {
    const folder = await planted({ input: 'one-hot' });
    const model = await readWordVectors(folder, 5 * 4);
    expect(model.vectors.count).toBe(4);
    expect(neighboursOf(model, 'king', 9).neighbours).toHaveLength(3);
    expect(neighboursOf(model, model.vocabulary.symbol(6), 9).symbol).toBeNull();
    expect(wordMap(model, 100).points).toHaveLength(4);
  });
});

describe('the map', () => {
  test('sets planted groups apart, by falling frequency, the same each time', async () => {
    const model = await readWordVectors(await planted());
    const map = wordMap(model, 100);
    expect(map.points.map(({ symbol }) => symbol)).toEqual([...model.vocabulary.symbols]);
    const middle = (words: string[]) => {
      const points = map.points.filter(({ symbol }) => words.includes(symbol));
      return ['x', 'y'].map((axis) => points.reduce((sum, point) => sum + point[axis as 'x' | 'y'] / 3, 0));
    };
    const [rulers, beasts] = [middle(RULERS), middle(BEASTS)];
    const apart = Math.hypot(rulers[0] - beasts[0], rulers[1] - beasts[1]);
    for (const { symbol, x, y } of map.points) {
      const own = RULERS.includes(symbol) ? rulers : BEASTS.includes(symbol) ? beasts : undefined;
      if (own) expect(Math.hypot(x - own[0], y - own[1])).toBeLessThan(apart / 5);
    }
    expect(map.shares[0]).toBeGreaterThan(map.shares[1]);
    expect(wordMap(await readWordVectors(await planted()), 100)).toEqual(map);
    expect(wordMap(model, 3).points).toHaveLength(3);
  });
});

test('a model that is cut off or not finite is told', async () => {
  const folder = await planted();
  truncateSync(join(folder, 'weights.bin'), 100);
  await expect(readWordVectors(folder)).rejects.toMatchObject({ code: 'model-truncated' });
  await expect(readWordVectors(`${folder}-gone`)).rejects.toMatchObject({ code: 'model-missing' });
});
