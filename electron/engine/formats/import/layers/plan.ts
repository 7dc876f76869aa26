import { message } from '../../../../contract/message.ts';
import { unfit } from '../faults.ts';
import type { Description, Layer } from './description.ts';
import { checkUnset, functionOf, gatesOf, named, optionFault, sizeOf, type Gates, type Placed } from './options.ts';
import { timeOf } from './input-shape.ts';

/** An LSTM layer of a plan. */
export interface PlannedLstm {
  readonly layer: Placed;
  readonly units: number;
  readonly bias: boolean;
  /** what the sums of its gates are multiplied with */
  readonly scale: number;
}

/** Which layers of a description are which of our network's. */
export interface Plan {
  readonly name?: string;
  /** whether we wrote it */
  readonly ours: boolean;
  readonly embedding?: { readonly layer: Placed; readonly symbols: number; readonly width: number };
  readonly lstm: readonly PlannedLstm[];
  readonly output: { readonly layer: Placed; readonly symbols: number; readonly bias: boolean };
  readonly gates: Gates;
  /** steps of its windows; none where it tells from as many as there were */
  readonly window?: number;
}

/** What only acts while a network learns, or does nothing at all. */
const IDLE = [
  ...['InputLayer', 'Dropout', 'SpatialDropout1D', 'GaussianDropout', 'GaussianNoise', 'AlphaDropout'],
  ...['ActivityRegularization'],
];
/** Networks as layers. */
const NETWORKS = ['Sequential', 'Functional', 'Model'];

function plannedLstm(layer: Placed, scale: number): PlannedLstm {
  const activation = functionOf(layer, 'activation', 'tanh');
  if (activation !== 'tanh') throw optionFault(layer, 'activation', activation, 'tanh');
  checkUnset(layer, 'go_backwards', 'time_major');
  // cuDNN always has one
  const bias = layer.kind === 'CuDNNLSTM' || layer.config.use_bias !== false;
  return { layer, units: sizeOf(layer, 'units'), bias, scale };
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
  output: Plan['output'] | undefined;
  readonly #gates: Gates[] = [];
  readonly #dialect: Description['dialect'];
  #activation = 'linear';

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
    else if (NETWORKS.includes(kind)) throw unfit(message('networks.layers-inner', named(layer)));
    else throw unfit(message('networks.layer-kind', { ...named(layer), kind: kind.slice(0, 100) }));
  }

  #embed(layer: Placed): void {
    if (this.embedding || this.lstm.length > 0 || this.output || layer.wraps) throw misplaced(layer);
    // what mask_zero leaves out is padding: no symbol of a text has id 0 where it is set
    this.embedding = { layer, symbols: sizeOf(layer, 'input_dim'), width: sizeOf(layer, 'output_dim') };
  }

  #remember(layer: Placed): void {
    if (this.output || layer.wraps) throw misplaced(layer);
    const { gates, scale } = gatesOf(layer, this.#dialect);
    this.#gates.push(gates);
    this.lstm.push(plannedLstm(layer, scale));
  }

  #tell(layer: Placed, config: Layer['config']): void {
    if (this.output || this.lstm.length === 0) throw misplaced(layer);
    this.output = { layer, symbols: sizeOf({ config }, 'units'), bias: config.use_bias !== false };
    this.#activate(layer, functionOf(layer, 'activation', 'linear', config));
  }

  #activate(layer: Placed, activation: string): void {
    if (activation === 'linear') return;
    if (!this.output || this.#activation !== 'linear') throw misplaced(layer);
    // numbers that nothing squashes are those that a softmax was left out behind
    if (activation !== 'softmax') throw optionFault(layer, 'activation', activation, 'softmax');
    this.#activation = activation;
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
  const layers = chain.filter(({ kind }) => kind !== 'InputLayer').map((layer, at) => ({ ...layer, place: at + 1 }));
  for (const layer of layers) walk.step(layer);
  const { embedding, lstm, output } = walk;
  const last = lstm.at(-1);
  if (!last) throw unfit(message('networks.no-lstm'));
  if (!output) throw unfit(message('networks.no-output'));
  for (const { layer } of lstm.slice(0, -1))
    if (layer.config.return_sequences !== true) throw optionFault(layer, 'return_sequences', false, 'true');
  // a state that is carried on, or an output behind each step, is what a sequence model has
  const carried = lstm.some(({ layer }) => layer.config.stateful === true);
  const time = last.layer.config.return_sequences === true || carried ? undefined : timeOf(chain);
  return {
    ...(name !== undefined && { name }),
    ...(embedding && { embedding }),
    ...{ ours, lstm, output, gates: walk.gates() },
    ...(time !== undefined && { window: time }),
  };
}
