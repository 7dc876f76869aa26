import { applies } from '../../contract/hyperparameter-use.ts';
import { hyperparameterNames, type HyperparameterName, type Hyperparameters } from '../../contract/hyperparameters.ts';
import type { Grounds, Mean, Meaning } from './answer.ts';
import { closeness } from './closeness.ts';
import { size } from './size.ts';
import { time } from './time.ts';

export type { Grounds } from './answer.ts';

/** What a new training is asked first, and what each choice means for a text and a machine. */
const QUESTIONS = { time, closeness, size } as const;
export type Question = keyof typeof QUESTIONS;
export type Choice = { [Q in Question]: keyof (typeof QUESTIONS)[Q] }[Question];
export const questions = Object.keys(QUESTIONS) as Question[];

interface Knobs {
  /** by these a choice is known again */
  readonly deciding: readonly HyperparameterName[];
  /** these go along with them */
  readonly following: readonly HyperparameterName[];
}
const KNOBS: Record<Question, Knobs> = {
  time: { deciding: ['steps'], following: ['warmupSteps', 'reportEvery', 'evaluateEvery', 'checkpointEvery'] },
  closeness: { deciding: ['context', 'windowLength', 'dropout', 'validationFraction'], following: [] },
  size: { deciding: ['layers', 'units', 'embeddingSize'], following: [] },
};

/** A choice that can be made: all of the knobs that its question is about, and why. */
export interface Answer extends Meaning {
  readonly name: Choice;
}

/** A question with its choices. */
export interface Asked {
  readonly question: Question;
  readonly answers: readonly Answer[];
  /** the one that the settings are; none where they are somebody's own */
  readonly chosen: Answer | undefined;
  /** then, the knobs that no choice has so */
  readonly own: readonly HyperparameterName[];
}

function answersTo(question: Question, grounds: Grounds): Answer[] {
  const { deciding, following } = KNOBS[question];
  const h = grounds.proposal.hyperparameters;
  const proposed = Object.fromEntries([...deciding, ...following].map((name) => [name, h[name]]));
  return Object.entries<Mean>(QUESTIONS[question]).flatMap(([name, mean]) => {
    const meaning = mean(grounds);
    if (!meaning) return [];
    const set = Object.entries(meaning.settings);
    // what is set to nothing else than is proposed is no choice beside it
    if (set.length > 0 && set.every(([name, value]) => h[name as HyperparameterName] === value)) return [];
    return [{ ...meaning, name: name as Choice, settings: { ...proposed, ...meaning.settings } }];
  });
}

function ask(question: Question, grounds: Grounds, h: Hyperparameters): Asked {
  const answers = answersTo(question, grounds);
  const deciding = KNOBS[question].deciding.filter((name) => applies(name, h));
  const chosen = answers.find(({ settings }) => deciding.every((name) => h[name] === settings[name]));
  const own = deciding.filter((name) => answers.every(({ settings }) => h[name] !== settings[name]));
  const others = deciding.filter((name) => h[name] !== grounds.proposal.hyperparameters[name]);
  return { question, answers, chosen, own: chosen ? [] : own.length > 0 ? own : others };
}

/** Whether a knob is what it is because of what was answered to a question, or is told beside it. */
function explains({ question, answers, chosen }: Asked, name: HyperparameterName, h: Hyperparameters): boolean {
  const { deciding, following } = KNOBS[question];
  if (chosen) return chosen.settings[name] === h[name];
  const follows = following.includes(name) && answers.some(({ settings }) => settings[name] === h[name]);
  return follows || deciding.includes(name);
}

/** The short form of settings, and the knobs in use that are not as proposed for another reason than an answer to it. */
export function shortForm(grounds: Grounds, h: Hyperparameters): { asked: Asked[]; others: HyperparameterName[] } {
  const asked = questions.map((question) => ask(question, grounds, h));
  const proposed = grounds.proposal.hyperparameters;
  const others = hyperparameterNames.filter(
    (name) => applies(name, h) && h[name] !== proposed[name] && !asked.some((one) => explains(one, name, h)),
  );
  return { asked, others };
}
