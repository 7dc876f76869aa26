/** An array that outlives a step: a weight or an optimiser's slot. Gates are spoken in the order i, f, c, o. */
export interface Variable {
  readonly shape: readonly number[];
  /** True where the columns are the four gates of an LSTM. */
  readonly gates: boolean;
  /** True where it is read and moved by rows alone. */
  readonly byRows: boolean;
  /** A copy of the values, row by row. */
  values(): Float32Array;
  /** The same from the first row on, where this make has it in pieces: less of a large table is held twice. */
  pieces?(): Iterable<Piece>;
  /** Replaces all values; they are copied. */
  assign(values: Float32Array): void;
  dispose(): void;
}

/** Some rows of a variable, from the `first` on. */
export interface Piece {
  readonly first: number;
  readonly values: Float32Array;
}

/** What a variable starts from: its values, or one number everywhere. */
export interface VariableSpec {
  readonly shape: readonly number[];
  /** Whether the columns are the four gates of an LSTM, which a make may store in another order. */
  readonly gates: boolean;
  /** Whether it is read and moved by rows alone: see `movesWhole`. */
  readonly byRows?: boolean;
  readonly values: Float32Array | number;
}

/**
 * An array of one make of the kernels, float32 unless said otherwise. What a method returns belongs to the innermost
 * `scoped` work it is called in, outside of one to its caller.
 */
export interface Tensor {
  readonly shape: readonly number[];
  dispose(): void;
}

/** Symbol ids of a batch, time-major, [time, lanes]; they live as long as the `scoped` work they are made in. */
export interface Ids {
  readonly time: number;
  readonly lanes: number;
}

/** The right symbol of each prediction, [rows]; they live as long as the `scoped` work they are made in. */
export interface Targets {
  readonly rows: number;
}

/** A gradient of one variable, in whatever form its make moves it by. */
export interface Gradient {
  dispose(): void;
}

export interface ProjectionGradients {
  readonly x: Tensor;
  readonly weights: Gradient;
  readonly bias: Gradient;
}
