import { paragraphsOfPiece, type Book } from '../../../../electron/contract/booklet.ts';
import { bookOf } from '../../../../electron/typesetting/book-of.ts';
import { language } from '../../../state/language.svelte.ts';
import { printsSheets, sheetOf, type Sheet } from '../print/print-sheets.ts';
import PrintSheet from '../print/PrintSheet.svelte';
import TitleSheet from '../print/TitleSheet.svelte';
import { openBooklet } from './open-booklet.svelte.ts';

/** The title page and a sheet for each piece. */
function sheets({ title, author, line, language: lang, ownPages, pieces }: Book): Sheet[] {
  return [
    sheetOf(TitleSheet, { title, lines: [author, line].filter(Boolean), lang }),
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
export const printsBooklet = (): (() => void) =>
  printsSheets(() => {
    const { dated } = openBooklet;
    return dated ? sheets(bookOf(dated, language.translator)) : [];
  });
