import { describe, expect, test } from 'vitest';
import type { Hyperparameters } from '../../../electron/contract/hyperparameters.ts';
import { LetterModel } from '../../../electron/engine/text/vocabulary/letter-model.ts';
import { UNKNOWN, Vocabulary } from '../../../electron/engine/text/vocabulary/vocabulary.ts';
import { firstWeights, replacedByBase } from '../../../electron/engine/training/first-weights.ts';
import { tiny } from './fixture.ts';

const SIZES = { embeddingSize: 2, units: 3, layers: 2 } as const;

function vocabulary(symbols: string, marked = false): Vocabulary {
  const names = [...symbols, ...(marked ? [UNKNOWN] : [])];
  const letters = marked ? LetterModel.of([['z', 1]]) : undefined;
  const settings = { tokenizer: 'characters', lowercase: false } as const;
  return new Vocabulary(settings, names, new Array(names.length).fill(1), marked, undefined, letters);
}

interface BaseModel {
  readonly vocabulary: Vocabulary;
  readonly weights: Readonly<Record<string, Float32Array>>;
}

/** The weights that a run begins with which learns on from a base model. */
function learntOn(h: Hyperparameters, own: Vocabulary, base: BaseModel) {
  const weights = firstWeights(h, own);
  const take = replacedByBase(weights, h, own, base.vocabulary);
  for (const [name, values] of Object.entries(base.weights)) take(name, values);
  return weights;
}

/** A base model in which each number says whose it is: the parameter by its thousands, its place by the rest. */
function numbered(h: Hyperparameters, base: Vocabulary): BaseModel {
  const drawn = firstWeights(h, base);
  const names = Object.keys(drawn);
  const weights = names.map((name, at) => [name, drawn[name].data.map((_, place) => 1000 * (at + 1) + place)]);
  return { vocabulary: base, weights: Object.fromEntries(weights) as BaseModel['weights'] };
}

const rows = (data: Float32Array, columns: number) =>
  Array.from({ length: data.length / columns }, (_, row) => [...data.subarray(row * columns, (row + 1) * columns)]);
const column = (data: Float32Array, columns: number, at: number) => rows(data, columns).map((row) => row[at]);

describe('the weights that a run begins with', () => {
  const base = vocabulary('abc', true);
  const grown = vocabulary('cxa', true);

  test('are those of its seed where it learns on from nothing', () => {
    const h = tiny(SIZES);
    expect(firstWeights(h, grown)).toEqual(firstWeights(h, grown));
    expect(firstWeights({ ...h, seed: 2 }, grown)).not.toEqual(firstWeights(h, grown));
  });

  test('follow each symbol to its new place, and by chance come those of new ones alone', () => {
    const h = tiny(SIZES);
    const drawn = firstWeights(h, grown);
    const model = numbered(h, base);
    const first = learntOn(h, grown, model);
    const [was, is] = [model.weights, first];
    const [a, , c, unknown] = rows(was.embedding, 2);
    expect(rows(is.embedding.data, 2)).toEqual([c, rows(drawn.embedding.data, 2)[1], a, unknown]);
    // c, x, a and the mark are columns 2, none, 0 and 3 of the base
    for (const name of ['output/weights', 'output/bias']) {
      for (const [now, before] of [
        [0, 2],
        [2, 0],
        [3, 3],
      ])
        expect(column(is[name].data, 4, now)).toEqual(column(was[name], 4, before));
      expect(column(is[name].data, 4, 1)).toEqual(column(drawn[name].data, 4, 1));
    }
    for (const name of ['lstm_0/weights', 'lstm_0/bias', 'lstm_1/weights', 'lstm_1/bias'])
      expect(is[name].data).toEqual(was[name]);
  });

  test('the mark of unknown symbols is drawn where the base knew all', () => {
    const h = tiny(SIZES);
    const first = learntOn(h, grown, numbered(h, vocabulary('abc')));
    const drawn = firstWeights(h, grown);
    expect(rows(first.embedding.data, 2)[3]).toEqual(rows(drawn.embedding.data, 2)[3]);
    expect(column(first['output/bias'].data, 4, 3)).toEqual(column(drawn['output/bias'].data, 4, 3));
  });

  test('tied weights have no output of their own', () => {
    const h = tiny({ ...SIZES, embeddingSize: 3, tieWeights: true });
    const model = numbered(h, base);
    const first = learntOn(h, grown, model);
    expect(Object.keys(first)).not.toContain('output/weights');
    expect(rows(first.embedding.data, 3)[0]).toEqual(rows(model.weights.embedding, 3)[2]);
  });

  test('where each symbol enters as a single 1, its row of the first layer follows it, and what is carried stays below', () => {
    const h = tiny({ ...SIZES, input: 'one-hot' });
    const model = numbered(h, base);
    const first = learntOn(h, vocabulary('cxab', true), model);
    const was = rows(model.weights['lstm_0/weights'], 12);
    const is = rows(first['lstm_0/weights'].data, 12);
    expect(is).toHaveLength(8);
    expect([is[0], is[2], is[3], is[4]]).toEqual([was[2], was[0], was[1], was[3]]);
    expect(is.slice(5)).toEqual(was.slice(4));
  });

  test('a softmax over some symbols has the same weights as one over all', () => {
    const many = vocabulary([...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].reverse().join(''), true);
    const model = numbered(tiny(SIZES), base);
    const whole = learntOn(tiny(SIZES), many, model);
    const sampled = learntOn(tiny({ ...SIZES, sampledSoftmax: 4 }), many, model);
    const a = many.id('a')!;
    const own = (weights: typeof whole) => column(weights['output/weights'].data, many.size, a);
    expect(own(sampled)).toEqual(own(whole));
    expect(own(whole)).toEqual(column(model.weights['output/weights'], base.size, 0));
  });
});
