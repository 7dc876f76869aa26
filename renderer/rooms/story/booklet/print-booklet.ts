import { paragraphsOfPiece, type BookletContent } from '../../../../electron/contract/booklet.ts';
import { printsSheets, sheetOf, type Sheet } from '../print/print-sheets.ts';
import PrintSheet from '../print/PrintSheet.svelte';
import TitleSheet from '../print/TitleSheet.svelte';
import { bookOf } from './book-of.ts';

/** The title page and a sheet for each piece. */
function sheets(content: BookletContent): Sheet[] {
  const { title, author, line, language, ownPages, pieces } = bookOf(content);
  return [
    sheetOf(TitleSheet, { title, lines: [author, line].filter(Boolean), lang: language }),
    ...pieces.map((piece) =>
      sheetOf(PrintSheet, {
        title: piece.heading,
        paragraphs: paragraphsOfPiece(piece.text),
        facts: piece.note ? [piece.note] : [],
        lang: piece.language,
        within: ownPages ? ('own-page' as const) : ('booklet' as const),
      }),
    ),
  ];
}

/** Lays the open booklet out for paper whenever the window is printed. @returns what ends it */
export const printsBooklet = (content: () => BookletContent | undefined): (() => void) =>
  printsSheets(() => {
    const open = content();
    return open ? sheets(open) : [];
  });
