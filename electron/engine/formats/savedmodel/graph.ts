import { HARD_SIGMOID } from '../../kernels/gates.ts';
import type { ModelConfig } from '../../model/model-config.ts';
import { weightBlocks } from '../keras-weights.ts';
import type { Message } from '../protobuf.ts';
import { constant, FLOAT, INT32, weight, type Signature } from './messages.ts';
import { Graph, output } from './network.ts';
import { window } from './window.ts';

/** Of hard gates. */
const HARD_CONSTANTS = Object.entries({ ...HARD_SIGMOID, none: 0, all: 1 });

/** One symbol, and the state of every layer before it, to what follows and the state behind it. */
function step(config: ModelConfig): { nodes: Message[]; signature: Signature } {
  const graph = new Graph(config, 'step');
  const shape = [null, config.units];
  const each = Array.from({ length: config.layers }, (_, k) => k);
  const ids = graph.placeholder('ids', INT32, [null]);
  const states = each.map((k) => ({
    c: graph.placeholder(`c_${k}`, FLOAT, shape),
    h: graph.placeholder(`h_${k}`, FLOAT, shape),
  }));
  const after = graph.symbol('now', ids, states);
  const inputs = each.flatMap((k) => [output(`c_${k}`, states[k].c, shape), output(`h_${k}`, states[k].h, shape)]);
  const next = each.flatMap((k) => [
    output(`c_${k}_next`, after[k].c, shape),
    output(`h_${k}_next`, after[k].h, shape),
  ]);
  const first = { name: 'ids', tensor: `${ids}:0`, type: INT32, shape: [null] };
  const outputs = [...graph.exit(after.at(-1)!.h), ...next];
  return { nodes: graph.nodes, signature: { inputs: [first, ...inputs], outputs } };
}

/** A model as a TensorFlow graph, with the signatures `step` and `window`; the latter asks for no state and is the usual one. */
export function tensorflowGraph(config: ModelConfig): {
  nodes: Message[];
  signatures: Readonly<Record<string, Signature>>;
} {
  const weights = weightBlocks(config).flatMap((block) => block.weights);
  const one = step(config);
  const several = window(config);
  const shared = [
    ...weights.map(({ name, shape }) => weight(name, shape)),
    constant('axis_0', 0),
    constant('axis_1', 1),
    constant('nothing', 0, FLOAT),
    constant('units', config.units),
    ...(config.gates === 'sigmoid' ? [] : HARD_CONSTANTS.map(([name, value]) => constant(name, value, FLOAT))),
  ];
  return {
    nodes: [...shared, ...one.nodes, ...several.nodes],
    signatures: { serving_default: several.signature, step: one.signature, window: several.signature },
  };
}
