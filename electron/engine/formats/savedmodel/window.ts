import type { ModelConfig } from '../../model/model-config.ts';
import type { Message } from '../protobuf.ts';
import { FLOAT, INT32, said, truth, type, whole, type Signature } from './messages.ts';
import { Graph, output } from './network.ts';

const INTEGER = { T: type(INT32) };
const GATHERED = { Tparams: type(INT32), Tindices: type(INT32), Taxis: type(INT32), batch_dims: whole(0) };
const FRAME = 'window';

/** What is computed once for each symbol. TensorFlow keeps such a loop apart: what it uses of the outside has to enter. */
class Loop extends Graph {
  readonly #entered = new Map<string, string>();

  /** @param isConstant stays as it is for every symbol */
  enter(name: string, source: string, kind: number, isConstant = false): string {
    const frame = { frame_name: said(FRAME), is_constant: truth(isConstant), parallel_iterations: whole(10) };
    return this.add(`${name}/enter`, 'Enter', [source], { T: type(kind), ...frame });
  }

  override shared(name: string, kind = FLOAT): string {
    const known = this.#entered.get(name) ?? this.enter(name, name, kind, true);
    this.#entered.set(name, known);
    return known;
  }
}

/** A tensor that changes from symbol to symbol. */
interface Carried {
  readonly name: string;
  readonly kind: number;
  /** before the first symbol, outside of the loop */
  readonly first: string;
}

/**
 * Symbols from a state of nothing to what follows them: a window of them, or as many as there are and the state behind them.
 * One behind the other, they would be 1,024 cells for four layers and a window of 256, which take TensorFlow 19 s to load.
 */
export function window(config: ModelConfig): { nodes: Message[]; signature: Signature } {
  const [outside, loop] = [new Graph(config, FRAME), new Loop(config, `${FRAME}/each`)];
  const idsShape = [null, config.context === 'window' ? config.windowLength : null];
  const ids = outside.placeholder('ids', INT32, idsShape);
  const shape = outside.add('shape', 'Shape', [ids], { ...INTEGER, out_type: type(INT32) });
  const lengthOf = (name: string, axis: string) => outside.add(name, 'GatherV2', [shape, axis, 'axis_0'], GATHERED);
  const [batch, time] = [lengthOf('batch', 'axis_0'), lengthOf('time', 'axis_1')];
  const dimensions = outside.add('dimensions', 'Pack', [batch, 'units'], { ...INTEGER, N: whole(2), axis: whole(0) });
  const types = { T: type(FLOAT), index_type: type(INT32) };
  const zeros = outside.add('zeros', 'Fill', [dimensions, 'nothing'], types);
  const layers = Array.from({ length: config.layers }, (_, k) => k);
  const carried: Carried[] = [
    { name: 'at', kind: INT32, first: 'axis_0' },
    ...layers.flatMap((k) => ['c', 'h'].map((part) => ({ name: `${part}_${k}`, kind: FLOAT, first: zeros }))),
  ];
  const next = (name: string) => `${FRAME}/each/${name}/next`;
  const merged = carried.map(({ name, kind, first }) => {
    const entered = loop.enter(name, first, kind);
    return loop.add(`${name}/merge`, 'Merge', [entered, next(name)], { T: type(kind), N: whole(2) });
  });
  const goesOn = loop.add('less', 'Less', [merged[0], loop.shared(time, INT32)], INTEGER);
  const condition = loop.add('condition', 'LoopCond', [goesOn]);
  const switched = carried.map(({ name, kind }, at) =>
    loop.add(`${name}/switch`, 'Switch', [merged[at], condition], { T: type(kind) }),
  );
  const [at, ...state] = switched.map((name) => `${name}:1`);
  const now = loop.add('id', 'GatherV2', [loop.shared(ids, INT32), at, loop.shared('axis_1', INT32)], GATHERED);
  const after = loop.symbol(
    'now',
    now,
    layers.map((k) => ({ c: state[2 * k], h: state[2 * k + 1] })),
  );
  const later = loop.add('later', 'AddV2', [at, loop.shared('axis_1', INT32)], INTEGER);
  const behind = [later, ...after.flatMap(({ c, h }) => [c, h])];
  for (const [k, { name, kind }] of carried.entries())
    loop.add(`${name}/next`, 'NextIteration', [behind[k]], { T: type(kind) });
  const left = carried.map(({ name, kind }, k) => loop.add(`${name}/exit`, 'Exit', [switched[k]], { T: type(kind) }));
  const states = carried.slice(1).map(({ name }, k) => output(`${name}_next`, left[k + 1], [null, config.units]));
  const exits = outside.exit(left.at(-1)!);
  const inputs = [{ name: 'ids', tensor: `${ids}:0`, type: INT32, shape: idsShape }];
  const outputs = config.context === 'window' ? exits : [...exits, ...states];
  return { nodes: [...outside.nodes, ...loop.nodes], signature: { inputs, outputs } };
}
