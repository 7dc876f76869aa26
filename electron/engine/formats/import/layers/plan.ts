import * as z from 'zod';
import { message } from '../../../../contract/message.ts';
import { unfit } from '../faults.ts';
import type { Description } from './description.ts';
import type { Layer } from './layer.ts';
import { checkUnset, functionOf, gatesOf, named, optionFault, sizeOf, type Gates, type Placed } from './options.ts';
import type { PlannedAffine } from './affine.ts';
import { timeOf } from './input-shape.ts';

/** An LSTM layer of a plan. */
export interface PlannedLstm {
  readonly layer: Placed;
  readonly units: number;
  readonly bias: boolean;
  /** what the sums of its gates are multiplied with */
  readonly scale: number;
  /** what it takes in on the way */
  readonly before: readonly PlannedAffine[];
}

/** Which layers of a description are which of our network's. */
export interface Plan {
  readonly name?: string;
  /** whether we wrote it */
  readonly ours: boolean;
  readonly embedding?: { readonly layer: Placed; readonly symbols: number; readonly width: number };
  readonly lstm: readonly PlannedLstm[];
  readonly output: {
    readonly layer: Placed;
    readonly symbols: number;
    readonly bias: boolean;
    readonly before: readonly PlannedAffine[];
    readonly behind: readonly PlannedAffine[];
  };
  /** the symbol with the number 0 is none to it */
  readonly skipsZero: boolean;
  readonly gates: Gates;
  /** steps of its windows; none where it tells from as many as there were */
  readonly window?: number;
}

/** Steps, one at least or as many as there are, and numbers of each. */
const shapeSchema = z.tuple([z.int().min(-1), z.int().min(-1)]);
/** One number for all, no list for each. */
const isFinite = (value: unknown): value is number => Number.isFinite(value);
/** What only acts while a network learns, or does nothing at all. */
const IDLE = [
  ...['InputLayer', 'Dropout', 'SpatialDropout1D', 'GaussianDropout', 'GaussianNoise', 'AlphaDropout'],
  ...['ActivityRegularization', 'Identity'],
];
/** Networks as layers. */
const NETWORKS = ['Sequential', 'Functional', 'Model'];

function plannedLstm(layer: Placed, scale: number, before: readonly PlannedAffine[]): PlannedLstm {
  const activation = functionOf(layer, 'activation', 'tanh');
  if (activation !== 'tanh') throw optionFault(layer, 'activation', activation, 'tanh');
  checkUnset(layer, 'go_backwards', 'time_major');
  // cuDNN always has one
  const bias = layer.kind === 'CuDNNLSTM' || layer.config.use_bias !== false;
  return { layer, units: sizeOf(layer, 'units'), bias, scale, before };
}

/** The layer itself, or what it does to each step. */
const inner = (layer: Placed): Pick<Layer, 'kind' | 'config'> => layer.wraps ?? layer;

/** The activation of a layer that does nothing else. */
function activationOf(layer: Placed): string | undefined {
  const { kind, config } = inner(layer);
  if (kind === 'Softmax') {
    const axis = config.axis ?? -1;
    if (axis !== -1) throw optionFault(layer, 'axis', axis, '-1');
    return 'softmax';
  }
  return kind === 'Activation' ? functionOf(layer, 'activation', 'linear', config) : undefined;
}

const misplaced = (layer: Placed) =>
  unfit(message('networks.layer-order', { ...named(layer), kind: inner(layer).kind }));

/** Walks a chain of layers from its input to its output. */
class Walk {
  embedding: Plan['embedding'];
  readonly lstm: PlannedLstm[] = [];
  skipsZero = false;
  /** steps that the input is cut into */
  time: number | undefined;
  /** what follows the last layer that remembers */
  #pending: PlannedAffine[] = [];
  #squashed: { readonly layer: Placed; readonly activation: string } | undefined;
  readonly #gates: Gates[] = [];
  readonly #dialect: Description['dialect'];

  constructor(dialect: Description['dialect']) {
    this.#dialect = dialect;
  }

  step(layer: Placed): void {
    const { kind, config } = inner(layer);
    if (IDLE.includes(kind)) return;
    const activation = activationOf(layer);
    if (activation !== undefined) this.#activate(layer, activation);
    else if (kind === 'Embedding') this.#embed(layer);
    else if (kind === 'LSTM' || kind === 'CuDNNLSTM') this.#remember(layer);
    else if (kind === 'Dense') this.#tell(layer, config);
    else if (kind === 'BatchNormalization') this.#normalize(layer, config);
    else if (kind === 'Rescaling') this.#rescale(layer, config);
    else if (kind === 'Masking') this.#mask(layer);
    else if (kind === 'Reshape') this.#reshape(layer);
    else if (kind === 'Bidirectional') throw unfit(message('networks.layer-backwards', named(layer)));
    else if (NETWORKS.includes(kind)) throw unfit(message('networks.layers-inner', named(layer)));
    else throw unfit(message('networks.layer-kind', { ...named(layer), kind: kind.slice(0, 100) }));
  }

  get #isFirst(): boolean {
    return !this.embedding && this.lstm.length === 0 && this.#pending.length === 0;
  }

  #embed(layer: Placed): void {
    if (!this.#isFirst || layer.wraps) throw misplaced(layer);
    this.skipsZero = layer.config.mask_zero === true;
    this.embedding = { layer, symbols: sizeOf(layer, 'input_dim'), width: sizeOf(layer, 'output_dim') };
  }

  #mask(layer: Placed): void {
    if (!this.#isFirst) throw misplaced(layer);
    const value = layer.config.mask_value ?? 0;
    if (value !== 0) throw optionFault(layer, 'mask_value', value, '0');
    this.skipsZero = true;
  }

  /** A row of numbers as steps of some. */
  #reshape(layer: Placed): void {
    const target = shapeSchema.safeParse(layer.config.target_shape);
    if (!this.#isFirst || !target.success) throw misplaced(layer);
    if (target.data[0] > 0) this.time = target.data[0];
  }

  #remember(layer: Placed): void {
    if (layer.wraps) throw misplaced(layer);
    this.#checkLinear(layer);
    const { gates, scale } = gatesOf(layer, this.#dialect);
    this.#gates.push(gates);
    this.lstm.push(plannedLstm(layer, scale, this.#pending));
    this.#pending = [];
  }

  #tell(layer: Placed, config: Layer['config']): void {
    this.#checkLinear(layer);
    const bias = config.use_bias !== false;
    this.#pending.push({ kind: 'dense', layer, units: sizeOf({ config }, 'units'), bias });
    this.#activate(layer, functionOf(layer, 'activation', 'linear', config));
  }

  #normalize(layer: Placed, config: Layer['config']): void {
    this.#checkLinear(layer);
    const { axis = -1, epsilon = 1e-3, scale, center } = config;
    const told = this.lstm.at(-1);
    // numbers of a step, or of the only one that was left
    const last = told && told.layer.config.return_sequences !== true ? 1 : 2;
    const [along = axis] = Array.isArray(axis) && axis.length === 1 ? (axis as unknown[]) : [];
    if (along !== -1 && along !== last) throw optionFault(layer, 'axis', axis, '-1');
    if (typeof epsilon !== 'number' || !(epsilon > 0)) throw optionFault(layer, 'epsilon', epsilon, '0.001');
    this.#pending.push({ kind: 'norm', layer, scale: scale !== false, center: center !== false, epsilon });
  }

  #rescale(layer: Placed, config: Layer['config']): void {
    this.#checkLinear(layer);
    const { scale, offset = 0 } = config;
    if (!isFinite(scale)) throw optionFault(layer, 'scale', scale, '1');
    if (!isFinite(offset)) throw optionFault(layer, 'offset', offset, '0');
    this.#pending.push({ kind: 'rescale', layer, factor: scale, offset });
  }

  /** @throws Fault where a layer comes behind numbers that were squashed */
  #checkLinear(layer: Placed): void {
    if (!this.#squashed) return;
    const { layer: hidden, activation } = this.#squashed;
    throw activation === 'softmax'
      ? misplaced(layer)
      : unfit(message('networks.layer-hidden', { ...named(hidden), activation }));
  }

  #activate(layer: Placed, given: string): void {
    if (given === 'linear') return;
    // what is told of logarithms is told of the numbers before them
    const activation = given === 'log_softmax' ? 'softmax' : given;
    const isTold = this.lstm.length > 0 && this.#pending.some(({ kind }) => kind === 'dense');
    if (this.#squashed || (!isTold && (activation === 'softmax' || inner(layer).kind !== 'Dense')))
      throw misplaced(layer);
    this.#squashed = { layer, activation };
  }

  /** The last Dense, with what leads to it and behind it. */
  output(): Plan['output'] | undefined {
    // numbers that nothing squashes are those that a softmax was left out behind
    const { layer, activation } = this.#squashed ?? { activation: 'softmax' };
    if (activation !== 'softmax') throw optionFault(layer!, 'activation', activation, 'softmax');
    const at = this.#pending.findLastIndex(({ kind }) => kind === 'dense');
    const last = this.#pending[at];
    if (last?.kind !== 'dense') return undefined;
    const [before, behind] = [this.#pending.slice(0, at), this.#pending.slice(at + 1)];
    return { layer: last.layer, symbols: last.units, bias: last.bias, before, behind };
  }

  gates(): Gates {
    const [first, ...others] = this.#gates;
    if (others.some((gates) => gates !== first)) throw unfit(message('networks.gates-differ'));
    return first;
  }
}

/**
 * Which of our networks a description is of.
 * @throws Fault where we have none such
 */
export function planOf({ name, ours, chain, dialect }: Description): Plan {
  const walk = new Walk(dialect);
  let place = 0;
  const layers = chain
    .filter(({ kind }) => kind !== 'InputLayer')
    // a stack of cells is one layer
    .map((layer) => ({ ...layer, place: layer.cell?.at ? place : ++place }));
  for (const layer of layers) walk.step(layer);
  const { embedding, lstm, skipsZero } = walk;
  const last = lstm.at(-1);
  if (!last) throw unfit(message('networks.no-lstm'));
  const output = walk.output();
  if (!output) throw unfit(message('networks.no-output'));
  for (const { layer } of lstm.slice(0, -1))
    if (layer.config.return_sequences !== true) throw optionFault(layer, 'return_sequences', false, 'true');
  // a state that is carried on, or an output behind each step, is what a sequence model has
  const carried = lstm.some(({ layer }) => layer.config.stateful === true);
  const time = last.layer.config.return_sequences === true || carried ? undefined : (walk.time ?? timeOf(chain));
  return {
    ...(name !== undefined && { name }),
    ...(embedding && { embedding }),
    ...{ ours, skipsZero, lstm, output, gates: walk.gates() },
    ...(time !== undefined && { window: time }),
  };
}
