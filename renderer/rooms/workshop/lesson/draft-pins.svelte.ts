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
    unpin: ({ text }) =>
      void drafts.set(
        corpus,
        of(corpus).filter((pin) => pin.text !== text),
      ),
  };
}

/** Gives them to the training that begins, which a class then follows. */
export function takeDraftPins(corpus: string): readonly Pin[] {
  const pins = of(corpus);
  drafts.delete(corpus);
  if (pins.length > 0) lessonView.open = true;
  return pins;
}
