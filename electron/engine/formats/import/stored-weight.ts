/** A weight as a file holds it: where it lies was looked at, its numbers were not. */
export interface StoredWeight {
  /** how errors call it */
  readonly name: string;
  readonly shape: readonly number[];
  /** @throws Fault where it cannot be unpacked; RangeError where the file ends before */
  read(): Promise<Float32Array>;
}
