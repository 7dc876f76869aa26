import type { Report } from '../../electron/contract/run.ts';
import { lowerBound, type Columns } from './decimate.ts';

/** What can be drawn of a run, by step. */
export const curveNames = [
  'loss',
  'accuracy',
  'perplexity',
  'validationLoss',
  'validationAccuracy',
  'validationPerplexity',
  'learningRate',
  'gradientNorm',
  'symbolsPerSecond',
  'memory',
] as const;
export type CurveName = (typeof curveNames)[number];

const FIRST_ROOM = 1024;

interface Sparse {
  x: number[];
  y: number[];
}

/**
 * Reports of one run in columns that grow by doubling: a million points cost under 100 MB and leave no garbage. What is
 * measured seldom (validation) has a short column of its own.
 */
export class CurveStore {
  #steps = new Float64Array(FIRST_ROOM);
  #dense = new Map<CurveName, Float64Array>();
  #sparse = new Map<CurveName, Sparse>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get lastStep(): number {
    return this.#length > 0 ? this.#steps[this.#length - 1] : -1;
  }

  /** Adds a report; one of a step already passed drops what came after it, as when a run resumes from a checkpoint. */
  add(report: Report): void {
    if (report.step <= this.lastStep) this.#cut(report.step);
    if (this.#length === this.#steps.length) this.#grow();
    const at = this.#length++;
    this.#steps[at] = report.step;
    for (const name of curveNames) {
      const value = report[name];
      if (!name.startsWith('validation')) this.#column(name)[at] = value ?? NaN;
      else if (typeof value === 'number') this.#append(name, report.step, value);
    }
  }

  /** One figure by step. */
  columns(name: CurveName): Columns {
    if (!name.startsWith('validation')) return { x: this.#steps, y: this.#column(name), length: this.#length };
    const { x, y } = this.#sparse.get(name) ?? { x: [], y: [] };
    return { x, y, length: x.length };
  }

  #cut(step: number): void {
    this.#length = lowerBound(this.#steps, this.#length, step);
    for (const column of this.#sparse.values()) {
      const kept = lowerBound(column.x, column.x.length, step);
      column.x.length = kept;
      column.y.length = kept;
    }
  }

  #append(name: CurveName, step: number, value: number): void {
    const column = this.#sparse.get(name) ?? { x: [], y: [] };
    column.x.push(step);
    column.y.push(value);
    this.#sparse.set(name, column);
  }

  #column(name: CurveName): Float64Array {
    let column = this.#dense.get(name);
    if (!column) this.#dense.set(name, (column = new Float64Array(this.#steps.length).fill(NaN)));
    return column;
  }

  #grow(): void {
    const larger = (old: Float64Array) => {
      const room = new Float64Array(old.length * 2);
      room.set(old);
      return room;
    };
    this.#steps = larger(this.#steps);
    for (const [name, column] of this.#dense) this.#dense.set(name, larger(column));
  }
}
