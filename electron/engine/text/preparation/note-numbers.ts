import { shortened, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import type { Tally } from './tally.ts';

/** A number close behind something, which a blank, a dash or the end of a sentence follows. */
const NUMBER = /(?<=[^\s\d])(\d{1,3})(?=$|[\s—–)"”’»]|[.,;:!?](?:\s|$))/gu;
/** What it stands behind: a word of two letters or more, or the mark of a sentence behind one. */
const BEHIND = /(?<word>\p{L}{2,12})["'”’»)\]]{0,2}(?<stop>[.,;:!?…—]?)["'”’»)\]]{0,2}$/u;
/** Words that a number belongs to: volumes, pages, figures; and what is called so, of capitals alone (CO2, MP3). */
const NUMBERED =
  /^(?:abb|abs|act|app|art|arts|bd|bk|bks|cap|caps|ch|chap|chaps|chs|col|cols|ed|eq|eqs|ex|fig|figs|fol|hft|hs|jg|kap|lib|ms|mss|nos?|nr|nrs|op|par|pars|pl|pp|ps|pt|pts|sc|sec|secs|sect|sects|ser|seq|st|str|tab|taf|tom|tome|vol|vols|vs|vv)$/iu;
const CALLED = /^\p{Lu}+$/u;
/** Lines so short that a number at their end may be that of a page, or of a thing in a list, UTF-16 units. */
const SHORT = 60;
/** Of what stands before it, so much is looked at, UTF-16 units. */
const REACH = 18;
/** Of the notes that were numbered, some have lost their numbers on the way. */
const MOST_MISSING = 2;
/** So many are no accident, where they follow one another and stand behind sentences, behind words of all kinds. */
const LEAST = 5;
const LEAST_IN_ORDER = 0.8;
const LEAST_BEHIND_STOPS = 0.5;
const LEAST_BEHIND_SENTENCES = 0.3;
const SENTENCE_ENDS = '.!?…';
const LEAST_WORDS = 0.4;
const MOST_WORDS = 4_096;
/** Lines that are kept to be shown. */
const MOST_SHOWN = 64;

interface Behind {
  readonly word: string;
  /** the mark of a sentence between it and the number, empty where there is none */
  readonly stop: string;
}

/** Whether a word and its number are one thing. */
const belongsTo = ({ word, stop }: Behind): boolean =>
  (stop === '' && CALLED.test(word)) || ((stop === '' || stop === '.') && NUMBERED.test(word));

/** The numbers of notes that were raised once, and stand close behind their words where type was lost: “would not.1”. */
export class NoteNumbers {
  readonly #tally: Tally;
  /** whether they are left out; else they are only looked at */
  readonly #leavesOut: boolean;
  #last: number | undefined = 0;
  #all = 0;
  #inOrder = 0;
  #behindStops = 0;
  #behindSentences = 0;
  readonly #words = new Set<string>();
  /** lines with some, as they would be without */
  readonly #shown: { before: string; after: string; places: number }[] = [];
  #places = 0;
  #characters = 0;

  constructor(tally: Tally, leavesOut: boolean) {
    this.#tally = tally;
    this.#leavesOut = leavesOut;
  }

  /** A line without them, where they are left out. */
  line(line: Line): Line {
    if ((line.marks & MARKS.digit) === 0) return line;
    let places = 0;
    const text = line.text.replace(NUMBER, (number: string, _: string, at: number) => {
      const behind = BEHIND.exec(line.text.slice(Math.max(0, at - REACH), at))?.groups as Behind | undefined;
      if (!behind || belongsTo(behind)) return number;
      const isEnd = at + number.length === line.text.trimEnd().length;
      if (!this.#isNext(Number(number), behind, isEnd && line.text.length < SHORT)) return number;
      places++;
      return '';
    });
    if (places === 0) return line;
    if (this.#leavesOut) {
      this.#tally.note(line.text.length - text.length, line.text, text, places);
      return shortened(line, text);
    }
    if (this.#shown.length < MOST_SHOWN) this.#shown.push({ before: line.text, after: text, places });
    else {
      this.#places += places;
      this.#characters += line.text.length - text.length;
    }
    return line;
  }

  /**
   * Whether a number is that of the next note: they begin anew with a chapter or a page.
   * @param saysLittle whether it may as well be another's
   */
  #isNext(number: number, { word, stop }: Behind, saysLittle: boolean): boolean {
    const isNext =
      number === 1 ||
      (this.#last !== undefined ? number > this.#last && number - this.#last <= 1 + MOST_MISSING : number > 0);
    // pages of a manual are all of its first part: cp.1, mv.1
    const isProof = !saysLittle && !(number === 1 && this.#last === 1);
    if (isNext) this.#last = number;
    if (!isProof) return isNext;
    this.#all++;
    if (!isNext) return false;
    this.#inOrder++;
    if (stop !== '') this.#behindStops++;
    if (stop !== '' && SENTENCE_ENDS.includes(stop)) this.#behindSentences++;
    if (this.#words.size < MOST_WORDS) this.#words.add(word);
    return true;
  }

  /** Text was passed over: any number may come. */
  gap(): void {
    this.#last = undefined;
  }

  /** Whether they are such; then what they would come to is counted, once. */
  found(): boolean {
    const words = Math.min(this.#inOrder, MOST_WORDS);
    const areSome =
      this.#inOrder >= LEAST &&
      this.#inOrder >= LEAST_IN_ORDER * this.#all &&
      this.#behindStops >= LEAST_BEHIND_STOPS * this.#inOrder &&
      this.#behindSentences >= LEAST_BEHIND_SENTENCES * this.#inOrder &&
      this.#words.size >= LEAST_WORDS * words;
    if (areSome) this.#count();
    return areSome;
  }

  #count(): void {
    for (const { before, after, places } of this.#shown.splice(0))
      this.#tally.note(before.length - after.length, before, after, places);
    this.#tally.count(this.#characters, this.#places);
    this.#characters = this.#places = 0;
  }
}
