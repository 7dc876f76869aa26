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

/** The text of a page out of its fetched range: pages follow one another without a gap and begin with a line. */
export function pageText(fetched: string, page: number, pages: number): string {
  const start = page === 0 ? 0 : border(fetched, 0);
  const end = page === pages - 1 ? fetched.length : border(fetched, PAGE);
  return fetched.slice(start, Math.max(start, end));
}

/** Paragraphs, as blank lines part them; lines inside stay lines. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
