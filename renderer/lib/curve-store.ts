import type { Report } from '../../electron/contract/run.ts';
import { lowerBound, type Columns } from './decimate.ts';
import { Extremes } from './extremes.ts';

/** What can be drawn of a run, by step. */
export const curveNames = [
  'loss',
  'accuracy',
  'perplexity',
  'validationLoss',
  'validationAccuracy',
  'validationPerplexity',
  'validationBitsPerCharacter',
] as const;
export type CurveName = (typeof curveNames)[number];

const FIRST_ROOM = 1024;

/** Numbers in a room that doubles when it is full: a million of them leave no garbage. */
class Numbers {
  values = new Float64Array(FIRST_ROOM);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const room = new Float64Array(2 * this.length);
      room.set(this.values);
      this.values = room;
    }
    this.values[this.length++] = value;
  }
}

interface Curve {
  readonly x: Numbers;
  readonly y: Numbers;
  readonly extremes: Extremes;
}

/**
 * Reports of one run in columns that grow: a million points cost under 50 MB. What is measured seldom (validation) has
 * abscissae of its own.
 */
export class CurveStore {
  readonly #steps = new Numbers();
  readonly #curves = new Map<CurveName, Curve>(
    curveNames.map((name) => [name, { x: this.#abscissae(name), y: new Numbers(), extremes: new Extremes() }]),
  );

  get length(): number {
    return this.#steps.length;
  }

  get lastStep(): number {
    return this.length > 0 ? this.#steps.values[this.length - 1] : -1;
  }

  /**
   * Adds a report; one of a step already passed drops what came after it, as when a run resumes from a checkpoint. One that
   * is here already changes nothing: it was read before it was told.
   */
  add(report: Report): void {
    const { step } = report;
    if (step <= this.lastStep) {
      if (this.#holds(report)) return;
      this.#cut(step);
    }
    this.#steps.push(step);
    for (const [name, { x, y }] of this.#curves) {
      const value = report[name];
      if (x === this.#steps) y.push(value ?? NaN);
      else if (typeof value === 'number') {
        x.push(step);
        y.push(value);
      }
    }
  }

  /** One figure by step. */
  columns(name: CurveName): Columns {
    const { x, y, extremes } = this.#curves.get(name) as Curve;
    return { x: x.values, y: y.values, length: y.length, extremes };
  }

  #abscissae(name: CurveName): Numbers {
    return name.startsWith('validation') ? new Numbers() : this.#steps;
  }

  #holds({ step, loss }: Report): boolean {
    const at = lowerBound(this.#steps.values, this.length, step);
    return at < this.length && this.#steps.values[at] === step && this.columns('loss').y[at] === loss;
  }

  #cut(step: number): void {
    for (const { x, y, extremes } of this.#curves.values()) {
      y.length = lowerBound(x.values, y.length, step);
      if (x !== this.#steps) x.length = y.length;
      extremes.cut(y.length);
    }
    this.#steps.length = lowerBound(this.#steps.values, this.length, step);
  }
}
