import { hardSigmoid } from '../kernels/gates.ts';
import type { Blocks } from './blocks.ts';
import { Arena, matrixSize, rowsSize, type Matrix, type Rows } from './matrix.ts';

/** What a layer remembers, each [units]. */
export interface LayerMemory {
  readonly cell: Float32Array;
  readonly output: Float32Array;
}

/** Logistic function. */
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** What squashes gates. */
export const squashing = (hard: boolean): ((x: number) => number) => (hard ? hardSigmoid : sigmoid);
/** By the exponential: half the time of Math.tanh, and exact to a float32 all the same. */
const tanh = (x: number): number => 1 - 2 / (Math.exp(2 * x) + 1);

/** One LSTM layer that reads one lane, some symbols at a time. Gates are in the order i, f, c, o. */
export class LstmLayer {
  /** symbols at a time */
  readonly chunk: number;
  /** [chunk, inputs], to be filled by whoever calls `read` */
  readonly x: Rows;
  /** [chunk, 4 * units], to be filled by whoever calls `walk` */
  readonly gates: Rows;
  readonly bias: Float32Array;
  private readonly units: number;
  private readonly squash: (x: number) => number;
  private readonly input: Matrix;
  private readonly recurrent: Matrix;
  private readonly before: Rows;

  /** @param hard whether gates are squashed hard */
  constructor(
    inputs: number,
    units: number,
    { chunk, hard, blocks }: { chunk: number; hard: boolean; blocks: Blocks },
  ) {
    const width = 4 * units;
    const weights = matrixSize(inputs, width) + matrixSize(units, width);
    const arena = new Arena(weights + rowsSize(chunk, inputs) + rowsSize(chunk, width) + rowsSize(1, units), blocks);
    this.chunk = chunk;
    this.units = units;
    this.squash = squashing(hard);
    this.bias = new Float32Array(width);
    this.input = arena.matrix(inputs, width);
    this.recurrent = arena.matrix(units, width);
    this.x = arena.rows(chunk, inputs);
    this.gates = arena.rows(chunk, width);
    this.before = arena.rows(1, units);
  }

  /** @param values [inputs + units, 4 * units] */
  assignWeights(values: Float32Array): void {
    this.input.assign(values);
    this.recurrent.assign(values.subarray(this.input.rows * this.input.columns));
  }

  /** Fills the first `count` rows of `gates` from those of `x`, as far as they follow from the input. */
  inputGates(count: number): void {
    for (let t = 0; t < count; t++) this.gates.values.set(this.bias, t * this.gates.stride);
    this.input.addProduct(this.x, this.gates, { count });
  }

  /**
   * Walks over the first `count` rows of `gates`, moving `memory` on.
   * @param outputs takes the output of each step
   */
  walk(count: number, memory: LayerMemory, outputs: Rows): void {
    for (let t = 0; t < count; t++) {
      // every window begins with nothing, which need not be multiplied
      if (memory.output.some((value) => value !== 0)) {
        this.before.values.set(memory.output);
        this.recurrent.addProduct(this.before, this.gates, { first: t });
      }
      this.step(this.gates.values.subarray(t * this.gates.stride), memory);
      outputs.values.set(memory.output, t * outputs.stride);
    }
  }

  private step(gates: Float32Array, { cell, output }: LayerMemory): void {
    const { units, squash } = this;
    for (let u = 0; u < units; u++) {
      const kept = squash(gates[units + u]) * cell[u];
      const c = kept + squash(gates[u]) * tanh(gates[2 * units + u]);
      cell[u] = c;
      output[u] = squash(gates[3 * units + u]) * tanh(c);
    }
  }
}
