import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import { isBlank, rewritten, type Line } from './line.ts';
import type { Opening, Stage, Step } from './step.ts';

/** A capital, a blank and the rest of a word, perhaps behind a quotation mark or a dash. */
const PARTED =
  /^(\s{0,8}["“”„‘’‚«»‹›¡¿–—-]?\s?)(\p{Lu}) {1,2}((?:\p{Lu}+|\p{Ll}+)(?:['’]\p{L}+)?)(?![\p{L}\p{M}\p{N}'’])/u;
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;
const LONGEST_WORD = 40;
/**
 * Words of one letter. Before small letters such a letter is a word; before capitals it may be one too, unless what
 * follows is none by itself.
 */
const ONE_LETTER: Readonly<Record<string, string>> = {
  en: 'AIO',
  de: 'O',
  nl: 'UÚO',
  fr: 'AÀÔOY',
  es: 'AEOUY',
  ca: 'AÀEIO',
  it: 'AEIOÀÈÒ',
  pt: 'AEOÀÉÓ',
  ro: 'AEIO',
  sv: 'IÅÖO',
  da: 'IÅØO',
  no: 'IÅØO',
  fi: 'Ä',
  hu: 'AEÓŐSÉÁ',
  pl: 'AIOUWZ',
  cs: 'AIKOSUVZ',
  sk: 'AIKOSUVZ',
  ru: 'АВИКОСУЯБЖЭ',
  uk: 'АВЗІЙОУЯЄБЖ',
  bg: 'АВИОСУЯЕ',
  el: 'ΗΟΩΆΉΌ',
};
/** In a language that is not known, only these letters are words of none. */
const NEVER_WORDS = /[BCDFGHJLMNPQRTX]/;

/** The part of a text whose words are remembered, UTF-16 units, to see there whether what is joined is a word. */
const READ = 1 << 19;
const MOST_PLACES = 2_000;
/** Elsewhere, so often at least, where no capitals say that the letter belongs to them. */
const LEAST_SEEN = 2;
/** Of what begins with a letter by itself, so much must be a word with it: items of a list are not. */
const LEAST_SHARE = 0.75;

interface Place {
  readonly before: string;
  readonly after: string;
  readonly letter: string;
  readonly rest: string;
}

/** How a place is known again: it is planned by what is written there. */
const nameOf = ({ letter, rest }: Pick<Place, 'letter' | 'rest'>) => `${letter} ${rest}`;

/** Joins the large letter that a paragraph begins with to its word. */
class DropCaps implements Stage {
  readonly #opening: Opening;
  readonly #planned: ReadonlySet<string> | undefined;
  readonly #oneLetter: string | undefined;
  /** what stands in lines, whose words are asked for where a place is to be judged */
  readonly #beginning: string[] = [];
  #words: Map<string, number> | undefined;
  readonly #places: Place[] = [];
  #read = 0;
  #begins = true;
  #counted = false;

  constructor(opening: Opening) {
    this.#opening = opening;
    const { words } = opening.plan ?? {};
    this.#planned = opening.plan && new Set(Array.isArray(words) ? words.map(String) : []);
    this.#oneLetter = ONE_LETTER[opening.language];
  }

  line(line: Line): void {
    const begins = this.#begins;
    this.#begins = isBlank(line);
    const place = begins && !this.#begins ? this.#placeIn(line.text) : undefined;
    if (this.#planned) {
      if (!place || !this.#planned.has(nameOf(place))) return this.#opening.emit(line);
      this.#opening.tally.note(1, place.before, place.after);
      return this.#opening.emit(rewritten(line, place.after));
    }
    if (place && this.#places.length < MOST_PLACES) this.#places.push(place);
    this.#remember(place ? place.after.slice(place.after.indexOf(place.rest) + place.rest.length) : line.text);
    this.#opening.emit(line);
  }

  gap(): void {
    this.#begins = false;
  }

  #placeIn(text: string): Place | undefined {
    // most paragraphs begin with a word of more letters
    const match = text[1] === ' ' || text.charCodeAt(0) < 65 || text.charCodeAt(0) > 122 ? PARTED.exec(text) : null;
    if (!match) return undefined;
    const [whole, mark, letter, rest] = match;
    if (rest.length > LONGEST_WORD) return undefined;
    return { letter, rest, before: text, after: mark + letter + rest + text.slice(whole.length) };
  }

  #remember(text: string): void {
    if (this.#read >= READ) return;
    this.#read += text.length + 1;
    this.#beginning.push(text);
  }

  #countWords(): Map<string, number> {
    const words = new Map<string, number>();
    for (const text of this.#beginning)
      for (const [word] of text.matchAll(WORD)) {
        if (word.length > LONGEST_WORD) continue;
        const small = word.toLowerCase();
        words.set(small, (words.get(small) ?? 0) + 1);
      }
    return words;
  }

  #seen(word: string): number {
    this.#words ??= this.#countWords();
    return this.#words.get(word.toLowerCase()) ?? 0;
  }

  #mayBeWord(letter: string): boolean {
    return this.#oneLetter === undefined ? !NEVER_WORDS.test(letter) : this.#oneLetter.includes(letter);
  }

  #isWord({ letter, rest }: Place): boolean {
    const isLarge = rest === rest.toUpperCase();
    if (this.#mayBeWord(letter) && (!isLarge || this.#seen(rest) > 0)) return false;
    return this.#seen(letter + rest) >= (isLarge ? 1 : LEAST_SEEN);
  }

  found() {
    if (this.#planned) return this.#opening.tally.places > 0 ? { sure: true } : undefined;
    const words = this.#places.filter((place) => this.#isWord(place));
    // a letter that may be a word by itself says nothing of the others
    const alone = this.#places.filter((place) => !this.#mayBeWord(place.letter) || words.includes(place));
    if (words.length === 0) return undefined;
    for (const { before, after } of this.#counted ? [] : words) this.#opening.tally.note(1, before, after);
    this.#counted = true;
    const plan = { words: [...new Set(words.map(nameOf))].slice(0, PLAN_ENTRIES) };
    return { sure: words.length >= LEAST_SHARE * alone.length, plan };
  }
}

/** Puts the large letter of a chapter and its word together: “T HE sun rose”. */
export const dropCaps: Step = { name: 'dropcaps', open: (opening) => new DropCaps(opening) };
