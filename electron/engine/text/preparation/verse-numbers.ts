import { isBlank, shortened, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import type { Tally } from './tally.ts';

/** A verse with its number behind a row of blanks, or with one before it. */
const RIGHT = /^(\s*\S.*?\S)(?: {2,}| {0,9}\t\s*)[[(]?(\d{1,5})[\])]?\s*$/;
const LEFT = /^(\s*)[[(]?(\d{1,5})[\])]?(?: {2,}| {0,9}\t\s*)(?=\p{L}|["'“‘«—(])/u;
const LONGEST = 160;
const BRACKETS = '])';
/** Every so many verses bear one. */
const STEPS = new Set([4, 5, 10, 20]);
/** So many numbers, and so many of them that are behind the last one by as many lines as by their count. */
const LEAST = 4;
const SHARE = 0.8;

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

function rightOf(text: string): RegExpExecArray | null {
  const end = text.trimEnd();
  const last = end.charCodeAt(end.length - 1);
  return isDigit(last) || BRACKETS.includes(end[end.length - 1]) ? RIGHT.exec(text) : null;
}

interface Numbered {
  readonly number: number;
  /** the verse without it */
  readonly text: string;
}

/** A line without the number at one of its edges; undefined where it has none. @param isInset whether the one before is indented */
function numberedOf({ text, marks }: Line, isInset: boolean): Numbered | undefined {
  if ((marks & MARKS.digit) === 0 || (marks & (MARKS.blanks | MARKS.row)) === 0 || text.length > LONGEST)
    return undefined;
  const right = rightOf(text);
  if (right) return { number: Number(right[2]), text: right[1] };
  const left = LEFT.exec(text);
  if (!left) return undefined;
  const rest = text.slice(left[0].length);
  return { number: Number(left[2]), text: isInset ? ' '.repeat(left[0].length) + rest : left[1] + rest };
}

/** Takes the numbers of verses from the edges of their lines, of which every fifth or tenth bears one. */
export class VerseNumbers {
  readonly #tally: Tally;
  /** how many verses bear one number; undefined where it is only looked */
  readonly #every: number | undefined;
  /** lines that are not blank since the last number, and that */
  #lines = 0;
  #last = 0;
  #isInset = false;
  /** by how many verses numbers are behind the last one, where as many lines are */
  readonly #steps = new Map<number, { times: number; characters: number; line: string }>();
  #numbers = 0;

  constructor(tally: Tally, every: number | undefined) {
    this.#tally = tally;
    this.#every = every;
  }

  take(line: Line): Line {
    if (isBlank(line)) return line;
    this.#lines++;
    const numbered = numberedOf(line, this.#isInset);
    const every = this.#every;
    if (!numbered) {
      this.#isInset = line.text.charCodeAt(0) === 32;
      return line;
    }
    const { number, text } = numbered;
    if (every !== undefined) {
      if (every === 0 || number === 0 || number % every !== 0) return line;
      this.#tally.note(line.text.length - text.length, line.text, text);
      return shortened(line, text);
    }
    this.#see(number, line.text, line.text.length - text.length);
    return line;
  }

  #see(number: number, line: string, characters: number): void {
    this.#numbers++;
    // a song or a canto begins anew
    const step = number > this.#last ? number - this.#last : number;
    if (STEPS.has(step) && number % step === 0 && (number < this.#last || this.#lines === step)) {
      const seen = this.#steps.get(step) ?? { times: 0, characters: 0, line };
      seen.times++;
      seen.characters += characters;
      this.#steps.set(step, seen);
    }
    this.#last = number;
    this.#lines = 0;
  }

  /** How many verses bear one number, 0 where they bear none, and what there is to leave out is counted. */
  found(): number {
    const [every, seen] = [...this.#steps].sort(([, one], [, other]) => other.times - one.times)[0] ?? [0];
    if (!seen || seen.times < LEAST || seen.times < SHARE * this.#numbers) return 0;
    this.#tally.note(seen.characters, seen.line, '', seen.times);
    return every;
  }
}
