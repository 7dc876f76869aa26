import { describe, expect, test } from 'vitest';
import {
  fromCudnn,
  padGates,
  scaleGates,
  sumOfHalves,
} from '../../../../electron/engine/formats/import/layers/gates.ts';
import { readDescription, type Dialect } from '../../../../electron/engine/formats/import/layers/description.ts';
import { foreignModel } from '../../../../electron/engine/formats/import/layers/foreign-weights.ts';
import { planOf, type Plan } from '../../../../electron/engine/formats/import/layers/plan.ts';

type Config = Record<string, unknown>;
const layer = (class_name: string, config: Config = {}) => ({
  class_name,
  config: { name: class_name.toLowerCase(), ...config },
});
const embedding = (config: Config = {}) => layer('Embedding', { input_dim: 9, output_dim: 4, ...config });
const lstm = (config: Config = {}) =>
  layer('LSTM', { units: 6, activation: 'tanh', recurrent_activation: 'sigmoid', use_bias: true, ...config });
const dense = (config: Config = {}) => layer('Dense', { units: 9, activation: 'softmax', ...config });

const plan = (layers: unknown[], dialect: Dialect = 'keras-2', name = 'sequential_1'): Plan =>
  planOf(readDescription({ class_name: 'Sequential', config: { name, layers } }, dialect));
const refusal = (layers: unknown[], dialect?: Dialect) => {
  try {
    plan(layers, dialect);
  } catch (thrown) {
    return thrown;
  }
  return undefined;
};

describe('windows and sequences', () => {
  const first = (shape: Config) => [embedding(shape), lstm(), dense()];
  test.each<[string, unknown[], number | undefined]>([
    ['a shape of the first layer', first({ batch_input_shape: [null, 5] }), 5],
    ['the length that an embedding is given', first({ input_length: 7 }), 7],
    ['an input layer of Keras 3', [layer('InputLayer', { batch_shape: [null, 40] }), ...first({})], 40],
    ['what it was built for', [{ ...embedding(), build_config: { input_shape: [32, 8] } }, lstm(), dense()], 8],
    ['an input of any length', first({ batch_input_shape: [null, null] }), undefined],
    [
      'an output behind each step',
      [embedding({ input_length: 5 }), lstm({ return_sequences: true }), dense()],
      undefined,
    ],
    ['a state that is carried on', [embedding({ input_length: 5 }), lstm({ stateful: true }), dense()], undefined],
  ])('%s', (_, layers, window) => {
    expect(plan(layers).window).toBe(window);
  });
});

describe('what dialects mean by their words', () => {
  test.each<[Dialect, string | undefined, string, number]>([
    ['keras-2', undefined, 'sigmoid', 1],
    ['keras-2', 'hard_sigmoid', 'hard-sigmoid', 1],
    ['keras-3', 'hard_sigmoid', 'hard-sigmoid', 5 / 6],
    ['tfjs', 'hardSigmoid', 'hard-sigmoid', 1],
    ['tfjs', undefined, 'hard-sigmoid', 1],
    ['tfjs', 'sigmoid', 'sigmoid', 1],
  ])('%s, %s', (dialect, recurrent_activation, gates, scale) => {
    const said = plan([embedding(), lstm({ recurrent_activation }), dense()], dialect);
    expect([said.gates, said.lstm[0].scale]).toEqual([gates, scale]);
  });

  test('a function with where it comes from', () => {
    const tanh = { module: 'keras.activations', class_name: 'function', config: 'tanh', registered_name: 'tanh' };
    expect(plan([embedding(), lstm({ activation: tanh }), dense()]).lstm).toHaveLength(1);
  });

  test('a list alone of layers, as Keras wrote it until 2.2', () => {
    const value = { class_name: 'Sequential', config: [embedding(), lstm(), dense()] };
    expect(planOf(readDescription(value, 'keras-2')).output.symbols).toBe(9);
  });

  test('only a name that somebody gave is one', () => {
    expect(plan([embedding(), lstm(), dense()], 'keras-2', 'Aesop’s fables').name).toBe('Aesop’s fables');
    expect(plan([embedding(), lstm(), dense()]).name).toBeUndefined();
  });
});

describe('what we have not is refused with the layer and the reason', () => {
  const option = (place: number, option: string, value: string) => ({ place, option, value });
  test.each<[string, unknown[], string, object]>([
    ['GRU', [embedding(), layer('GRU'), dense()], 'layer-kind', { place: 2, layer: 'gru', kind: 'GRU' }],
    ['a network as a layer', [layer('Sequential'), dense()], 'layers-inner', { place: 1 }],
    ['no LSTM', [embedding()], 'no-lstm', {}],
    ['no output', [embedding(), lstm()], 'no-output', {}],
    ['an output of its own first', [embedding(), dense()], 'layer-order', { place: 2, kind: 'Dense' }],
    ['two outputs', [embedding(), lstm(), dense(), dense()], 'layer-order', { place: 4 }],
    ['LSTM behind the output', [embedding(), lstm(), dense(), lstm()], 'layer-order', { place: 4, kind: 'LSTM' }],
    ['softmax of a softmax', [embedding(), lstm(), dense(), layer('Softmax')], 'layer-order', { place: 4 }],
    [
      'softmax over time',
      [lstm(), dense({ activation: 'linear' }), layer('Softmax', { axis: 1 })],
      'layer-option',
      option(3, 'axis', '1'),
    ],
    ['time first', [embedding(), lstm({ time_major: true }), dense()], 'layer-option', option(2, 'time_major', 'true')],
    [
      'a layer that reads backwards as well',
      [embedding(), layer('Bidirectional', { layer: lstm() }), dense()],
      'layer-backwards',
      { place: 2, layer: 'bidirectional' },
    ],
    [
      'a hidden layer that squashes',
      [embedding(), lstm(), dense({ units: 7, activation: 'tanh' }), dense()],
      'layer-hidden',
      { place: 3, activation: 'tanh' },
    ],
    [
      'one that is squashed by a layer of its own',
      [embedding(), lstm(), dense({ activation: 'linear' }), layer('Activation', { activation: 'relu' }), dense()],
      'layer-hidden',
      { place: 4, activation: 'relu' },
    ],
    [
      'a hidden layer before what remembers',
      [embedding(), dense({ activation: 'relu' }), lstm(), dense()],
      'layer-hidden',
      { place: 2 },
    ],
    ['a mask behind others', [embedding(), layer('Masking'), lstm(), dense()], 'layer-order', { place: 2 }],
    [
      'a mask of some other number',
      [layer('Masking', { mask_value: 3 }), lstm(), dense()],
      'layer-option',
      option(1, 'mask_value', '3'),
    ],
    [
      'other rows in the middle',
      [embedding(), layer('Reshape', { target_shape: [4, 1] }), lstm(), dense()],
      'layer-order',
      { place: 2 },
    ],
    [
      'a normalization over time',
      [embedding(), layer('BatchNormalization', { axis: 1 }), lstm(), dense()],
      'layer-option',
      option(2, 'axis', '1'),
    ],
    [
      'a normalization that divides by nothing',
      [embedding(), layer('BatchNormalization', { epsilon: 0 }), lstm(), dense()],
      'layer-option',
      option(2, 'epsilon', '0'),
    ],
    [
      'a stack of no cells',
      [embedding(), layer('RNN', { cell: layer('StackedRNNCells', { cells: [] }) }), dense()],
      'layer-kind',
      { place: 2, kind: 'RNN (StackedRNNCells)' },
    ],
    [
      'cells of other kinds',
      [embedding(), layer('RNN', { cell: layer('GRUCell') }), dense()],
      'layer-kind',
      { place: 2, kind: 'RNN (GRUCell)' },
    ],
    [
      'a stack of which a part did not learn, whose weights lie elsewhere',
      [
        embedding(),
        layer('RNN', {
          cell: layer('StackedRNNCells', {
            cells: [layer('LSTMCell', { units: 4 }), layer('LSTMCell', { units: 4, trainable: false })],
          }),
        }),
        dense(),
      ],
      'layer-kind',
      { place: 2, kind: 'RNN (StackedRNNCells)' },
    ],
    [
      'what is named behind a stack has its place among the layers of the file',
      [
        embedding(),
        layer('RNN', {
          cell: layer('StackedRNNCells', {
            cells: [layer('LSTMCell', { units: 4 }), layer('LSTMCell', { units: 4 })],
          }),
        }),
        layer('GRU'),
        dense(),
      ],
      'layer-kind',
      { place: 3, kind: 'GRU' },
    ],
    [
      'a factor for each number',
      [embedding(), lstm(), dense({ activation: 'linear' }), layer('Rescaling', { scale: [1, 2] })],
      'layer-option',
      option(4, 'scale', '[1,2]'),
    ],
    [
      'one output before the next layer',
      [embedding(), lstm(), lstm(), dense()],
      'layer-option',
      option(2, 'return_sequences', 'false'),
    ],
    [
      'gates by tanh',
      [embedding(), lstm({ recurrent_activation: 'tanh' }), dense()],
      'layer-option',
      option(2, 'recurrent_activation', 'tanh'),
    ],
    [
      'gates of two kinds',
      [lstm({ return_sequences: true }), lstm({ recurrent_activation: 'hard_sigmoid' }), dense()],
      'gates-differ',
      {},
    ],
  ])('%s', (_, layers, problem, values) => {
    expect(refusal(layers)).toMatchObject({
      code: 'foreign-unfit',
      problem: { message: `networks.${problem}`, values },
    });
  });

  test.each<[string, unknown]>([
    ['no layers', { class_name: 'Sequential', config: { layers: [] } }],
    ['layers without options', { class_name: 'Sequential', config: { layers: [{ class_name: 'LSTM' }] } }],
    ['a list', []],
    ['nothing', null],
  ])('%s: no description', (_, value) => {
    expect(() => readDescription(value, 'keras-3')).toThrow(expect.objectContaining({ code: 'foreign-damaged' }));
  });

  test('a chain that leads in a circle', () => {
    const node = (name: string) => [[[name, 0, 0, {}]]];
    const layers = [
      { ...lstm({ name: 'a' }), name: 'a', inbound_nodes: node('b') },
      { ...dense({ name: 'b' }), name: 'b', inbound_nodes: node('a') },
      { ...layer('InputLayer', { name: 'given' }), name: 'given', inbound_nodes: [] },
    ];
    const config = { name: 'x', layers, input_layers: [['given', 0, 0]], output_layers: [['b', 0, 0]] };
    expect(() => readDescription({ class_name: 'Functional', config }, 'keras-2')).toThrow(
      expect.objectContaining({ problem: { message: 'networks.layers-branch', values: {} } }),
    );
  });
});

describe('matrices of four gates', () => {
  // rows 2, units 2: gate by gate 1 2, 3 4, 5 6, 7 8
  const matrix = () => ({
    values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18),
    rows: 2,
    units: 2,
  });

  test('more units are zeros behind each gate, more rows zeros below', () => {
    const padded = padGates(matrix(), 3, 3);
    expect([...padded.subarray(0, 12)]).toEqual([1, 2, 0, 3, 4, 0, 5, 6, 0, 7, 8, 0]);
    expect([...padded.subarray(12, 24)]).toEqual([11, 12, 0, 13, 14, 0, 15, 16, 0, 17, 18, 0]);
    expect([...padded.subarray(24)]).toEqual(new Array(12).fill(0));
  });

  test('a scale leaves what comes in alone', () => {
    const scaled = matrix();
    scaleGates(scaled, 2);
    expect([...scaled.values.subarray(0, 8)]).toEqual([2, 4, 6, 8, 5, 6, 14, 16]);
  });

  test('cuDNN’s order', () => {
    // gate i of the matrix is 1 2 / 11 12: its transpose in its own rows
    expect([...fromCudnn(matrix()).subarray(0, 2)]).toEqual([1, 11]);
    expect([...sumOfHalves(Float32Array.of(1, 2, 10, 20))]).toEqual([11, 22]);
  });
});

describe('layers that are folded into others', () => {
  const hidden = (units: number) => dense({ units, activation: 'linear' });
  /** A network whose weights have the shapes that they should, and are none of them ever read. */
  async function opened(...between: unknown[]) {
    const said = plan([embedding(), lstm({ return_sequences: true }), ...between, lstm(), hidden(5), dense()]);
    const stored = (...shapes: number[][]) =>
      shapes.map((shape) => ({ name: 'w', shape, read: () => Promise.reject(new Error()) }));
    let rows = 4;
    return foreignModel('net', said, async ({ kind, config }) => {
      const units = config.units as number;
      if (kind === 'Embedding') return stored([9, 4]);
      const from = rows;
      rows = units;
      return kind === 'LSTM' ? stored([from, 24], [6, 24], [24]) : stored([from, units], [units]);
    });
  }

  test('make no network larger', async () => {
    const { network } = await opened(hidden(700), hidden(3));
    expect(network).toMatchObject({ layers: 2, units: 6, vocabularySize: 9, embeddingSize: 4 });
  });

  test('are refused where memory or time would not do, before a number is read', async () => {
    const most = 2 ** 27 / 24;
    const problem = { message: 'networks.layer-fold', values: { place: 3, layer: 'dense' } };
    await expect(opened(hidden(Math.ceil(most) + 1))).rejects.toMatchObject({ code: 'foreign-unfit', problem });
    const many = new Array<unknown>(100).fill(hidden(10_000));
    await expect(opened(...many)).rejects.toMatchObject({ problem: { message: 'networks.layer-fold' } });
  });
});
