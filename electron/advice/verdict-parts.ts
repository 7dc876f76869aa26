import type { Message } from '../contract/message.ts';
import type { Report, Run } from '../contract/run.ts';

export type VerdictKind =
  | 'starting'
  | 'learning'
  | 'memorising'
  | 'stuck'
  | 'diverging'
  | 'done'
  | 'stopped'
  | 'cutOff';

/** What moves a run on, or uses what it learnt: train on to its last step, measure and save, begin again, to more steps. */
export type NextAct = 'resume' | 'finish' | 'restart' | 'more' | 'tell';

/** How a run goes, in a sentence, and what to do next. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly sentence: Message;
  /** left out where there is nothing to say yet */
  readonly next?: Message;
  /** the first that `next` names, of a run that is over */
  readonly act?: NextAct;
}

/** What the verdict needs to know beside the curve. */
export interface RunFacts extends Pick<
  Run,
  'status' | 'step' | 'model' | 'vocabularySize' | 'best' | 'final' | 'last'
> {
  /** running symbols of the text, through the run's tokenizer */
  readonly symbols?: number;
  /** name of the model that it learns on from */
  readonly base?: string;
  /** its model was deleted since */
  readonly gone?: boolean;
}

/** Progress of the loss over the newer half of the last stretch that counts as none. */
export const NO_PROGRESS = 0.004;
/** Reports in that stretch. */
const STRETCH = 40;
/** From this share of right predictions on, what is left to learn is little. */
export const NEARLY_ALL = 0.9;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The losses of the last stretch, its older half and its newer one, and how many reports each is of. */
export function halves(reports: readonly Report[]): { older: number[]; newer: number[]; half: number } {
  const half = Math.floor(Math.min(reports.length, STRETCH) / 2);
  const known = reports.map(({ loss }) => loss).filter((loss) => loss !== null);
  return { older: known.slice(-2 * half, -half), newer: known.slice(-half), half };
}

/** Validations without a better one, from which on a model is held to memorise. */
export const PATIENCE = 2;

/** The reports with a validation. */
export const validatedOf = (reports: readonly Report[]): Report[] =>
  reports.filter(({ validationLoss }) => validationLoss != null);

/** The best of some validations, and how many came after it. @param validated not empty */
export function bestOf(validated: readonly Report[]): { best: Report; since: number } {
  const best = validated.reduce((a, b) => (b.validationLoss! < a.validationLoss! ? b : a));
  return { best, since: validated.length - 1 - validated.indexOf(best) };
}
