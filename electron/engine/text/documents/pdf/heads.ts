import { progress, type Numbered } from './numbering.ts';
import type { Line } from './lines.ts';
import { SAME_HEIGHT, type Page, type Row } from './rows.ts';

/** Pages before and behind by which one is judged: heads change with the chapter, and from left to right. */
export const REACH = 4;
const LONGEST_HEAD = 90;
const SENTENCE_END = /[.!?…。！？"”»’,;:]\s*$/;
const DIVISION =
  /^(?:chapter|part|book|volume|canto|act|scene|section|letter|stave|day|week|sonnet|poem|song|kapitel|teil|buch|brief|tag|chapitre|partie|livre|jour|cap[íi]tulo|capitolo|parte|d[íi]a|глава|часть|день|第)/;
const PAGE =
  /\b(?:page|p|pg|seite|s|página|pág|pagina|pag|side|sida|strona|sivu|стр|страница)\.? ?#|# ?(?:\/|of|von|de|di|из) ?#|第 ?# ?[页頁]|# ?(?:ページ|頁|쪽|페이지)|(?:صفحة|صفحه|עמוד|पृष्ठ) ?#/;
const BARE = /^[^#\p{L}\p{N}]*#[^\p{L}\p{N}]*$/u;
/** How much larger than the text a title is, how much smaller a head. */
const LARGER = 1.12;
const SMALLER = 0.93;

type End = 'top' | 'bottom';

const isAt = ({ distance }: Row, { distance: other }: Row) => Math.abs(distance - other) <= SAME_HEIGHT;
const isLikeHead = ({ text, said }: Row) =>
  text.length <= LONGEST_HEAD && (!SENTENCE_END.test(text) || BARE.test(said.words));

/** What two rows at the same place of two pages have in common. */
interface Pair {
  readonly end: End;
  readonly row: Row;
  readonly page: Page;
  readonly other: Page;
}

/** What stands above and below pages, found by what their neighbours have at the same place. */
export class Heads {
  readonly #pages: readonly Page[];

  /** @param pages those that a page is judged by, in their order */
  constructor(pages: readonly Page[]) {
    this.#pages = pages;
  }

  /** The lines of a page that are not of its text. */
  of(page: Page): Set<Line> {
    const found = new Set<Line>();
    for (const end of ['top', 'bottom'] as const)
      for (const row of page[end].apart)
        if (this.#isHead(end, row, page)) for (const line of row.lines) found.add(line);
    return found;
  }

  #isHead(end: End, row: Row, page: Page): boolean {
    if (!isLikeHead(row) || this.#isOfText(end, row)) return false;
    if (this.#isRepeated(end, row, page)) return true;
    // where heads stand, others do: of an author, of a chapter that is one page long
    const alike = this.#pages.filter(
      (other) =>
        other !== page &&
        other[end].apart.some(
          (its) =>
            isAt(its, row) &&
            row.height <= LARGER * its.height &&
            its.height <= LARGER * row.height &&
            isLikeHead(its) &&
            this.#isRepeated(end, its, other),
        ),
    );
    return alike.length > 1 && row.height <= LARGER * page.type && page.number > 1;
  }

  #isRepeated(end: End, row: Row, page: Page): boolean {
    const { said } = row;
    return this.#pages.some((other) => {
      if (other === page) return false;
      return other[end].apart.some((its) => {
        if (!isAt(its, row) || !isLikeHead(its)) return false;
        const pair = { end, row, page, other };
        const theirs = its.said;
        if (theirs.words !== said.words) return this.#isTurned(pair, said, theirs);
        const goesOn = progress(said, theirs, other.number - page.number);
        if (goesOn === 'counts') return this.#counts(pair, said);
        return goesOn === 'same' && this.#stays(pair);
      });
    });
  }

  /** The page's number, alone or beside other words. */
  #counts({ end, row, page, other }: Pair, { words }: Numbered): boolean {
    if (PAGE.test(words)) return true;
    if (DIVISION.test(words)) return false;
    if (end === 'bottom' || row.height < SMALLER * page.type) return true;
    const between = this.#between(page, other);
    if (!between.some(({ filled }) => filled)) return false;
    // above a page, a number may be that of a poem
    if (BARE.test(words)) return !this.#isNumberedBelow(page, other);
    return row.apart || between.some((each) => this.#runsOn(each));
  }

  /** The same words on both pages: those of a title or of a refrain stand in the text, too. */
  #stays({ row, page, other }: Pair): boolean {
    if (!/\p{L}/u.test(row.text) || row.height > LARGER * page.type) return false;
    if (this.#isRefrain(row)) return false;
    return row.height < SMALLER * page.type || this.#between(page, other).some(({ filled }) => filled);
  }

  /** Two texts by turns, with the number at the outer edge of each. */
  #isTurned({ row, page, other }: Pair, { words, numbers }: Numbered, theirs: Numbered): boolean {
    if ((other.number - page.number) % 2 === 0) return false;
    const outer = (each: Numbered) => (/^#[^#\p{L}]*\p{L}[^#]*$/u.test(each.words) ? 'left' : /^[^#\p{L}]*\p{L}[^#]*#$/u.test(each.words) ? 'right' : undefined); // prettier-ignore
    const [mine, its] = [outer({ words, numbers }), outer(theirs)];
    if (!mine || !its || mine === its || progress({ words, numbers }, theirs, other.number - page.number) !== 'counts')
      return false;
    return row.height < SMALLER * page.type || this.#between(page, other).some(({ filled }) => filled);
  }

  #between(page: Page, other: Page): Page[] {
    const [first, last] = [page.number, other.number].sort((a, b) => a - b);
    return this.#pages.filter(({ number }) => number >= first && number < last);
  }

  /** Whether a sentence goes on into the next page. */
  #runsOn(page: Page): boolean {
    const next = this.#pages.find(({ number }) => number === page.number + 1);
    const last = page.bottom.rows[page.bottom.apart.length]?.text ?? '';
    const first = next?.top.rows[next.top.apart.length]?.text ?? '';
    return last !== '' && !SENTENCE_END.test(last) && /^\p{Ll}/u.test(first);
  }

  #isNumberedBelow(page: Page, other: Page): boolean {
    return page.bottom.apart.some((row) =>
      other.bottom.apart.some(
        (its) => isAt(row, its) && progress(row.said, its.said, other.number - page.number) === 'counts',
      ),
    );
  }

  /** Whether other pages have their text where this row stands: more than one for each two that have none. */
  #isOfText(end: End, row: Row): boolean {
    let text = 0;
    let heads = 0;
    for (const { [end]: edge } of this.#pages) {
      const reached = edge.rows.filter(({ distance }) => distance <= row.distance + SAME_HEIGHT);
      if (reached.some((each) => !edge.apart.includes(each) || !isLikeHead(each))) text++;
      else if (reached.length > 0) heads++;
    }
    return 2 * text > heads;
  }

  /** Whether a row's words are also a line amid a page's text. */
  #isRefrain(row: Row): boolean {
    const within = this.#pages.filter(({ top, bottom }) =>
      top.rows.some(
        (each) =>
          each.text.toLowerCase() === row.text.toLowerCase() &&
          each.height <= LARGER * row.height &&
          !top.apart.includes(each) &&
          !bottom.apart.some(({ lines }) => lines[0] === each.lines[0]),
      ),
    );
    return within.length > 1 || within.some(({ number }) => number > 1);
  }
}
