import { groupIds } from '../group-ids.ts';
import type { Ids, Targets } from '../arithmetic.ts';
import { TYPE, type Ops } from './ops.ts';
import type { OpTensor } from './tensors.ts';

/** Ids once each, and where each id of a batch stands among them. */
export interface GroupedIds {
  /** int32 [distinct] */
  readonly rows: OpTensor;
  /** int32 [time, lanes] */
  readonly places: OpTensor;
  /** int32 scalar: how many are distinct */
  readonly count: OpTensor;
}

/** Symbol ids, as int32 [time, lanes]. */
export class TensorFlowIds implements Ids {
  readonly time: number;
  readonly lanes: number;
  readonly tensor: OpTensor;
  private readonly ops: Ops;
  private readonly values: Int32Array;

  /** @param feed what of a batch they are */
  constructor(ops: Ops, values: Int32Array, time: number, lanes: number, feed: 'inputs' | 'candidates' = 'inputs') {
    this.ops = ops;
    this.values = values;
    this.time = time;
    this.lanes = lanes;
    this.tensor = ops.tensors.create(ops.fed(feed, values, [time, lanes]), [time, lanes]);
  }

  grouped(): GroupedIds {
    const { ops, time, lanes } = this;
    const { distinct, places } = groupIds(this.values);
    const rows = ops.tensors.create(ops.fed('rows', distinct), [-1]);
    const [count] = ops.run('Size', [ops.type('T', TYPE.int), ops.type('out_type', TYPE.int)], [rows.handle], 1);
    return {
      rows,
      places: ops.tensors.create(ops.fed('places', places, [time, lanes]), [time, lanes]),
      count: ops.tensors.create(count, []),
    };
  }
}

/** Right symbols, as int32 [rows]. */
export class TensorFlowTargets implements Targets {
  readonly rows: number;
  readonly tensor: OpTensor;

  constructor(ops: Ops, values: Int32Array) {
    this.rows = values.length;
    this.tensor = ops.tensors.create(ops.fed('targets', values, [this.rows]), [this.rows]);
  }
}
