import { message } from '../../../contract/message.ts';
import { damaged } from './faults.ts';

/** A weight as a file holds it: where it lies was looked at, its numbers were not. */
export interface StoredWeight {
  /** how errors call it */
  readonly name: string;
  readonly shape: readonly number[];
  /** @throws Fault where it cannot be unpacked; RangeError where the file ends before */
  read(): Promise<Float32Array>;
}

/** Weights hardly shrink; zeros, of which bombs are made, do to a thousandth. */
const TIGHTEST = 50;
/** Below this no bomb does harm. */
const LOOKED_AT = 2 ** 24;

/** @throws Fault where so few bytes would grow to so many as weights never do */
export function checkTight(weight: string, packed: number, bytes: number): void {
  if (bytes > LOOKED_AT && bytes > TIGHTEST * packed)
    throw damaged(message('networks.weight-tight', { weight, packed, bytes }));
}
