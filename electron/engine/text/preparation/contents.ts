import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import { isContentsHeading } from './contents-headings.ts';
import { ContentsList, leadsToPage, titleOf, withoutNumber } from './contents-list.ts';
import { DIVISION } from './divisions.ts';
import { isBlank, type Line } from './line.ts';
import { LEADER } from './leaders.ts';
import { MARKS } from './marks.ts';
import { Seam } from './seam.ts';
import type { Opening, Stage, Step } from './step.ts';

/** A title, a row of dots, a page: what a sentence ends with is shorter, and has no number behind it. */
const ROW = new RegExp(
  `\\S\\s?(?:${LEADER}|…{2,}\\s*\\d{1,4}\\s*$|(?:…{4,}|·{4,}|_{4,}))\\s*(?:\\d{1,4}|[ivxlcIVXLC]{1,7})?\\s*$`,
);
const DOTS = /^\s*(?:[.…·]\s*){3,}$/;
const ENTRY = new RegExp(
  `^\\s*(?:${DIVISION}.{0,100}|(?:[ivxlc]+|\\d{1,3})[.):\\s].{2,100}|.{2,90}(?:\\s\\d{1,4}|\\s{2}[ivxlc]{1,7}))\\s*$`,
  'iu',
);
/** What stands above the columns of such a list. */
const COLUMNS =
  /^\s*(?:(?:chapter|chap\.|kapitel|chapitre|cap[íi]tulo|capitolo|глава)\s+)?(?:page|pag[.e]?|seite|p[áa]gina|стр\.?|страница)\s*$/i;
const LONGEST_ENTRY = 120;
const LONGEST_ROW = 300;
/** A title by itself, and how many of them make a list at most; blank lines that end a list where so many are between no entries. */
const LONGEST_TITLE = 70;
const MOST_TITLES = 500;
const GAP = 3;
/** Lines without dots between rows that have them: a part of the book, a chapter above its sections, the first line of a long title. */
const MOST_APART = 3;

const mayBeRow = ({ text, marks }: Line): boolean =>
  text.length < LONGEST_ROW &&
  ((marks & (MARKS.dots | MARKS.row)) !== 0 || ((marks & MARKS.dot) !== 0 && text.includes('. .')));

class Contents implements Stage {
  readonly #opening: Opening;
  /** no more blank lines are left than stood on one side */
  readonly #seam: Seam;
  /** keys of the lists that are left out; all where nothing was planned */
  readonly #chosen: ReadonlySet<string> | undefined;
  /** the list that is being read; an entry that comes again begins the text itself */
  #list: ContentsList | undefined;
  readonly #lists: ContentsList[] = [];
  /** rows that stand in no list, and those of them that lead to a page */
  readonly #rows = new ContentsList('');
  readonly #led = new ContentsList('');
  /** blank lines in a list, and its heading, until another entry follows */
  #held: Line[] = [];
  /** lines without dots among them, and blank ones that stand last */
  #apart = 0;
  #blank = 0;
  /** whether dots lead to pages in the list that is being read */
  #isLed = false;
  /** most blank lines between two of its entries */
  #gap = 0;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#seam = new Seam(opening.emit, false);
    const { lists } = opening.plan ?? {};
    if (Array.isArray(lists)) this.#chosen = new Set(lists.map(String));
  }

  line(line: Line): void {
    const { text } = line;
    if (this.#list) return this.#inList(line, this.#list);
    if (isContentsHeading(line)) {
      this.#list = new ContentsList(titleOf(text));
      this.#isLed = false;
      this.#gap = this.#apart = this.#blank = 0;
      this.#held = [line];
    } else if (mayBeRow(line) && (ROW.test(text) || DOTS.test(text))) {
      const isLed = leadsToPage(text);
      this.#rows.add(text, text.length + 1);
      if (isLed) this.#led.add(text, text.length + 1);
      this.#give([line], this.#isChosen('') && (isLed || this.#chosen === undefined));
    } else {
      if (this.#lists.length > 0 && !isBlank(line)) this.#seeAgain(text);
      this.#seam.take(line);
    }
  }

  #seeAgain(text: string): void {
    if (text.length > LONGEST_ENTRY) return this.#lists.forEach((list) => list.pass());
    const title = titleOf(text);
    const bare = withoutNumber(title);
    for (const list of this.#lists) list.see(title, bare);
  }

  #inList(line: Line, list: ContentsList): void {
    const { text } = line;
    if (isBlank(line)) {
      this.#held.push(line);
      this.#blank++;
      if (this.#held.length > 1_000) this.#close();
      return;
    }
    if (COLUMNS.test(text)) {
      this.#held.push(line);
      return;
    }
    const isRow = mayBeRow(line) && ROW.test(text);
    const gap = list.isEmpty ? 0 : this.#blank;
    this.#blank = 0;
    const isBehind = gap >= GAP && gap > this.#gap + 1;
    if (!isBehind) this.#gap = Math.max(this.#gap, gap);
    const ends = text.length > LONGEST_ENTRY || list.has(text) || isBehind;
    // behind rows that dots lead to their pages, what is none is the first chapter itself, unless they go on
    if (this.#isLed && !isRow && !ends && this.#apart < MOST_APART) {
      this.#held.push(line);
      this.#apart++;
      return;
    }
    const isEntry = isRow
      ? this.#apart === 0 || list.leadsOn(text)
      : !this.#isLed && (ENTRY.test(text) || this.#isTitle(line, list));
    if (ends || !isEntry) {
      this.#close();
      return this.line(line);
    }
    this.#isLed ||= isRow;
    if (list.isEmpty && this.#lists.length < PLAN_ENTRIES) this.#lists.push(list);
    const all = [...this.#held, line];
    list.add(
      text,
      all.reduce((sum, each) => sum + each.text.length + 1, 0),
    );
    this.#give(all, this.#isChosen(list.key, list.isPlain));
    this.#held = [];
    this.#apart = 0;
  }

  /** Whether a line is an entry of a list of which the first is a title and no more: that it is a list, the text must tell. */
  #isTitle({ text }: Line, list: ContentsList): boolean {
    if (text.trim().length > LONGEST_TITLE) return false;
    if (list.isEmpty) list.isPlain = true;
    return list.isPlain && list.places < MOST_TITLES;
  }

  #isChosen(key: string, isPlain = false): boolean {
    return this.#chosen?.has(key) ?? !isPlain;
  }

  #close(): void {
    const held = this.#held;
    // its heading stands among them where nothing of it was given on
    const isNone = this.#list?.isEmpty ?? true;
    this.#list = undefined;
    this.#held = [];
    this.#apart = this.#blank = 0;
    for (const line of held) {
      if (isNone) this.#seam.take(line);
      else this.line(line);
    }
  }

  end(): void {
    while (this.#list) this.#close();
    this.#seam.end();
  }

  found() {
    const all = [this.#led.isSure ? this.#led : this.#rows, ...this.#lists].filter(({ places }) => places > 0);
    const sure = all.filter(({ isSure }) => isSure);
    const told = sure.length > 0 ? sure : all.filter(({ isPlain }) => !isPlain);
    if (told.length === 0) return undefined;
    for (const { places, characters, rows } of told)
      rows.forEach((row, at) => {
        this.#opening.tally.note(at === 0 ? characters : 0, row, '', at === 0 ? places - rows.length + 1 : 1);
      });
    const lists = told.map((list) => (list === this.#rows || list === this.#led ? '' : list.key));
    return { sure: sure.length > 0, ...(sure.length > 0 && { plan: { lists } }) };
  }

  /** Leaves lines out, or gives them on. Without a plan it is only seen what there is. */
  #give(lines: readonly Line[], leavesOut: boolean): void {
    if (this.#opening.plan === undefined) return;
    if (!leavesOut) return lines.forEach((line) => this.#seam.take(line));
    const characters = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    this.#opening.tally.note(characters, lines.at(-1)?.text ?? '', '');
    this.#seam.cut();
  }
}

/** Leaves out lists of contents, and rows of dots. */
export const contents: Step = { name: 'contents', open: (opening) => new Contents(opening) };
