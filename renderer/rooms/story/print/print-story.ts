import { titleOf } from '../../../../electron/contract/story.ts';
import { telling } from '../../../state/telling.svelte.ts';
import { desk } from '../desk.svelte.ts';
import { page } from '../page.svelte.ts';
import { factsOf } from '../told/story-facts.ts';
import { beginningOf, paragraphsOf } from '../../../../electron/typesetting/typeset.ts';
import { printsSheets, sheetOf } from './print-sheets.ts';
import PrintSheet from './PrintSheet.svelte';

/** Prints what lies open, by the dialog of the system. */
export const printOpen = (): void => window.print();

/** Lays the open story out for paper whenever the window is printed. @returns what ends it */
export const printsStories = (): (() => void) =>
  printsSheets(() => {
    const { story } = telling;
    if (!story) return [];
    const listed = desk.story;
    return [
      sheetOf(PrintSheet, {
        title: listed?.title ?? titleOf(beginningOf(page.shown)),
        paragraphs: paragraphsOf(page.whole()),
        facts: factsOf(story, '', listed?.toldAt),
        lang: desk.teller?.corpus?.language,
      }),
    ];
  });
