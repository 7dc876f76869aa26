import type { Finding } from '../../../contract/preparation.ts';
import type { Link } from './chain.ts';

/** How much of a text was looked at for something. */
export interface Looked {
  /** all that holds anything of it */
  readonly whole: boolean;
  /** UTF-16 units of the text */
  readonly of: number;
  /** so many times as much as was looked at */
  readonly all: number;
  /** so many times as much as the sample, without what was looked at as a whole */
  readonly rest: number;
}

/** An estimate says by its form that it is one. */
const DIGITS = 3;
const estimated = (value: number) => Math.round(Number(value.toPrecision(DIGITS)));

/** @returns what a step found, undefined where there is nothing of its kind */
export function findingOf({ step, stage, tally }: Link, looked: Looked): Finding | undefined {
  tally.isSample = false;
  tally.weight = looked.all;
  const found = stage.found();
  if (!found || tally.places <= 0) return undefined;
  const { sure, facts, plan, counts = {} } = found;
  const estimate = tally.estimate(looked.rest);
  const places = looked.whole ? tally.places : Math.max(1, estimated(estimate.places));
  const characters = looked.whole ? tally.characters : Math.max(1, estimated(estimate.characters));
  const { share = characters / Math.max(1, looked.of) } = found;
  const told = Object.entries(counts).map(([name, count]) => [
    name,
    looked.whole ? count : estimated(count * looked.all),
  ]);
  return {
    step: step.name,
    sure,
    places,
    characters,
    share: Math.min(1, share),
    examples: tally.examples,
    ...((facts ?? found.counts) && { facts: { ...facts, ...Object.fromEntries(told) } }),
    ...(plan && { plan }),
  };
}
