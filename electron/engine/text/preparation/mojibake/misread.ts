import type { Plan } from '../../../../contract/preparation.ts';
import type { Misreading } from './contest.ts';
import { Mender, type Mended } from './mender.ts';
import { WAYS } from './other-tables.ts';
import { Search, type Seen } from './search.ts';

/** Next to all of a text was misread where so many times as much of it was as not. */
const MOST = 9;
/** Of what is beyond ASCII, so much must have been misread, and of the lines so many hold some: a text may quote a line that was. */
const LEAST_SHARE = 0.05;
const LEAST_LINES = 0.3;

/** What a plan says, where it says that one table was read by another. */
function misreadingOf({ read, real, language }: Plan): Misreading | undefined {
  const isKnown =
    typeof read === 'string' &&
    typeof real === 'string' &&
    WAYS.some((way) => way.read === read && way.real.includes(real));
  return isKnown ? { read, real, language: String(language) } : undefined;
}

/** Letters of one table that were read by another and saved so: looked for until that is sure, and mended from then on. */
export class Misread {
  #mender: Mender | undefined;
  readonly #search: Search | undefined;
  readonly #isMost: boolean | undefined;
  readonly #note: (line: string, mended: Mended) => void;
  #units = 0;
  #others = 0;
  #lines = 0;
  #misreadLines = 0;

  /**
   * @param plan of a first pass over the same text
   * @param seen in the beginning of the same text
   * @param note counts what was misread in lines that went by before that was seen
   */
  constructor(plan: Plan | undefined, seen: Plan | undefined, note: (line: string, mended: Mended) => void) {
    const misreading = misreadingOf(plan ?? seen ?? {});
    if (misreading) this.#mender = new Mender(misreading);
    else if (!plan) this.#search = new Search(seen !== undefined);
    if (plan) this.#isMost = plan.most === true;
    this.#note = note;
  }

  /** Whether it is known what was misread: then no line can be passed over. */
  get isSettled(): boolean {
    return this.#mender !== undefined;
  }

  get units(): number {
    return this.#units;
  }

  /** @returns what a line was, undefined where it is to be left as it stands */
  mended(line: string): Mended | undefined {
    if (!this.#mender) return undefined;
    const mended = this.#mender.mended(line, this.#most);
    if (this.#isMost === undefined) this.#count(line, mended);
    return mended.places > 0 ? mended : undefined;
  }

  /** Looks at a line of a first pass that was left as it stands. */
  look(line: string): void {
    if (!this.#mender) this.#settle(this.#search?.line(line));
  }

  end(): void {
    if (!this.#mender) this.#settle(this.#search?.look());
  }

  /** @returns undefined where nothing was misread */
  found(): { sure: boolean; facts: Record<string, string>; plan: Plan } | undefined {
    if (!this.#mender || this.#units === 0) return undefined;
    const { read, real, language } = this.#mender.misreading;
    return {
      sure:
        this.#units >= LEAST_SHARE * (this.#units + this.#others) && this.#misreadLines >= LEAST_LINES * this.#lines,
      facts: { table: read, real },
      plan: { tables: [], read, real, language, most: this.#most },
    };
  }

  get #most(): boolean {
    return this.#isMost ?? this.#units >= MOST * this.#others;
  }

  #count(line: string, { units, others, places }: Mended): void {
    this.#units += units;
    this.#others += others;
    if (/\p{L}/u.test(line)) this.#lines++;
    if (places > 0) this.#misreadLines++;
  }

  #settle(seen: Seen | undefined): void {
    if (!seen) return;
    this.#mender = new Mender(seen.misreading);
    this.#others = seen.others;
    for (const line of seen.lines) {
      const mended = this.#mender.mended(line, true);
      this.#count(line, mended);
      if (mended.places > 0) this.#note(line, mended);
    }
  }
}
