import { piecesOf, reshape, reshapeWhole, unpack } from './arrays.ts';
import type { TensorFlowTape } from './lstm-forward.ts';
import type { Handle } from './ops.ts';
import type { Scope } from './scope.ts';
import type { OpTensor } from './tensors.ts';

/** Steps from `first` on, and what comes to each from above. */
export interface Stretch {
  readonly first: number;
  readonly steps: number;
  readonly fromAbove: readonly (Handle | null)[];
}

/** What comes to each step of each stretch from above. */
export function stretchesOf(
  scope: Scope,
  { xShape: [time, lanes] }: TensorFlowTape,
  given: OpTensor,
  lengths: readonly number[],
): Stretch[] {
  const units = given.shape[given.shape.length - 1];
  const starts = lengths.map((_, k) => lengths.slice(0, k).reduce((sum, each) => sum + each, 0));
  const every = given.shape.length === 3;
  const rows = every ? reshapeWhole(scope, given.handle, [time * lanes, units]) : given.handle;
  const pieces = every ? piecesOf(scope, rows, lengths, lanes, units) : [];
  return lengths.map((steps, k) => {
    const first = starts[k];
    const isLast = first + steps === time;
    const fromAbove: (Handle | null)[] = every
      ? unpack(scope, reshape(scope, pieces[k], [steps, lanes, units]), steps)
      : Array.from({ length: steps }, (_, t) => (isLast && t === steps - 1 ? given.handle : null));
    return { first, steps, fromAbove };
  });
}
