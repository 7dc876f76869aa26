import type { Report, Run } from '../../../../electron/contract/run.ts';
import { verdictOn, type RunFacts, type Verdict } from '../../../../electron/advice/verdict.ts';
import { lowerBound, type Columns } from '../../../lib/decimate.ts';

/** Reports at the end of the curve, as they came; the verdict looks at these most closely. */
const NEWEST = 60;
/** Reports before them, evenly spread. */
const SPREAD = 240;
const MOST_VALIDATIONS = 200;

/** What a verdict reads of a run's curves. */
export interface VerdictCurves {
  readonly loss: Columns;
  readonly accuracy: Columns;
  readonly validationLoss: Columns;
}

const none = { learningRate: 0, gradientNorm: null, symbolsPerSecond: 0, seconds: 0, secondsLeft: 0, memory: 0 };

/** Enough of a run's reports for a verdict, however many there are: the newest, some of the rest, the validated. */
export function telling({ loss, accuracy, validationLoss }: VerdictCurves): Report[] {
  const chosen = new Set<number>();
  const before = Math.max(0, loss.length - NEWEST);
  const stride = Math.max(1, Math.ceil(before / SPREAD));
  for (let i = 0; i < before; i += stride) chosen.add(i);
  for (let i = before; i < loss.length; i++) chosen.add(i);
  const validated = new Map<number, number>();
  for (let k = Math.max(0, validationLoss.length - MOST_VALIDATIONS); k < validationLoss.length; k++) {
    const at = lowerBound(loss.x, loss.length, validationLoss.x[k]);
    if (at < loss.length) validated.set(at, validationLoss.y[k]);
    if (at < loss.length) chosen.add(at);
  }
  return [...chosen]
    .sort((a, b) => a - b)
    .map((at) => {
      const value = Number.isFinite(loss.y[at]) ? loss.y[at] : null;
      const validation = validated.get(at);
      return {
        ...none,
        step: loss.x[at],
        loss: value,
        perplexity: value === null ? null : Math.exp(value),
        accuracy: accuracy.y[at],
        ...(validation === undefined ? {} : { validationLoss: validation }),
      };
    });
}

/** How a run goes, from its curves and what is known beside them. */
export function verdictOfRun(run: Run, curves: VerdictCurves, known: Pick<RunFacts, 'symbols' | 'gone'>): Verdict {
  const { status, step, model, vocabularySize, base, best, final, last } = run;
  const facts = { status, step, model, vocabularySize, base: base?.name, best, final, last, ...known };
  return verdictOn(telling(curves), run.hyperparameters, facts);
}
