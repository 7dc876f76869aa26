import type { TokenizerName } from '../../../../electron/contract/corpus.ts';
import { LONGEST_PIN, MOST_PINS, NO_LESSON, type Pin, type Pinned } from '../../../../electron/contract/lesson.ts';
import type { Run, Sample } from '../../../../electron/contract/run.ts';
import { runs } from '../../../state/runs.svelte.ts';
import { trouble } from '../../../state/trouble.svelte.ts';
import { lessonView } from './lesson-view.svelte.ts';

/** Contexts that are pinned, and what is done with them. */
export interface Pins {
  readonly list: readonly Pin[];
  readonly full: boolean;
  pin(pin: Pin): void;
  unpin(pin: Pin): void;
}

export const isFull = (pins: readonly Pin[]): boolean => pins.length >= MOST_PINS;

/** The pins of a run. */
export function pinsOfRun({ id, lesson = NO_LESSON }: Run): Pins {
  return {
    list: lesson.pins,
    full: isFull(lesson.pins),
    pin: (pin) => {
      lessonView.open = true;
      void trouble.guard(() => runs.pin(id, pin));
    },
    unpin: ({ text }) => void trouble.guard(() => runs.unpin(id, text)),
  };
}

/** What pins a shown context with the symbol that stands behind it: its end, where it is long. */
export function pinOf(context: readonly string[], next: string, tokenizer: TokenizerName): Pin {
  const text = context.join(tokenizer === 'whitespace' ? ' ' : '').replace(/^ /, '');
  return { text: text.slice(-LONGEST_PIN), next };
}

/** What was said of a context at a report. */
export interface Said {
  readonly step: number;
  readonly pinned: Pinned;
}

/** The course of a pinned context through the reports, by rising step. */
export function courseOf(samples: readonly Sample[], { text }: Pin): Said[] {
  return samples.flatMap(({ step, pinned = [] }) => {
    const found = pinned.find((each) => each.text === text);
    return found ? [{ step, pinned: found }] : [];
  });
}
