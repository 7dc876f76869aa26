import { describe, expect, test } from 'vitest';
import type { Node } from '../../../electron/engine/kernels/tensorflow/graph/graph-def.ts';
import { withTensorFlow } from '../tensorflow-here.ts';
import { randomConfig } from './cases.ts';
import { nodesOf } from './step-nodes.ts';
import { OPTIMIZERS } from './three-steps.ts';

const [adam] = OPTIMIZERS.Adam;

/** Which of some nodes a node waits for. */
function awaited(nodes: readonly Node[], of: Node, among: readonly Node[]): Node[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const seen = new Set<string>();
  const open = [of.name];
  for (let name = open.pop(); name !== undefined; name = open.pop())
    for (const input of byName.get(name)?.inputs ?? []) {
      const source = input.replace('^', '').split(':')[0];
      if (!seen.has(source)) open.push(source);
      seen.add(source);
    }
  return among.filter(({ name }) => seen.has(name));
}

describe.runIf(withTensorFlow)('of two layers over 64 steps', () => {
  test.each([0, 0.3])('neither waits for all of the other, dropout %d', (dropout) => {
    const network = { layers: 2, tieWeights: false, gates: 'sigmoid', dropout } as const;
    const config = { ...randomConfig(3), input: 'embedding', context: 'sequence', ...network } as const;
    const nodes = nodesOf(config, adam, 64, 4);
    const stretches = nodes.filter(({ op }) => op === 'BlockLSTM');
    expect(stretches.length).toBe(8);
    expect(awaited(nodes, stretches[4], stretches)).toEqual(stretches.slice(0, 1));
    const back = nodes.filter(({ op }) => op === 'LSTMBlockCellGrad');
    expect(back.length).toBe(128);
    expect(awaited(nodes, back[64], back)).toEqual(back.slice(0, 16));
  });
});
