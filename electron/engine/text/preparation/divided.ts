import { LONGEST } from '../../../contract/limits.ts';
import { PLAN_ENTRIES } from '../../../contract/preparation.ts';
import type { Line, Opening, Stage, Step } from './step.ts';

const DIVIDED = /(\p{L}+(?:-\p{L}+)*)[-\u2010¬]$/u;
const REST = /^\s*(\p{Ll}[\p{L}\p{M}]*)(\S*)\s*/u;
const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}+)*/gu;
/** Nothing longer is looked for at the end of a line, UTF-16 units. */
const LONGEST_WORD = 100;
/** The part of a text whose words are remembered, UTF-16 units, to see there how a divided word is written. */
const READ = 1 << 19;
const MOST_REMEMBERED = 50_000;
const LEAST_SEEN = 4;
const LEAST_SHARE = 0.75;
/** Where so many line ends divide a word, a typesetter divided them. */
const LEAST_RATE = 0.02;

class Divided implements Stage {
  readonly #opening: Opening;
  /** compounds, which keep their hyphen */
  readonly #keep: ReadonlySet<string>;
  readonly #words = new Set<string>();
  readonly #divided = new Map<string, number>();
  readonly #looks: boolean;
  #read = 0;
  #ends = 0;
  #held: Line | undefined;

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
      for (const [word] of line.text.matchAll(WORD)) if (word.length > 3) this.#words.add(word.toLowerCase());
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
    const last = before.text.charCodeAt(before.text.trimEnd().length - 1);
    if (last !== 45 && last !== 0x2010 && last !== 0xac) return false;
    const text = before.text.trimEnd();
    const left = DIVIDED.exec(text.slice(-LONGEST_WORD));
    const rest = REST.exec(line.text);
    if (!left || !rest) return false;
    const [whole, word, marks] = rest;
    const hyphened = `${left[1]}-${word}`.toLowerCase();
    if (this.#keep.has(hyphened)) return false;
    if (hyphened.length <= LONGEST.name && (this.#divided.has(hyphened) || this.#divided.size < MOST_REMEMBERED))
      this.#divided.set(hyphened, (this.#divided.get(hyphened) ?? 0) + 1);
    const joined = text.slice(0, -1) + word + marks;
    this.#opening.tally.note(1, `${text.slice(-60)}⏎${word}${marks}`, joined.slice(-60 - word.length));
    const after = line.text.slice(whole.length);
    if (after === '') {
      this.#held = { ...line, text: joined, typed: line.typed ?? line.text.length };
      return true;
    }
    this.#opening.emit({ ...before, text: joined, typed: before.typed ?? before.text.length });
    this.#held = { ...line, text: after, typed: line.typed ?? line.text.length, runsOn: true };
    return true;
  }

  end(): void {
    if (this.#held) this.#opening.emit(this.#held);
  }

  found() {
    let whole = 0;
    let kept = 0;
    const keep: string[] = [];
    for (const [hyphened, times] of this.#divided) {
      const joins = this.#words.has(hyphened.replace(/-(?=[^-]*$)/, ''));
      const stays = this.#words.has(hyphened);
      if (joins && !stays) whole++;
      if (!stays || joins || keep.length >= PLAN_ENTRIES) continue;
      keep.push(hyphened);
      kept += times;
    }
    const { tally } = this.#opening;
    tally.places -= kept;
    tally.characters -= kept;
    if (tally.places === 0) return undefined;
    const seen = whole + keep.length;
    const rate = tally.places / Math.max(1, this.#ends);
    const sure = seen >= LEAST_SEEN ? whole >= LEAST_SHARE * seen : rate >= LEAST_RATE && whole > keep.length;
    return { sure, share: rate, facts: { kept: keep.length, ends: this.#ends }, plan: { keep } };
  }
}

/** Puts together words that were divided at the end of a line; a compound keeps its hyphen. */
export const divided: Step = { name: 'divided', leads: 'where sure', open: (opening) => new Divided(opening) };
