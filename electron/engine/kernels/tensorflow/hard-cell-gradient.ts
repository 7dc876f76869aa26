import { HARD_SIGMOID } from '../gates.ts';
import { TYPE, type Handle } from './ops.ts';
import type { Before, Step } from './lstm-steps.ts';
import type { Scope } from './scope.ts';

/**
 * What `LSTMBlockCellGrad` gives of a step, for hard gates, by single ops.
 * @param cellGradient of the step after, [lanes, units]
 * @param outputGradient [lanes, units]
 * @returns gradient of the cells before the step, and of its gates before they were squashed, [lanes, 4 * units]
 */
export function hardCellGradient(
  scope: Scope,
  { i, f, o, candidate, tanhCell }: Step,
  before: Before,
  cellGradient: Handle,
  outputGradient: Handle,
): [cell: Handle, gates: Handle] {
  const { ops } = scope;
  const one = (name: string, ...inputs: Handle[]): Handle => scope.one(name, [ops.T], inputs);
  const times = (a: Handle, b: Handle): Handle => one('Mul', a, b);
  const rest = (y: Handle): Handle => one('Sub', ops.scalar(1), y);
  const throughTanh = (x: Handle, y: Handle): Handle => times(x, rest(times(y, y)));
  // the line's slope where it let through more than nothing and less than all
  const throughGate = (x: Handle, y: Handle): Handle =>
    times(times(x, ops.scalar(HARD_SIGMOID.slope)), one('Sign', times(y, rest(y))));
  const ofCell = one('AddV2', throughTanh(times(outputGradient, o), tanhCell), cellGradient);
  const parts = [
    throughGate(times(ofCell, candidate), i),
    throughTanh(times(ofCell, i), candidate),
    throughGate(times(ofCell, before.cell), f),
    throughGate(times(outputGradient, tanhCell), o),
  ];
  const columns = [ops.integer('N', parts.length), ops.T, ops.type('Tidx', TYPE.int)];
  return [times(ofCell, f), scope.one('ConcatV2', columns, [...parts, ops.index(1)])];
}
