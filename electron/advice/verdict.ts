import { validates, type Hyperparameters } from '../contract/hyperparameters.ts';
import { figure, message, percent, rounded, share, type Message } from '../contract/message.ts';
import type { Report } from '../contract/run.ts';
import { raisedDropout } from './dropout.ts';
import { ended } from './verdict-ended.ts';
import {
  bestOf,
  halves,
  mean,
  NEARLY_ALL,
  NO_PROGRESS,
  PATIENCE,
  validatedOf,
  type RunFacts,
  type Verdict,
  type VerdictKind,
} from './verdict-parts.ts';

export type { NextAct, RunFacts, Verdict, VerdictKind } from './verdict-parts.ts';

/** Validation this much above its best, some validations after it, is memorising. */
const WORSE = 1.01;
/** A loss this much above its best is rising, not noisy. */
const RISEN = 1.5;

const verdict = (kind: VerdictKind, sentence: Message, next?: Message): Verdict => ({ kind, sentence, next });

function starting(h: Hyperparameters, { vocabularySize, step, base }: RunFacts): Verdict {
  // One that goes on has had its first of all; its curves are still to come.
  if (step > 0) return verdict('starting', message('verdicts.starting'));
  const next = validates(h)
    ? message('verdicts.firstValidation', { step: Math.min(h.evaluateEvery, h.steps) })
    : message('verdicts.firstStory', { step: Math.min(h.checkpointEvery, h.steps) });
  if (!vocabularySize) return verdict('starting', message('verdicts.starting'), next);
  if (base !== undefined) return verdict('starting', message('verdicts.readyFrom', { name: base }), next);
  const loss = figure(Math.log(vocabularySize));
  return verdict('starting', message('verdicts.ready', { count: vocabularySize, loss }), next);
}

function diverging(h: Hyperparameters, rise?: { lowest: number; recent: number }): Verdict {
  const rate = rounded(h.learningRate / 3);
  const clip = h.clipNorm === 0 || h.clipNorm > 1;
  return verdict(
    'diverging',
    rise
      ? message('verdicts.divergingRose', { lowest: figure(rise.lowest), recent: figure(rise.recent) })
      : message('verdicts.divergingNone'),
    message(clip ? 'verdicts.divergingNextClip' : 'verdicts.divergingNext', { rate }),
  );
}

function memorising(h: Hyperparameters, step: number): Verdict {
  const dropout = raisedDropout(h.dropout);
  return verdict(
    'memorising',
    message('verdicts.memorising', { step }),
    dropout > h.dropout
      ? message('verdicts.memorisingNext', { share: percent(dropout) })
      : message('verdicts.memorisingNextUnits'),
  );
}

function stuck(loss: number, since: number, h: Hyperparameters, guess: number | undefined): Verdict {
  const nothing = guess !== undefined && loss > 0.93 * guess;
  return verdict(
    'stuck',
    message('verdicts.stuck', { loss: figure(loss), count: since }),
    nothing
      ? message('verdicts.stuckRaise', { rate: rounded(h.learningRate * 3) })
      : message('verdicts.stuckLower', { rate: rounded(h.learningRate / 3) }),
  );
}

/** What the last two validations tell. */
function validating([before, now]: readonly Report[]): Verdict {
  const fell = before.validationLoss! - now.validationLoss!;
  if (fell <= 0) return verdict('learning', message('verdicts.flat'), message('verdicts.flatNext'));
  return verdict(
    'learning',
    message('verdicts.learningWell'),
    message('verdicts.learningWellNext', { fell: rounded(fell), count: now.step - before.step }),
  );
}

function byHeart(accuracy: number, h: Hyperparameters, { symbols }: RunFacts): Verdict {
  const all = symbols === undefined ? 0 : symbols - h.windowLength;
  const sentence =
    all > 0 && all < 10_000
      ? message('verdicts.byHeartCount', { right: Math.round(accuracy * all), count: all })
      : message('verdicts.byHeart', { share: share(accuracy) });
  return verdict('learning', sentence, message('verdicts.byHeartNext'));
}

/** Whether the figures show that it fell. */
const isLess = (last: number, first: number): boolean => Number(last.toPrecision(3)) < Number(first.toPrecision(3));

/** How the loss stands: that it fell only where the figures show it. */
function fell(first: number, last: number): Message {
  if (!isLess(last, first)) return message('verdicts.begun', { loss: figure(last) });
  return message('verdicts.learning', { first: figure(first), last: figure(last) });
}

/** What comes next of what takes time to wait for. */
function nextValidation(step: number, { evaluateEvery, steps }: Hyperparameters): Message {
  if (step >= steps) return message('verdicts.lastStep');
  const next = Math.min(steps, evaluateEvery * (Math.floor(step / evaluateEvery) + 1));
  return message(next <= evaluateEvery ? 'verdicts.firstValidation' : 'verdicts.nextValidation', { step: next });
}

function learning(reports: readonly Report[], h: Hyperparameters, facts: RunFacts): Verdict {
  const { accuracy, loss, step } = reports.at(-1)!;
  const validated = validatedOf(reports);
  if (validated.length > 1) return validating(validated.slice(-2));
  if (!validates(h) && h.context === 'window' && accuracy > 0.5) return byHeart(accuracy, h, facts);
  const next = validates(h)
    ? message('verdicts.learningNextValidation', { share: share(accuracy), validation: nextValidation(step, h) })
    : message('verdicts.learningNext', { share: share(accuracy) });
  const first = reports[0].loss ?? loss!;
  const guess = facts.base === undefined && facts.vocabularySize ? Math.log(facts.vocabularySize) : 0;
  // the first steps of all may cost more than guessing does: nothing is learnt yet
  if (loss! > guess && guess > 0 && !isLess(loss!, first))
    return verdict('starting', message('verdicts.aboveGuess', { loss: figure(loss!), guess: figure(guess) }), next);
  return verdict('learning', fell(first, loss!), next);
}

/**
 * The verdict on a run, from its reports so far. Pure: the page, the terminal and a test read the same.
 * @param reports in order of steps
 */
export function verdictOn(reports: readonly Report[], h: Hyperparameters, facts: RunFacts): Verdict {
  if (facts.status === 'done' || facts.status === 'stopped') return ended(reports, h, facts);
  const last = reports.at(-1);
  if (!last) return starting(h, facts);
  const losses = reports.map(({ loss }) => loss);
  const known = losses.filter((loss) => loss !== null);
  if (last.loss === null) return diverging(h);
  // means of three reports each, so that a noisy curve neither rises nor has a lucky lowest point
  const smooth = known.slice(2).map((_, k) => mean(known.slice(k, k + 3)));
  const lowest = Math.min(...smooth);
  const recent = smooth.at(-1) ?? last.loss;
  const guess = facts.vocabularySize ? Math.log(facts.vocabularySize) : undefined;
  // one that learns on begins far below what guessing costs
  const high = facts.base === undefined ? (guess ?? known[0]) : known[0];
  if (recent > RISEN * lowest && recent > 0.9 * high) return diverging(h, { lowest, recent });
  const validated = validatedOf(reports);
  if (validated.length > PATIENCE) {
    const { best, since } = bestOf(validated);
    if (since >= PATIENCE && validated.at(-1)!.validationLoss! > WORSE * best.validationLoss!)
      return memorising(h, best.step);
  }
  const { older, newer, half } = halves(reports);
  if (half >= 8 && last.step > h.warmupSteps && last.accuracy < NEARLY_ALL && older.length === half) {
    const since = last.step - reports[reports.length - 2 * half].step;
    if (mean(newer) > mean(older) * (1 - NO_PROGRESS)) return stuck(mean(newer), since, h, guess);
  }
  return learning(reports, h, facts);
}
