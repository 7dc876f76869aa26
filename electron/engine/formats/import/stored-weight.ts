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

/** Whether so few bytes would grow to so many as weights never do. */
export const isTight = (packed: number, bytes: number): boolean => bytes > LOOKED_AT && bytes > TIGHTEST * packed;
