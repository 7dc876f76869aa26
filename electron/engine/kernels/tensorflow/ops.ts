import { TensorScopes, type Handle, type Shape } from './tensors.ts';

export type { Handle, Shape };

/** What the ops know of a variable. */
export interface StoredVariable {
  readonly shape: Shape;
  readonly byRows: boolean;
  /** whether it lives where single ops cannot reach it */
  readonly away: boolean;
  /** for ops that read or write it in place; brings it back where it is away */
  readonly resource: Handle;
  /** A handle on the present values, which stays the variable's. */
  read(): Handle;
  /** Rows of one that is away and is read by rows; the handle is the caller's. */
  rowsAway(ids: Handle): Handle;
  /** Gives up that handle. */
  letGo(): void;
}

/** What kind of value an attribute has, as TensorFlow's C API numbers them (`TF_AttrType`). */
export const ATTRIBUTE = { string: 0, integer: 1, number: 2, boolean: 3, type: 4, shape: 5 } as const;

export interface Attribute {
  readonly name: string;
  readonly type: (typeof ATTRIBUTE)[keyof typeof ATTRIBUTE];
  readonly value: unknown;
}

/** TensorFlow's types by number (`TF_DataType`). */
export const TYPE = { float: 1, int: 3, int64: 9, bool: 10 } as const;

/** A number of the optimiser that is another one at every step: see `changingNumbers`. */
export type Changing = 'learningRate' | 'firstPower' | 'secondPower' | 'correctedRate' | 'shrink';

/** What a step reads of its batch: ids, targets, the ids once each with where each id stands among them, and candidates. */
export type Fed = 'inputs' | 'targets' | 'rows' | 'places' | 'candidates';

/**
 * TensorFlow's ops by name (www.tensorflow.org/api_docs/python/tf/raw_ops), in two makes: `Eager` runs them as they are
 * asked for, `GraphOps` writes them down. The arithmetic that is written against this is the same text for both.
 */
export abstract class Ops {
  /** the attribute `T` of most ops on floats */
  readonly T = this.type('T', TYPE.float);
  /** the tensors that outlive an op, by the work they were made in */
  readonly tensors = new TensorScopes((handle) => this.free([handle]));

  type(name: string, value: number): Attribute {
    return { name, type: ATTRIBUTE.type, value };
  }
  boolean(name: string, value: boolean): Attribute {
    return { name, type: ATTRIBUTE.boolean, value };
  }
  integer(name: string, value: number): Attribute {
    return { name, type: ATTRIBUTE.integer, value };
  }
  number(name: string, value: number): Attribute {
    return { name, type: ATTRIBUTE.number, value };
  }
  string(name: string, value: string): Attribute {
    return { name, type: ATTRIBUTE.string, value };
  }
  shape(name: string, value: Shape): Attribute {
    return { name, type: ATTRIBUTE.shape, value };
  }

  /** The handles of an op's outputs, which the caller frees. */
  abstract run(name: string, attributes: readonly Attribute[], inputs: readonly Handle[], outputs: number): Handle[];
  abstract free(handles: readonly Handle[]): void;
  abstract floats(values: Float32Array, shape: Shape): Handle;
  abstract ints(values: Int32Array, shape?: Shape): Handle;

  /** The present values of a variable; the handle stays the variable's. */
  abstract values(variable: StoredVariable): Handle;
  /** A variable as ops that read or write it in place want it; the handle stays the variable's. */
  abstract resource(variable: StoredVariable): Handle;
  /** Whether rows of it can be read where it is. */
  abstract readsRows(variable: StoredVariable): boolean;
  /** Rows of a variable that is read by rows where single ops cannot reach it, which the caller frees; null where it is elsewhere. */
  abstract rowsAway(variable: StoredVariable, ids: Handle): Handle | null;
  /** Gives up what `values` gave. To be called before the values change: while it is held, a change copies them all. */
  abstract letGo(variable: StoredVariable): void;
  /** Room of that shape for an op that wants a variable whose content never matters. */
  abstract scratch(shape: Shape): Handle;
  abstract disposeScratches(): void;
  /** A float scalar that is another one at every step. */
  abstract changing(name: Changing, value: number): Handle;
  /** What a step is fed with, as int32; without a shape it is a vector whose length is another one at every step. */
  abstract fed(name: Fed, values: Int32Array, shape?: Shape): Handle;
  /** The candidates' corrections, float. */
  abstract corrections(values: Float32Array, shape: Shape): Handle;
  /** The seed of a step's dropout, an int32 scalar. */
  abstract seed(value: number): Handle;

  /** `handle`, to be read only once `before` is there: what reads it then may write it in place. */
  abstract after(handle: Handle, before: Handle): Handle;

  /** Lengths of the stretches that so many LSTM steps are cut into, so that a layer goes on beside the next one. */
  abstract stretches(steps: number): readonly number[];
  /** Notes what stands, one below the other, in a handle: who reads it piece by piece need not wait for all. */
  abstract notePieces(whole: Handle, pieces: readonly Handle[]): void;
  /** What was noted of a handle. */
  abstract piecesOf(whole: Handle): readonly Handle[] | undefined;

  /** A constant that is kept for the next who asks under that key. */
  protected abstract kept(key: string, create: () => Handle): Handle;

  /** A float scalar, kept. */
  scalar(value: number): Handle {
    return this.kept(`float ${value}`, () => this.floats(Float32Array.of(value), []));
  }

  /** An int32 scalar, kept. */
  index(value: number): Handle {
    return this.kept(`int ${value}`, () => this.ints(Int32Array.of(value), []));
  }

  /** An int32 vector, kept: a shape or axes. */
  vector(values: Shape): Handle {
    return this.kept(`ints ${values.join()}`, () => this.ints(Int32Array.from(values)));
  }

  /** Zeros of that shape, kept. */
  zeros(shape: Shape): Handle {
    return this.kept(`zeros ${shape.join()}`, () => {
      const attributes = [this.T, this.type('index_type', TYPE.int)];
      return this.run('Fill', attributes, [this.vector(shape), this.scalar(0)], 1)[0];
    });
  }

  /** An int64 scalar, kept: tfjs-node makes and leaks such a tensor at every use, the op `Size` makes it once. */
  length(value: number): Handle {
    return this.kept(`length ${value}`, () => {
      const list = this.floats(new Float32Array(value), [value]);
      const [size] = this.run('Size', [this.T, this.type('out_type', TYPE.int64)], [list], 1);
      this.free([list]);
      return size;
    });
  }
}
