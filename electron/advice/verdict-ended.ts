import type { Hyperparameters } from '../contract/hyperparameters.ts';
import { figure, message, percent, share, type Message } from '../contract/message.ts';
import type { Report } from '../contract/run.ts';
import { raisedDropout } from './dropout.ts';
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
} from './verdict-parts.ts';

/** Whether a run was still getting better when it ended: by its validation where it has two, else by its loss. */
function improving(reports: readonly Report[], accuracy: number): boolean {
  const validations = validatedOf(reports).map(({ validationLoss }) => validationLoss!);
  const newest = validations.pop();
  if (newest !== undefined && validations.length > 0) return newest < Math.min(...validations) * (1 - NO_PROGRESS);
  const { older, newer, half } = halves(reports);
  return half > 0 && older.length === half && accuracy < NEARLY_ALL && mean(newer) < mean(older) * (1 - NO_PROGRESS);
}

/** Whether it learnt its text alone after its best validation: a larger network would only do so sooner. */
function memorised(reports: readonly Report[]): boolean {
  const validated = validatedOf(reports);
  if (validated.length <= PATIENCE) return false;
  const { best, since } = bestOf(validated);
  const [then, now] = [best.loss, reports.at(-1)!.loss];
  return since >= PATIENCE && then !== null && now !== null && now < then * (1 - NO_PROGRESS);
}

/** What would make it better, of one that was validated. */
function better(reports: readonly Report[], { dropout }: Hyperparameters): Message {
  if (!memorised(reports)) return message('verdicts.doneHeldOutNext');
  const raised = raisedDropout(dropout);
  return raised > dropout
    ? message('verdicts.doneMemorisedNext', { share: percent(raised) })
    : message('verdicts.doneMemorisedNextUnits');
}

/** How good it has become. */
function measured({ best }: RunFacts, accuracy: number | undefined): Message {
  if (best) {
    const { step, validationLoss } = best;
    return message('verdicts.heldOut', { perplexity: figure(Math.exp(validationLoss)), step });
  }
  return accuracy === undefined
    ? message('verdicts.unmeasured')
    : message('verdicts.right', { share: share(accuracy) });
}

type Told = Omit<Verdict, 'kind'>;

function done({ model, gone, best }: RunFacts, quality: Message, rising: boolean, further: Message): Told {
  const sentence = message('verdicts.done', { quality });
  if (model === undefined || gone) return { sentence, next: message('verdicts.goneNext'), act: 'more' };
  if (rising) return { sentence, next: message('verdicts.doneEarlyNext'), act: 'more' };
  return { sentence, next: best ? further : message('verdicts.tellNext'), act: 'tell' };
}

function stopped({ step }: RunFacts, steps: number, quality: Message, rising: boolean): Told {
  if (step >= steps || !rising) {
    const sentence = message('verdicts.stopped', { step, steps, quality });
    return { sentence, next: message('verdicts.tellNext'), act: 'tell' };
  }
  const sentence = message('verdicts.stoppedEarly', { step, steps });
  return { sentence, next: message('verdicts.stoppedEarlyNext'), act: 'resume' };
}

/** Who stops a run keeps a model of it: where there is none, something else ended it. */
function unkept({ step, gone }: RunFacts, steps: number): Told {
  if (step === 0)
    return { sentence: message('verdicts.unlearnt'), next: message('verdicts.unlearntNext'), act: 'restart' };
  const sentence = gone ? message('verdicts.stoppedGone', { step, steps }) : message('verdicts.cutOff', { step });
  if (step < steps) return { sentence, next: message('verdicts.cutOffNext'), act: 'resume' };
  return { sentence, next: message('verdicts.cutOffFinish'), act: 'finish' };
}

/** The verdict on a run that is done or was stopped: how it ended, how good it is, and what to do next. */
export function ended(reports: readonly Report[], h: Hyperparameters, facts: RunFacts): Verdict {
  const { steps } = h;
  const accuracy = (facts.final ?? reports.at(-1) ?? facts.last)?.accuracy;
  const quality = measured(facts, accuracy);
  const rising = improving(reports, accuracy ?? 0);
  if (facts.status === 'done') return { kind: 'done', ...done(facts, quality, rising, better(reports, h)) };
  if (facts.gone) return { kind: 'stopped', ...unkept(facts, steps) };
  if (facts.model === undefined) return { kind: 'cutOff', ...unkept(facts, steps) };
  return { kind: 'stopped', ...stopped(facts, steps, quality, rising) };
}
