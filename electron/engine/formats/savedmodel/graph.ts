import type { ModelConfig } from '../../model/model-config.ts';
import { HARD_SIGMOID } from '../../kernels/gates.ts';
import { weightBlocks } from '../keras-weights.ts';
import type { Message } from '../protobuf.ts';
import {
  constant,
  FLOAT,
  INT32,
  node,
  said,
  shaped,
  truth,
  type,
  weight,
  whole,
  type Argument,
  type Signature,
} from './messages.ts';

const T = { T: type(FLOAT) };
const HARD_CONSTANTS = Object.entries({ ...HARD_SIGMOID, none: 0, all: 1 });

/** The state of a layer: names of tensors, or nothing before the first symbol. */
type State = { readonly c: string; readonly h: string } | undefined;

/** Writes down what is computed, under names that begin alike. */
class Graph {
  readonly nodes: Message[] = [];
  readonly #config: ModelConfig;
  readonly #prefix: string;

  constructor(config: ModelConfig, prefix: string) {
    this.#config = config;
    this.#prefix = prefix;
  }

  add(name: string, op: string, inputs: readonly string[], attributes = {}): string {
    const named = `${this.#prefix}/${name}`;
    this.nodes.push(node(named, op, inputs, attributes));
    return named;
  }

  placeholder(name: string, kind: number, shape: readonly (number | null)[]): string {
    return this.add(name, 'Placeholder', [], { dtype: type(kind), shape: shaped(shape) });
  }

  #product(name: string, a: string, b: string): string {
    return this.add(name, 'MatMul', [a, b], { ...T, transpose_a: truth(false), transpose_b: truth(false) });
  }

  #rows(name: string, table: string, ids: string): string {
    const types = { Tparams: type(FLOAT), Tindices: type(INT32), Taxis: type(INT32), batch_dims: whole(0) };
    return this.add(name, 'GatherV2', [table, ids, 'axis_0'], types);
  }

  /** What the first layer makes of ids [batch]: its kernel's part of the gates. */
  #entered(name: string, ids: string): string {
    const kernel = 'lstm_0/kernel';
    const { input } = this.#config;
    // one-hot: the product with ones among zeros is a row
    if (input === 'one-hot') return this.#rows(`${name}/row`, kernel, ids);
    if (input === 'embedding')
      return this.#product(`${name}/gates`, this.#rows(`${name}/embedded`, 'embedding/embeddings', ids), kernel);
    const cast = { SrcT: type(INT32), DstT: type(FLOAT), Truncate: truth(false) };
    const number = this.add(`${name}/number`, 'Cast', [ids], cast);
    const column = this.add(`${name}/column`, 'ExpandDims', [number, 'axis_1'], { ...T, Tdim: type(INT32) });
    return this.#product(`${name}/gates`, column, kernel);
  }

  /** One layer for one symbol. @param gates what its inputs come to, without the bias */
  #cell(name: string, k: number, gates: string, state: State): { c: string; h: string } {
    const binary = (op: string, as: string, a: string, b: string) => this.add(`${name}/${as}`, op, [a, b], T);
    const unary = (op: string, as: string, a: string) => this.add(`${name}/${as}`, op, [a], T);
    const recurrent = `lstm_${k}/recurrent_kernel`;
    const sum = state ? binary('AddV2', 'sum', gates, this.#product(`${name}/recurrent`, state.h, recurrent)) : gates;
    const format = { ...T, data_format: said('NHWC') };
    const biased = this.add(`${name}/biased`, 'BiasAdd', [sum, `lstm_${k}/bias`], format);
    const split = this.add(`${name}/split`, 'Split', ['axis_1', biased], { ...T, num_split: whole(4) });
    const hard = (as: string, gate: string) => {
      const line = binary('AddV2', `${as}_line`, binary('Mul', `${as}_slope`, gate, 'slope'), 'middle');
      return this.add(`${name}/${as}`, 'ClipByValue', [line, 'none', 'all'], T);
    };
    const squash = (gate: string, at: number) =>
      this.#config.gates === 'sigmoid' ? unary('Sigmoid', `gate_${at}`, gate) : hard(`gate_${at}`, gate);
    const [i, f, o] = [split, `${split}:1`, `${split}:3`].map(squash);
    const learnt = binary('Mul', 'learnt', i, unary('Tanh', 'candidate', `${split}:2`));
    const c = state ? binary('AddV2', 'c', binary('Mul', 'kept', f, state.c), learnt) : learnt;
    return { c, h: binary('Mul', 'h', o, unary('Tanh', 'shown', c)) };
  }

  /** All layers for one symbol. @param ids [batch] */
  symbol(name: string, ids: string, states: readonly State[]): { c: string; h: string }[] {
    const after: { c: string; h: string }[] = [];
    for (let k = 0; k < this.#config.layers; k++) {
      const of = `${name}/lstm_${k}`;
      const gates = k === 0 ? this.#entered(of, ids) : this.#product(`${of}/gates`, after[k - 1].h, `lstm_${k}/kernel`);
      after.push(this.#cell(of, k, gates, states[k]));
    }
    return after;
  }

  /** What is expected behind an output of the last layer. */
  exit(hidden: string): Argument[] {
    const weighed = this.#product('weighed', hidden, 'output/kernel');
    const logits = this.add('logits', 'BiasAdd', [weighed, 'output/bias'], { ...T, data_format: said('NHWC') });
    const probabilities = this.add('probabilities', 'Softmax', [logits], T);
    const shape = [null, this.#config.vocabularySize];
    return [output('probabilities', probabilities, shape), output('logits', logits, shape)];
  }
}

const output = (name: string, tensor: string, shape: readonly (number | null)[]): Argument => ({
  ...{ name, tensor: `${tensor}:0`, type: FLOAT, shape },
});

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

/** A whole window from a state of nothing to what follows it, one symbol written down behind the other. */
function windowOf(config: ModelConfig): { nodes: Message[]; signature: Signature } {
  const { windowLength, layers } = config;
  const graph = new Graph(config, 'window');
  const ids = graph.placeholder('ids', INT32, [null, windowLength]);
  const unpack = { T: type(INT32), num: whole(windowLength), axis: whole(1) };
  const each = graph.add('each', 'Unpack', [ids], unpack);
  let states: State[] = new Array<State>(layers).fill(undefined);
  for (let at = 0; at < windowLength; at++)
    states = graph.symbol(`at_${at}`, at === 0 ? each : `${each}:${at}`, states);
  const inputs = [{ name: 'ids', tensor: `${ids}:0`, type: INT32, shape: [null, windowLength] }];
  return { nodes: graph.nodes, signature: { inputs, outputs: graph.exit(states.at(-1)!.h) } };
}

/** A model as a TensorFlow graph: the signature `step`, and `window` where it learnt windows; which comes first is the usual one. */
export function tensorflowGraph(config: ModelConfig): {
  nodes: Message[];
  signatures: Readonly<Record<string, Signature>>;
} {
  const weights = weightBlocks(config).flatMap((block) => block.weights);
  const one = step(config);
  const several = config.context === 'window' ? windowOf(config) : undefined;
  const shared = [
    ...weights.map(({ name, shape }) => weight(name, shape)),
    constant('axis_0', 0, INT32),
    constant('axis_1', 1, INT32),
    ...(config.gates === 'sigmoid' ? [] : HARD_CONSTANTS.map(([name, value]) => constant(name, value, FLOAT))),
  ];
  return {
    nodes: [...shared, ...one.nodes, ...(several?.nodes ?? [])],
    signatures: {
      serving_default: (several ?? one).signature,
      step: one.signature,
      ...(several && { window: several.signature }),
    },
  };
}
