import { LONGEST } from '../../../contract/limits.ts';
import { DIVISION } from './divisions.ts';
import { romanOf } from '../roman.ts';

/** A row that dots lead to its page, and how many of them, one page further on than the other, are sure to be contents. */
const LED = /\S\s?(?:(?:\. ?){4,300}|…{2,300}|·{4,300}|_{4,300})\s*(\d{1,4})\s*$/;
const LEAST_LED = 4;
const LED_SHARE = 0.9;
/** Share of a list's entries that dots lead to a page: parts and chapters may stand above them without. */
const LEAST_LED_SHARE = 0.5;
/** Entries that come again in the text one behind the other, and their share, say the same: nothing is lost with them. */
const LEAST_AGAIN = 4;
const AGAIN_SHARE = 0.9;
const MOST_CLOSE = 0.6;
const PAGE = /(?:(?<![\s.…])[\s.…]+\d{1,4}|(?<!\s)\s{2,}[ivxlc]{1,7})$/;
/** The same of so few below a heading, where it is so of all, or each has its number and its page. */
const LEAST_FEW = 3;
const NUMBERED_PAGE = /^\s*(?:(\d{1,3})|([ivxlcIVXLC]{1,8}))[.):]?\s+\p{L}.{0,90}?[\s.…·_](\d{1,4})\s*$/u;
/** What numbers a title: the text may have it in a line of its own. */
const NUMERAL = '(?:\\d{1,3}|[ivxlc]{1,8})';
const NUMBERED = new RegExp(
  `^(?:(?:${DIVISION}\\s+)?${NUMERAL}(?:[.:)]|\\s?[-–—])?|\\p{L}{3,20} ${NUMERAL}[.:])\\s+`,
  'iu',
);
const STOPPED = /[.:,;]$/;
/** How often the same title may stand in a list, and how many lines like titles are remembered of the text. */
const MOST_ALIKE = 20;
const MOST_AGAIN = 20_000;

/** A line as it is known again in the text. */
export function titleOf(text: string): string {
  const title = text.trim().toLowerCase();
  return STOPPED.test(title) ? title.slice(0, -1).trimEnd() : title;
}

/** A title without its number, where it has one. */
export const withoutNumber = (title: string): string => title.replace(NUMBERED, '');

/** The page to which dots lead; 0 without. */
const ledTo = (text: string): number => Number(LED.exec(text)?.[1] ?? 0);

export const leadsToPage = (text: string): boolean => ledTo(text) > 0;

/** How many numbers of a row at most rise from one to the next. */
function longestRise(row: readonly number[]): number {
  /** the least number that a rise of each length ends with */
  const ends: number[] = [];
  for (const number of row) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
  }
  return ends.length;
}

/** One list of contents, as far as it was read, and what of it has come again in the text. */
export class ContentsList {
  places = 0;
  /** its first entry is a title without a number or a page */
  isPlain = false;
  characters = 0;
  /** the first of its rows, as they are shown */
  readonly rows: string[] = [];
  /** entries by where they stand, with and without their page and number */
  readonly #titles = new Map<string, number[]>();
  /** places of the entries that came again, in the order of the text; how many lines those are, and how many of them close behind another */
  readonly #again: number[] = [];
  #lines = 0;
  #close = 0;
  #isClose = false;
  /** rows that lead to a page, those that lead further than the one before, and the last one's page */
  #led = 0;
  #further = 0;
  #page = 0;
  /** rows that are numbered one behind the other, and lead further than the one before */
  #counted = 0;
  #lastPage = 0;

  readonly #heading: string;

  constructor(heading: string) {
    this.#heading = heading;
  }

  /** By which the list is known again in a second reading. */
  get key(): string {
    return `${this.#heading} ${this.rows[0] ?? ''}`.slice(0, LONGEST.name);
  }

  /** Whether a title stands in the list already: then it begins the text itself. */
  has(text: string): boolean {
    return this.#titles.has(titleOf(text));
  }

  get isEmpty(): boolean {
    return this.places === 0;
  }

  add(text: string, characters: number): void {
    const title = titleOf(text);
    const bare = titleOf(title.replace(PAGE, ''));
    for (const form of new Set([title, bare, withoutNumber(bare)])) this.#set(form);
    this.places++;
    this.characters += characters;
    if (this.rows.length < 3) this.rows.push(text.trim());
    this.#count(text);
    const page = ledTo(text);
    if (page === 0) return;
    this.#led++;
    if (page >= this.#page) this.#further++;
    this.#page = page;
  }

  #count(text: string): void {
    const [, digits, roman = '', page = ''] = NUMBERED_PAGE.exec(text) ?? [];
    const number = digits ? Number(digits) : romanOf(roman.toLowerCase());
    if (number === this.#counted + 1 && Number(page) > this.#lastPage) this.#counted++;
    this.#lastPage = Number(page);
  }

  /** Whether a row leads to a page, and no further back than the one before it. */
  leadsOn(text: string): boolean {
    const page = ledTo(text);
    return page > 0 && page >= this.#page;
  }

  #set(form: string): void {
    const at = this.#titles.get(form) ?? [];
    if (at.length < MOST_ALIKE) at.push(this.places);
    if (form !== '') this.#titles.set(form, at);
  }

  /** A line of the text between titles. */
  pass(): void {
    this.#isClose = false;
  }

  /** A short line of the text. */
  see(title: string, bare: string): void {
    const places = this.#titles.get(title) ?? this.#titles.get(bare);
    if (places === undefined) return this.pass();
    this.#lines++;
    if (this.#isClose) this.#close++;
    this.#isClose = true;
    if (this.#again.length > MOST_AGAIN) return;
    // of places that one line may be, the last first: no two of them are one behind the other
    for (const place of places.toReversed()) this.#again.push(place);
  }

  get isSure(): boolean {
    const isLed = this.#led >= LEAST_LED_SHARE * this.places && this.#further >= LED_SHARE * (this.#led - 1);
    // between titles stands the text of which they are; verses of a refrain come again together
    const again = this.#close <= MOST_CLOSE * this.#lines ? longestRise(this.#again) : 0;
    if ((this.#led >= LEAST_LED && isLed) || (again >= LEAST_AGAIN && again >= AGAIN_SHARE * this.places)) return true;
    const { places } = this;
    const areAll = again >= places || this.#counted === places || (this.#led === places && this.#further === places);
    return this.#heading !== '' && places >= LEAST_FEW && places <= LEAST_LED + 1 && areAll;
  }
}
