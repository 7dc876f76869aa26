import { validates, type Hyperparameters } from '../contract/hyperparameters.ts';
import { message, percent, rounded, type Message } from '../contract/message.ts';
import type { Report, Run } from '../contract/run.ts';

export type VerdictKind = 'starting' | 'learning' | 'memorising' | 'stuck' | 'diverging' | 'done';

/** How a run goes, in a sentence, and what to do next. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly sentence: Message;
  readonly next: Message;
}

/** What the verdict needs to know beside the curve. */
export interface RunFacts extends Pick<Run, 'status' | 'vocabularySize' | 'best' | 'final'> {
  /** running symbols of the text, through the run's tokenizer */
  readonly symbols?: number;
}

/** Validation this much above its best, this many validations after it, is memorising. */
const WORSE = 1.01;
const PATIENCE = 2;
/** Progress of the loss over the newer half of the last stretch that counts as none. */
const NO_PROGRESS = 0.004;
/** A loss this much above its best is rising, not noisy. */
const RISEN = 1.5;

const verdict = (kind: VerdictKind, sentence: Message, next: Message): Verdict => ({ kind, sentence, next });

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function starting(h: Hyperparameters, { vocabularySize }: RunFacts): Verdict {
  const next = validates(h)
    ? message('verdicts.firstValidation', { step: Math.min(h.evaluateEvery, h.steps) })
    : message('verdicts.firstStory', { step: Math.min(h.checkpointEvery, h.steps) });
  if (!vocabularySize) return verdict('starting', message('verdicts.starting'), next);
  const loss = rounded(Math.log(vocabularySize));
  return verdict('starting', message('verdicts.ready', { count: vocabularySize, loss }), next);
}

function done(reports: readonly Report[], facts: RunFacts): Verdict {
  if (facts.best) {
    const { step, validationLoss } = facts.best;
    const sentence = message('verdicts.doneHeldOut', { perplexity: rounded(Math.exp(validationLoss)), step });
    return verdict('done', sentence, message('verdicts.doneHeldOutNext'));
  }
  const share = percent(facts.final?.accuracy ?? reports.at(-1)?.accuracy ?? 0);
  const sentence = message(facts.status === 'stopped' ? 'verdicts.stopped' : 'verdicts.done', { share });
  return verdict('done', sentence, message('verdicts.doneNext'));
}

function diverging(h: Hyperparameters, rise?: { lowest: number; recent: number }): Verdict {
  const rate = rounded(h.learningRate / 3);
  const clip = h.clipNorm === 0 || h.clipNorm > 1;
  return verdict(
    'diverging',
    rise
      ? message('verdicts.divergingRose', { lowest: rounded(rise.lowest), recent: rounded(rise.recent) })
      : message('verdicts.divergingNone'),
    message(clip ? 'verdicts.divergingNextClip' : 'verdicts.divergingNext', { rate }),
  );
}

function memorising(h: Hyperparameters, step: number): Verdict {
  const dropout = Math.min(0.6, Math.max(0.2, Math.round((h.dropout + 0.2) * 10) / 10));
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
    message('verdicts.stuck', { loss: rounded(loss), count: since }),
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
      : message('verdicts.byHeart', { share: percent(accuracy) });
  return verdict('learning', sentence, message('verdicts.byHeartNext'));
}

function learning(reports: readonly Report[], h: Hyperparameters, facts: RunFacts): Verdict {
  const { accuracy, loss } = reports.at(-1)!;
  const validated = reports.filter(({ validationLoss }) => validationLoss != null);
  if (validated.length > 1) return validating(validated.slice(-2));
  if (!validates(h) && h.context === 'window' && accuracy > 0.5) return byHeart(accuracy, h, facts);
  const share = percent(accuracy);
  return verdict(
    'learning',
    message('verdicts.learning', { first: rounded(reports[0].loss!), last: rounded(loss!) }),
    validates(h)
      ? message('verdicts.learningNextValidation', { share, step: h.evaluateEvery })
      : message('verdicts.learningNext', { share }),
  );
}

/**
 * The verdict on a run, from its reports so far. Pure: the page, the terminal and a test read the same.
 * @param reports in order of steps
 */
export function verdictOn(reports: readonly Report[], h: Hyperparameters, facts: RunFacts): Verdict {
  if (facts.status === 'done' || facts.status === 'stopped') return done(reports, facts);
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
  if (recent > RISEN * lowest && recent > 0.9 * (guess ?? known[0])) return diverging(h, { lowest, recent });
  const validated = reports.filter(({ validationLoss }) => validationLoss != null);
  if (validated.length > PATIENCE) {
    const best = validated.reduce((a, b) => (b.validationLoss! < a.validationLoss! ? b : a));
    const since = validated.length - 1 - validated.indexOf(best);
    if (since >= PATIENCE && validated.at(-1)!.validationLoss! > WORSE * best.validationLoss!)
      return memorising(h, best.step);
  }
  const half = Math.floor(Math.min(reports.length, 40) / 2);
  if (half >= 8 && last.step > h.warmupSteps && last.accuracy < 0.9) {
    const newer = known.slice(-half);
    const older = known.slice(-2 * half, -half);
    if (older.length === half && mean(newer) > mean(older) * (1 - NO_PROGRESS)) {
      const since = last.step - reports[reports.length - 2 * half].step;
      return stuck(mean(newer), since, h, guess);
    }
  }
  return learning(reports, h, facts);
}
