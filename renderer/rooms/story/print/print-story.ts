import { flushSync, mount, unmount } from 'svelte';
import { titleOf } from '../../../../electron/contract/story.ts';
import { telling } from '../../../state/telling.svelte.ts';
import { desk } from '../desk.svelte.ts';
import { page } from '../page.svelte.ts';
import { factsOf } from '../told/story-facts.ts';
import { beginningOf, paragraphsOf } from '../text/typeset.ts';
import PrintSheet from './PrintSheet.svelte';

/** Prints the open story, by the dialog of the system. */
export const printStory = (): void => window.print();

/**
 * Lays the open story out for paper whenever the window is printed, in place of the window.
 * @returns what ends it
 */
export function printsStories(): () => void {
  let sheet: object | undefined;
  const lay = (): void => {
    const { story } = telling;
    if (sheet || !story) return;
    const listed = desk.story;
    sheet = mount(PrintSheet, {
      target: document.body,
      props: {
        title: listed?.title ?? titleOf(beginningOf(page.shown)),
        paragraphs: paragraphsOf(page.whole()),
        facts: factsOf(story, '', listed?.toldAt),
        lang: desk.teller?.corpus.language,
      },
    });
    flushSync();
  };
  const clear = (): void => {
    if (sheet) void unmount(sheet);
    sheet = undefined;
  };
  window.addEventListener('beforeprint', lay);
  window.addEventListener('afterprint', clear);
  return () => {
    clear();
    window.removeEventListener('beforeprint', lay);
    window.removeEventListener('afterprint', clear);
  };
}
