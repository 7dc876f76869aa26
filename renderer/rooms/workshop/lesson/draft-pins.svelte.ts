import { SvelteMap } from 'svelte/reactivity';
import type { Pin } from '../../../../electron/contract/lesson.ts';
import { lessonView } from './lesson-view.svelte.ts';
import { isFull, type Pins } from './pins.ts';

/** What was pinned before a text's next training begins, by corpus. */
const drafts = new SvelteMap<string, readonly Pin[]>();
const of = (corpus: string): readonly Pin[] => drafts.get(corpus) ?? [];

/** The pins of a training to come. */
export function pinsOfDraft(corpus: string): Pins {
  return {
    list: of(corpus),
    full: isFull(of(corpus)),
    pin: (pin) => void drafts.set(corpus, [...of(corpus), pin]),
    unpin: ({ text }) => {
      const left = of(corpus).filter((pin) => pin.text !== text);
      if (left.length > 0) drafts.set(corpus, left);
      else drafts.delete(corpus);
    },
  };
}

/** A training has begun with them, which a class then follows. */
export function followDraftPins(corpus: string): void {
  if (drafts.delete(corpus)) lessonView.open = true;
}
