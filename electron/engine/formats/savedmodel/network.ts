import type { ModelConfig } from '../../model/model-config.ts';
import type { Message } from '../protobuf.ts';
import { FLOAT, INT32, node, said, shaped, truth, type, whole, type Argument } from './messages.ts';

export const T = { T: type(FLOAT) };

/** The state of a layer: names of tensors. */
interface State {
  readonly c: string;
  readonly h: string;
}

/** Writes down what is computed, under names that begin alike. */
export class Graph {
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

  /** Weights and constants, which stand beside all that is computed, as they are called here. */
  shared(name: string, _kind = FLOAT): string {
    return name;
  }

  #product(name: string, a: string, matrix: string): string {
    return this.add(name, 'MatMul', [a, this.shared(matrix)], {
      ...T,
      transpose_a: truth(false),
      transpose_b: truth(false),
    });
  }

  #rows(name: string, table: string, ids: string): string {
    const types = { Tparams: type(FLOAT), Tindices: type(INT32), Taxis: type(INT32), batch_dims: whole(0) };
    return this.add(name, 'GatherV2', [this.shared(table), ids, this.shared('axis_0', INT32)], types);
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
    const column = this.add(`${name}/column`, 'ExpandDims', [number, this.shared('axis_1', INT32)], {
      ...T,
      Tdim: type(INT32),
    });
    return this.#product(`${name}/gates`, column, kernel);
  }

  /** The constants of `HARD_CONSTANTS` by name. */
  #hard(name: string, gate: string): string {
    const sloped = this.add(`${name}/sloped`, 'Mul', [gate, this.shared('slope')], T);
    const line = this.add(`${name}/line`, 'AddV2', [sloped, this.shared('middle')], T);
    return this.add(name, 'ClipByValue', [line, this.shared('none'), this.shared('all')], T);
  }

  /** One layer for one symbol. @param gates what its inputs come to, without the bias */
  #cell(name: string, k: number, gates: string, state: State): State {
    const binary = (op: string, as: string, a: string, b: string) => this.add(`${name}/${as}`, op, [a, b], T);
    const unary = (op: string, as: string, a: string) => this.add(`${name}/${as}`, op, [a], T);
    const recurrent = `lstm_${k}/recurrent_kernel`;
    const sum = binary('AddV2', 'sum', gates, this.#product(`${name}/recurrent`, state.h, recurrent));
    const format = { ...T, data_format: said('NHWC') };
    const biased = this.add(`${name}/biased`, 'BiasAdd', [sum, this.shared(`lstm_${k}/bias`)], format);
    const split = this.add(`${name}/split`, 'Split', [this.shared('axis_1', INT32), biased], {
      ...T,
      num_split: whole(4),
    });
    const squash = (gate: string, at: number) =>
      this.#config.gates === 'sigmoid' ? unary('Sigmoid', `gate_${at}`, gate) : this.#hard(`${name}/gate_${at}`, gate);
    const [i, f, o] = [split, `${split}:1`, `${split}:3`].map(squash);
    const learnt = binary('Mul', 'learnt', i, unary('Tanh', 'candidate', `${split}:2`));
    const c = binary('AddV2', 'c', binary('Mul', 'kept', f, state.c), learnt);
    return { c, h: binary('Mul', 'h', o, unary('Tanh', 'shown', c)) };
  }

  /** All layers for one symbol. @param ids [batch] */
  symbol(name: string, ids: string, states: readonly State[]): State[] {
    const after: State[] = [];
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
    const logits = this.add('logits', 'BiasAdd', [weighed, this.shared('output/bias')], {
      ...T,
      data_format: said('NHWC'),
    });
    const probabilities = this.add('probabilities', 'Softmax', [logits], T);
    const shape = [null, this.#config.vocabularySize];
    return [output('probabilities', probabilities, shape), output('logits', logits, shape)];
  }
}

/** What a signature gives, or takes, of float32. */
export const output = (name: string, tensor: string, shape: readonly (number | null)[]): Argument => ({
  ...{ name, tensor: `${tensor}:0`, type: FLOAT, shape },
});
