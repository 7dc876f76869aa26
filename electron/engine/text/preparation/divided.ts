import { LONGEST } from '../../../contract/limits.ts';
import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import { isCompound, isDivision, isSuspended } from './hyphens.ts';
import { lineOf, type Line } from './line.ts';
import type { Opening, Stage, Step } from './step.ts';

/** A hyphen that stands at the end of lines alone says by itself that it divides a word. */
export const DIVIDES = '\u2010';
const DIVIDED = /(?<!\p{L}-?)(\p{L}+(?:-\p{L}+)*)[-\u2010¬]$/u;
const REST = /^\s*(\p{Ll}[\p{L}\p{M}]*)(\S*)\s*/u;
const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}+)*/gu;
/** Longest word that is put together, UTF-16 units. */
const LONGEST_WORD = 100;
/** The part of a text whose words are remembered, UTF-16 units, to see there how a divided word is written. */
const READ = 1 << 19;
const MOST_REMEMBERED = 50_000;
const LEAST_SEEN = 4;
const LEAST_SHARE = 0.75;
/** Where so many line ends divide a word, a typesetter divided them. */
const LEAST_RATE = 0.02;
/** The same of a text too short to have one of its divided words whole, and how many they must be. */
const LEAST_RATE_UNSEEN = 0.08;
const LEAST_UNSEEN = 3;
/** So many say it by their parts, where all do. */
const LEAST_PARTED = 2;

/** What stands before the last hyphen of a word, and behind it. */
function partsOf(hyphened: string): [left: string, rest: string] {
  const at = hyphened.lastIndexOf('-');
  return [hyphened.slice(0, at), hyphened.slice(at + 1)];
}

class Divided implements Stage {
  readonly #opening: Opening;
  /** compounds, which keep their hyphen */
  readonly #keep: ReadonlySet<string>;
  /** lines, whose words are asked for where there is a divided one */
  readonly #beginning: string[] = [];
  readonly #divided = new Map<string, number>();
  readonly #looks: boolean;
  #read = 0;
  #ends = 0;
  /** those that divide by themselves */
  #own = 0;
  #held: Line | undefined;
  #gaps = false;

  constructor(opening: Opening) {
    this.#opening = opening;
    const { keep } = opening.plan ?? {};
    this.#keep = new Set(Array.isArray(keep) ? keep.map(String) : []);
    this.#looks = opening.plan === undefined;
  }

  line(line: Line): void {
    this.#ends++;
    if (this.#looks && this.#read < READ) {
      this.#read += line.text.length;
      this.#beginning.push(line.text);
    }
    const before = this.#held;
    this.#held = line;
    if (!before) return;
    this.#held = undefined;
    if (!before.ended || !this.#join(before, line)) {
      this.#opening.emit(before);
      this.#held = line;
    }
  }

  /** Moves the rest of a divided word to its beginning. @returns false where there is none */
  #join(before: Line, line: Line): boolean {
    const ending = before.text.charCodeAt(before.text.length - 1);
    // most lines end with a letter
    if (ending >= 97 && ending <= 122) return false;
    const text = before.text.trimEnd();
    const last = text.charCodeAt(text.length - 1);
    if (last !== 45 && last !== 0x2010 && last !== 0xac) return false;
    const left = DIVIDED.exec(text.slice(-LONGEST_WORD));
    const rest = REST.exec(line.text);
    const { language } = this.#opening;
    if (!left || !rest || isSuspended(left[0], rest[1], language)) return false;
    const [whole, word, marks] = rest;
    // nor is a word that long: a line that is joined to again and again would grow without end
    if (left[1].length + word.length > LONGEST_WORD) return false;
    const hyphened = `${left[1]}-${word}`.toLowerCase();
    if (this.#keep.has(hyphened) || (!this.#looks && isCompound(...partsOf(hyphened), language))) return false;
    if (hyphened.length <= LONGEST.name && (this.#divided.has(hyphened) || this.#divided.size < MOST_REMEMBERED))
      this.#divided.set(hyphened, (this.#divided.get(hyphened) ?? 0) + 1);
    if (text.endsWith(DIVIDES)) this.#own++;
    const joined = text.slice(0, -1) + word + marks;
    this.#opening.tally.note(1, `${text.slice(-60)}⏎${word}${marks}`, joined.slice(-60 - word.length));
    const after = line.text.slice(whole.length);
    if (after === '') {
      this.#held = lineOf(joined, line.ended, before.marks | line.marks, line.typed ?? line.text.length, line.runsOn);
      return true;
    }
    const both = before.marks | line.marks;
    this.#opening.emit(lineOf(joined, before.ended, both, before.typed ?? before.text.length, before.runsOn));
    this.#held = lineOf(after, line.ended, line.marks, line.typed ?? line.text.length, true);
    return true;
  }

  end(): void {
    if (this.#held) this.#opening.emit(this.#held);
  }

  gap(): void {
    this.#gaps = true;
    if (this.#held) this.#opening.emit(this.#held);
    this.#held = undefined;
  }

  #words(): Set<string> {
    const words = new Set<string>();
    for (const text of this.#beginning)
      for (const [word] of text.matchAll(WORD)) if (word.length > 3) words.add(word.toLowerCase());
    return words;
  }

  found() {
    if (this.#opening.tally.places === 0) return undefined;
    const words = this.#words();
    const { language } = this.#opening;
    /** what the text itself says, and by their parts those of which it says nothing */
    const said = { whole: 0, kept: 0 };
    const byParts = { whole: 0, kept: 0 };
    let kept = 0;
    const keep: string[] = [];
    for (const [hyphened, times] of this.#divided) {
      const parts = partsOf(hyphened);
      const joins = words.has(parts.join(''));
      const stays = words.has(hyphened);
      const compound = !stays && !joins && isCompound(...parts, language);
      if (joins && !stays) said.whole++;
      else if (compound) byParts.kept++;
      else if (!stays && isDivision(...parts, language)) byParts.whole++;
      if ((!compound && (!stays || joins)) || keep.length >= PLAN_ENTRIES) continue;
      if (!compound) said.kept++;
      keep.push(hyphened);
      kept += times;
    }
    const seen = said.whole + said.kept;
    // of what was passed over, too, a compound must keep its hyphen
    const compounds = this.#gaps ? [...words].filter((word) => word.includes('-')) : [];
    const { tally } = this.#opening;
    const divides = this.#own === tally.places && !this.#beginning.some((text) => text.slice(0, -1).includes(DIVIDES));
    tally.count(-kept, -kept);
    if (tally.places === 0) return undefined;
    const rate = tally.places / Math.max(1, this.#ends);
    const unseen = seen === 0 && tally.places >= LEAST_UNSEEN && rate >= LEAST_RATE_UNSEEN;
    const whole = said.whole + byParts.whole;
    const areAll = whole >= LEAST_PARTED && whole + byParts.kept === this.#divided.size;
    const likely = seen >= LEAST_SEEN ? said.whole >= LEAST_SHARE * seen : rate >= LEAST_RATE && 2 * said.whole > seen;
    return {
      sure: divides || likely || unseen || areAll,
      share: rate,
      facts: { kept: keep.length },
      counts: { ends: this.#ends },
      plan: { keep: [...new Set([...keep, ...compounds])].slice(0, PLAN_ENTRIES) },
    };
  }
}

/** Puts together words that were divided at the end of a line; a compound keeps its hyphen. */
export const divided: Step = { name: 'divided', leads: 'where sure', open: (opening) => new Divided(opening) };
