import { DIVISION } from './divisions.ts';
import { isBlank, type Line } from './line.ts';
import { LEADER } from './leaders.ts';
import { MARKS } from './marks.ts';
import type { Opening, Stage, Step } from './step.ts';

/** A title, a row of dots, a page: what a sentence ends with is shorter, and has no number behind it. */
const ROW = new RegExp(
  `\\S\\s?(?:${LEADER}|…{2,}\\s*\\d{1,4}\\s*$|(?:…{4,}|·{4,}|_{4,}))\\s*(?:\\d{1,4}|[ivxlcIVXLC]{1,7})?\\s*$`,
);
const DOTS = /^\s*(?:[.…·]\s*){3,}$/;
const HEADING =
  /^\s*(?:table of |list of )?(?:contents|chapters|illustrations)[.:]?\s*$|^\s*(?:inhalt(?:sverzeichnis)?|table des mati[èe]res|[íi]ndice|indice|inhoud|содержание|оглавление|目\s*录|目\s*錄|目\s*次)[.:]?\s*$/i;
const ENTRY = new RegExp(
  `^\\s*(?:${DIVISION}.{0,100}|(?:[ivxlc]+|\\d{1,3})[.):\\s].{2,100}|.{2,90}\\s\\d{1,4})\\s*$`,
  'iu',
);
/** What stands above the columns of such a list. */
const COLUMNS =
  /^\s*(?:(?:chapter|chap\.|kapitel|chapitre|cap[íi]tulo|capitolo|глава)\s+)?(?:page|pag[.e]?|seite|p[áa]gina|стр\.?|страница)\s*$/i;
/** A row that dots lead to its page, and how many of them, one page further on than the other, are sure to be contents. */
const LED = /\S\s?(?:(?:\. ?){4,300}|…{2,300}|·{4,300}|_{4,300})\s*(\d{1,4})\s*$/;
const LEAST_LED = 4;
const LED_SHARE = 0.9;
/** Entries of lists that come again in the text one behind the other, and their share, say the same: nothing is lost with them. */
const LEAST_AGAIN = 4;
const AGAIN_SHARE = 0.9;
const PAGE = /(?<![\s.…])[\s.…]+\d{1,4}$/;
/** A line as it is known again in the text. */
const titleOf = (text: string) => text.trim().toLowerCase();
const LONGEST_ENTRY = 120;
const LONGEST_ROW = 300;
/** Without the blanks about it. */
const LONGEST_HEADING = 40;

/** A quick look: most lines are too long, or begin with another letter. */
function mayBeHeading({ text, marks }: Line): boolean {
  if (text.length > LONGEST_ENTRY || (text.length > LONGEST_HEADING && (marks & MARKS.blanks) === 0)) return false;
  return /^\s*[tlciíос目]/i.test(text);
}
const mayBeRow = ({ text, marks }: Line): boolean =>
  text.length < LONGEST_ROW &&
  ((marks & (MARKS.dots | MARKS.row)) !== 0 || ((marks & MARKS.dot) !== 0 && text.includes('. .')));

class Contents implements Stage {
  readonly #opening: Opening;
  /** entries of the list that is being read; one that comes again begins the text itself */
  #entries: Set<string> | undefined;
  /** blank lines in a list, and its heading, until another entry follows */
  #held: Line[] = [];
  /** whether dots lead to pages in the list that is being read */
  #isLed = false;
  /** rows that lead to a page, those that lead further than the one before, and the last one's page */
  #led = 0;
  #further = 0;
  #page = 0;
  /** entries of all lists with and without their page, by where they stand in them; how many came again, and the last of these */
  readonly #titles = new Map<string, number>();
  #listed = 0;
  #again = 0;
  #last = -1;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    const { text } = line;
    if (this.#entries) return this.#inList(line, this.#entries);
    if (mayBeHeading(line) && HEADING.test(text)) {
      this.#entries = new Set();
      this.#isLed = false;
      this.#held = [line];
    } else if (mayBeRow(line) && (ROW.test(text) || DOTS.test(text))) this.#leaveOut([line]);
    else {
      if (this.#titles.size > 0 && text.length <= LONGEST_ENTRY) this.#seeAgain(titleOf(text));
      this.#opening.emit(line);
    }
  }

  #seeAgain(title: string): void {
    const at = this.#titles.get(title);
    if (at === undefined || at <= this.#last) return;
    this.#again++;
    this.#last = at;
  }

  #inList(line: Line, entries: Set<string>): void {
    const { text } = line;
    if (isBlank(line)) {
      this.#held.push(line);
      if (this.#held.length > 1_000) this.#close();
      return;
    }
    if (entries.size === 0 && COLUMNS.test(text)) {
      this.#held.push(line);
      return;
    }
    const entry = titleOf(text);
    const isRow = mayBeRow(line) && ROW.test(text);
    // behind rows that dots lead to their pages, what is none is the first chapter itself
    const isEntry = isRow || (!this.#isLed && ENTRY.test(text));
    this.#isLed ||= isRow;
    if (text.length > LONGEST_ENTRY || entries.has(entry) || !isEntry) {
      this.#close();
      return this.line(line);
    }
    const title = entry.replace(PAGE, '');
    entries.add(entry);
    if (ENTRY.test(title)) entries.add(title);
    this.#titles.set(entry, this.#listed).set(title, this.#listed);
    this.#listed++;
    this.#leaveOut([...this.#held, line]);
    this.#held = [];
  }

  #close(): void {
    this.#entries = undefined;
    for (const line of this.#held) this.#opening.emit(line);
    this.#held = [];
  }

  end(): void {
    this.#close();
  }

  found() {
    const { places } = this.#opening.tally;
    const isLed = this.#led === places && this.#further >= LED_SHARE * (this.#led - 1);
    const comeAgain = this.#listed === places && this.#again >= AGAIN_SHARE * places;
    const sure = (this.#led >= LEAST_LED && isLed) || (this.#again >= LEAST_AGAIN && comeAgain);
    return places > 0 ? { sure } : undefined;
  }

  #leaveOut(lines: readonly Line[]): void {
    const characters = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    const row = lines.at(-1)?.text ?? '';
    const page = Number(LED.exec(row)?.[1] ?? 0);
    if (page > 0) {
      this.#led++;
      if (page >= this.#page) this.#further++;
      this.#page = page;
    }
    this.#opening.tally.note(characters, row, '');
  }
}

/** Leaves out lists of contents, and rows of dots. */
export const contents: Step = { name: 'contents', open: (opening) => new Contents(opening) };
