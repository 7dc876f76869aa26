/** Characters of a page, in UTF-16 units as the studio counts them. */
export const PAGE = 12_000;
/** How far beyond its border a page may go on to the end of a line. */
export const MARGIN = 2_000;

export function pageCount(characters: number): number {
  return Math.max(1, Math.ceil(characters / PAGE));
}

/** What to fetch for a page, counted from 0. */
export function pageRange(page: number): { offset: number; length: number } {
  return { offset: page * PAGE, length: PAGE + MARGIN };
}

/** Where a page border really lies: behind the first line, else the first space, else between two whole characters. */
function border(text: string, from: number): number {
  const near = text.slice(from, from + MARGIN);
  const line = near.indexOf('\n');
  if (line >= 0) return from + line + 1;
  const space = near.search(/\s/u);
  if (space >= 0) return from + space + 1;
  return /^[\uDC00-\uDFFF]/.test(near) ? from + 1 : from;
}

/** A page of a text as it is shown. */
export interface TextPage {
  readonly number: number;
  /** where it begins, in UTF-16 units */
  readonly start: number;
  /** number of the line it begins in */
  readonly line: number;
  readonly text: string;
}

const lineEnds = (text: string) => text.split('\n').length - 1;

/**
 * A page out of its fetched range: pages follow one another without a gap and begin with a line.
 * @param line number of the line that the range begins in
 */
export function pageOf(fetched: string, page: number, pages: number, line = 1): TextPage {
  const start = page === 0 ? 0 : border(fetched, 0);
  const end = page === pages - 1 ? fetched.length : border(fetched, PAGE);
  return {
    number: page,
    start: page * PAGE + start,
    line: line + lineEnds(fetched.slice(0, start)),
    text: fetched.slice(start, Math.max(start, end)),
  };
}

/** A line of a page. */
export interface PageLine {
  /** where it begins in the page */
  readonly start: number;
  /** behind its end; what lies before the next line are blank lines */
  readonly end: number;
  readonly number: number;
}

/** The lines of a page that hold something, by paragraphs, as blank lines part them. */
export function linesOf({ text, line }: Pick<TextPage, 'text' | 'line'>): PageLine[][] {
  const paragraphs: PageLine[][] = [];
  let open: PageLine[] | undefined;
  let start = 0;
  for (const [index, content] of text.split('\n').entries()) {
    const end = start + content.length;
    if (content.trim() === '') open = undefined;
    else {
      if (!open) paragraphs.push((open = []));
      open.push({ start, end, number: line + index });
    }
    start = end + 1;
  }
  return paragraphs;
}

const NUMBERED_EVERY = 5;

/** Whether a line's number is shown: each paragraph's first, and every fifth, as editions of verse have it. */
export function isNumbered({ number }: PageLine, index: number): boolean {
  return index === 0 || number % NUMBERED_EVERY === 0;
}

/** Paragraphs, as blank lines part them; lines inside stay lines. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
