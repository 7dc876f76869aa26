import { describe, expect, test } from 'vitest';
import type { Node } from '../../../electron/engine/kernels/tensorflow/graph/graph-def.ts';
import { ATTRIBUTE } from '../../../electron/engine/kernels/tensorflow/ops.ts';
import type { ModelConfig } from '../../../electron/engine/model/index.ts';
import { runtime, withTensorFlow } from '../tensorflow-here.ts';
import { LARGE_SAMPLED, randomConfig, sampledConfig } from './cases.ts';
import { kernelOf, REGISTRY, waits } from './gpu-placement.ts';
import { nodesOf } from './step-nodes.ts';
import { OPTIMIZERS } from './three-steps.ts';

const [adam] = OPTIMIZERS.Adam;

const LARGE = { ...randomConfig(3), vocabularySize: 9000, layers: 1, tieWeights: false };
const SEQUENCES = { ...randomConfig(3), input: 'embedding', context: 'sequence' } as const;
/** Networks and batches that between them walk every way of a step. */
const STEPS: [name: string, config: ModelConfig, time?: number, lanes?: number][] = [
  ...Array.from(
    { length: 12 },
    (_, k) => [`random ${k}`, { ...randomConfig(k), dropout: 0.4 }] as [string, ModelConfig],
  ),
  ['one lane', { ...randomConfig(3), context: 'sequence' }, 12, 1],
  ['long sequences', { ...randomConfig(3), context: 'sequence' }, 12, 4],
  ['so many steps that layers work side by side', { ...SEQUENCES, layers: 2, dropout: 0.4 }, 64, 4],
  ['a large vocabulary', { ...LARGE, input: 'embedding', context: 'sequence' }, 4, 3],
  ['tables by rows', { ...LARGE, input: 'embedding', units: 6, embeddingSize: 32 }],
  ['one-hot by rows', { ...LARGE, input: 'one-hot', units: 8 }],
  ['tied tables by rows', { ...LARGE, input: 'embedding', units: 32, embeddingSize: 32, tieWeights: true }],
  ['candidates', sampledConfig(0)],
  ...LARGE_SAMPLED.map((config, k) => [`many candidates ${k}`, config] as [string, ModelConfig]),
];

describe.runIf(withTensorFlow)('a step written down for a graphics card', () => {
  test('the table of kernels is of the TensorFlow that computes', () => {
    expect(REGISTRY.wheel).toContain(`tensorflow-${runtime.tensorflowVersion}-`);
  });

  describe.each(Object.entries(OPTIMIZERS))('%s', (_, [settings]) => {
    test.each(STEPS)('%s: every op has a kernel there, and none waits for it', (_name, config, time, lanes) => {
      const nodes = nodesOf(config, settings, time, lanes);
      expect([...new Set(nodes.filter((node) => !kernelOf(node)).map(({ op }) => op))]).toEqual([]);
      // how many rows two lists of ids name together is known only when they were compared
      const counted = config.outputByRows && config.tieWeights && nodes.some(({ op }) => op === 'Unique');
      expect([...new Set(waits(nodes))]).toEqual(counted ? ['Unique → Size'] : []);
    });
  });

  test('an op that only the processor has, and a number that comes back, would be found', () => {
    const T = { name: 'T', type: ATTRIBUTE.type, value: 1 } as const;
    const [fresh] = nodesOf(randomConfig(3), adam).filter(({ op }) => op === 'MatMul' || op === 'BatchMatMulV2');
    const unknown = { name: 'x', op: 'StringJoin', inputs: [], attributes: [] };
    expect(kernelOf(unknown)).toBeUndefined();
    expect(kernelOf({ ...fresh, attributes: [{ ...T, value: 3 }] })).toBeUndefined();
    const types = [T, { name: 'Tshape', type: ATTRIBUTE.type, value: 3 } as const];
    const shapes = { name: 'y', op: 'Reshape', inputs: ['x', 'x'], attributes: types };
    expect(waits([{ ...unknown, op: 'Square', attributes: [T], inputs: ['f'] }, feed, shapes])).toEqual([
      'Square → Reshape',
    ]);
  });
});

const feed: Node = { name: 'f', op: 'Placeholder', inputs: [], attributes: [] };
