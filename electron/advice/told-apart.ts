import { applies } from '../contract/hyperparameter-use.ts';
import { hyperparameterNames, type HyperparameterName, type Hyperparameters } from '../contract/hyperparameters.ts';
import { message, type Message } from '../contract/message.ts';
import { settingWord } from './setting-words.ts';

/** A run, or the model that one left. */
export interface Trained {
  readonly id: string;
  readonly corpus?: { readonly sha256: string };
  readonly hyperparameters: Hyperparameters;
  /** of a model: the run that left it, and after how many steps */
  readonly run?: string;
  readonly step?: number;
}

/** Knobs of the curves and of what is kept on the way: told only where nothing else differs. */
const ON_THE_WAY: readonly HyperparameterName[] = ['reportEvery', 'evaluateEvery', 'checkpointEvery'];
/** The lengths say the context, too. */
const LENGTHS: readonly HyperparameterName[] = ['windowLength', 'sequenceLength'];

/** Knobs that are in use with more than one value among these settings, in the table's order. */
export function differing(settings: readonly Hyperparameters[]): HyperparameterName[] {
  const varies = (name: HyperparameterName) =>
    new Set(settings.filter((h) => applies(name, h)).map((h) => h[name])).size > 1;
  return hyperparameterNames.filter((name) => varies(name) || (LENGTHS.includes(name) && varies('context')));
}

/** What more than so large a share of the things has is usual among them, and tells none of them apart. */
const USUAL = 2 / 3;

/** The value that is the usual one; undefined where none is. */
function usual(values: readonly unknown[]): unknown {
  const times = new Map<unknown, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].find(([, count]) => count > USUAL * values.length)?.[0];
}

/** What they learnt; nobody knows it of models out of other programs' files, which stand together. */
const textOf = ({ corpus }: Trained): string => corpus?.sha256 ?? '';

function byText<T extends Trained>(things: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(textOf(thing));
    if (group) group.push(thing);
    else groups.set(textOf(thing), [thing]);
  }
  return [...groups.values()];
}

/** Of models that one run left, each says its step: all else is the same in them. */
function stepsOfRuns(models: readonly Trained[]): ReadonlyMap<string, Message> {
  const steps = new Map<string, Set<number>>();
  const left = models.filter(({ run }) => run !== undefined) as (Trained & { run: string; step: number })[];
  for (const { run, step } of left) steps.set(run, (steps.get(run) ?? new Set()).add(step));
  const several = left.filter(({ run }) => steps.get(run)!.size > 1);
  return new Map(several.map(({ id, step }) => [id, message('settingWords.atStep', { step })]));
}

/** Whether a model was made before all its steps were. */
const isEarly = ({ run, step, hyperparameters }: Trained): boolean =>
  run !== undefined && step !== undefined && step < hyperparameters.steps;

const earlyWord = ({ step, hyperparameters: { steps } }: Trained): Message =>
  message('settingWords.stepsOf', { step: step!, count: steps });

/**
 * By id, what tells a run or a model apart from the others over the same text: those of its settings that are not the same
 * in all of them, nor what nearly all have, each in a word or two, and of several models of one run the step. No two with
 * other settings are told alike; one with what is usual may have nothing.
 */
export function toldApart(things: readonly Trained[]): ReadonlyMap<string, readonly Message[]> {
  const words = new Map<string, readonly Message[]>();
  for (const group of byText(things)) {
    const steps = stepsOfRuns(group);
    const tellsEarly = (name: HyperparameterName, thing: Trained) =>
      name === 'steps' && isEarly(thing) && !steps.has(thing.id);
    const valueOf = (name: HyperparameterName, thing: Trained): unknown => {
      if (!applies(name, thing.hyperparameters)) return undefined;
      return tellsEarly(name, thing) ? `${thing.step} of ${thing.hyperparameters.steps}` : thing.hyperparameters[name];
    };
    const wordOf = (name: HyperparameterName, thing: Trained) =>
      tellsEarly(name, thing) ? earlyWord(thing) : settingWord(name, thing.hyperparameters);
    const differ = differing(group.map(({ hyperparameters }) => hyperparameters)).filter((name) => name !== 'context');
    const telling = differ.filter((name) => !ON_THE_WAY.includes(name));
    const told = telling.length > 0 ? telling : differ;
    const common = new Map<HyperparameterName, unknown>(
      told.map((name) => [name, usual(group.map((thing) => valueOf(name, thing)))]),
    );
    for (const thing of group) {
      const isOwn = (name: HyperparameterName) =>
        applies(name, thing.hyperparameters) && valueOf(name, thing) !== common.get(name);
      const own = told.filter(isOwn).map((name) => wordOf(name, thing));
      const step = steps.get(thing.id);
      words.set(thing.id, step ? [...own, step] : own);
    }
  }
  return words;
}
