import type { Report } from '../../contract/run.ts';
import type { Pace } from './meters.ts';

/** Means over an interval of predictions. */
export interface Means {
  readonly loss: number;
  readonly accuracy: number;
}

/** Means over the text kept aside. */
export interface Validated extends Means {
  readonly bitsPerCharacter: number | null;
}

interface Measured {
  readonly step: number;
  readonly learnt: Means;
  readonly validated: Validated | undefined;
  readonly learningRate: number;
  readonly gradientNorm: number | null;
  readonly seconds: number;
  readonly stepsLeft: number;
  readonly pace: Pace;
}

const measure = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** One line of the metrics. */
export function reportOf(measured: Measured): Report {
  const { step, learnt, validated, learningRate, gradientNorm, seconds, stepsLeft, pace } = measured;
  return {
    step,
    loss: measure(learnt.loss),
    accuracy: learnt.accuracy,
    perplexity: measure(Math.exp(learnt.loss)),
    ...(validated && {
      validationLoss: measure(validated.loss),
      validationAccuracy: validated.accuracy,
      validationPerplexity: measure(Math.exp(validated.loss)),
      validationBitsPerCharacter: validated.bitsPerCharacter,
    }),
    learningRate,
    gradientNorm: gradientNorm === null ? null : measure(gradientNorm),
    symbolsPerSecond: pace.symbolsPerSecond(),
    seconds,
    secondsLeft: pace.known ? pace.secondsFor(stepsLeft) : 0,
    memory: process.memoryUsage.rss(),
  };
}
