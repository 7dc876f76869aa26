import { composed } from '../../../../contract/composed.ts';
import type { Encoding } from '../../encodings/encodings.ts';
import { charactersBeyondAscii } from '../../encodings/signs.ts';
import { rewritten, type Line } from '../line.ts';
import type { Opening, Stage, Step } from '../step.ts';
import { hardBlanks, withHardBlanks } from './blanks.ts';
import { ALL_MISTAKEN, MAY_BE_MISREAD, MISTAKEN, othersOf, runsOf } from './misreading.ts';
import type { Mended } from './mender.ts';
import { Misread } from './misread.ts';
import type { Run } from './run.ts';
import { MARKS } from '../marks.ts';

/** So often a text may be misread and saved again. */
const MOST_TIMES = 3;
/** Of the letters that a table reads, so many must be of places that nobody writes on purpose. */
const LEAST_SHARE = 0.2;
/** Units of a stretch that was UTF-8, where both ways may have been gone. */
const UNITS_OF_RUN = 3;
/** What is left of a closing quote where a program dropped a byte that has no letter. */
const HALF_QUOTE = /â€(?=[\s,.;:!?)\]]|$)/g;

interface Reading {
  readonly table: string;
  readonly runs: readonly Run[];
  readonly strong: number;
}

class Mojibake implements Stage {
  readonly #opening: Opening;
  /** tables that the first pass saw, the likeliest first; all of them, where there was none */
  readonly #tables: readonly string[];
  /** the table of which hard blanks may have become plain ones, or none */
  readonly #blanked: string | undefined;
  readonly #strong = new Map<string, number>();
  readonly #others = new Map<string, number>();
  /** the other way round: what was no UTF-8, and read by another table */
  readonly #misread: Misread;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#misread = new Misread(opening.plan, opening.seen, (line, mended) => this.#note(line, mended));
    const { tables } = opening.plan ?? {};
    this.#tables = Array.isArray(tables) ? ALL_MISTAKEN.filter((table) => tables.includes(table)) : ALL_MISTAKEN;
    this.#blanked = opening.plan?.all === true && Array.isArray(tables) ? String(tables[0]) : undefined;
  }

  /** So sure of a table that places which may be meant are mended too. */
  #isAll(table: string): boolean {
    const { plan } = this.#opening;
    if (plan) return plan.all === true;
    const strong = this.#strong.get(table) ?? 0;
    return strong > 0 && strong >= (this.#others.get(table) ?? 0);
  }

  get seesAll(): boolean {
    return this.#misread.isSettled;
  }

  line(line: Line): void {
    const { emit } = this.#opening;
    const mended = this.#misread.mended(line.text);
    if (!mended) return this.#line(line);
    this.#note(line.text, mended);
    emit(rewritten(line, composed(mended.text)));
  }

  end(): void {
    this.#misread.end();
  }

  #note(line: string, { text, places, units }: Mended): void {
    this.#opening.tally.note(units, line, text, places);
  }

  /** A line in which UTF-8 may have been read by another table. */
  #line(line: Line): void {
    const { emit, tally, plan } = this.#opening;
    let text = this.#blanked ? withHardBlanks(line.text, this.#blanked) : line.text;
    if (!MAY_BE_MISREAD.test(text)) {
      if (plan === undefined) {
        this.#countOthers(text);
        this.#misread.look(text);
      }
      return emit(line);
    }
    const first = this.#readingOf(text);
    if (plan === undefined) {
      this.#count(text, first);
      if (!first || !explainsMost(text, first)) this.#misread.look(text);
    }
    let places = 0;
    let reading = first;
    for (let times = 0; reading && times < MOST_TIMES; times++) {
      const { table, strong } = reading;
      // what it becomes is misread itself only where that shows
      const all = this.#isAll(table) && (times === 0 || (strong > 0 && table === first?.table));
      const runs = all ? reading.runs : reading.runs.filter((run) => run.strong);
      if (times === 0) places = runs.length;
      text = withRuns(text, runs);
      if (runs.length > 0 && table === 'windows-1252') text = text.replace(HALF_QUOTE, '”');
      reading = runs.length > 0 && MAY_BE_MISREAD.test(text) ? this.#readingOf(text) : undefined;
    }
    if (places === 0) return emit(line);
    text = composed(text);
    tally.note(Math.max(places, line.text.length - text.length), line.text, text, places);
    emit(rewritten(line, text));
  }

  /** The table by which a line was misread: the one that explains most of it. */
  #readingOf(text: string): Reading | undefined {
    let best: Reading | undefined;
    let most = 0;
    for (const table of this.#tables) {
      const runs = runsOf(text, table);
      if (runs.length === 0) continue;
      const strong = runs.filter((run) => run.strong).length;
      const explained = runs.reduce((sum, run) => sum + (run.strong ? 4 : 1) * (run.to - run.from), 0);
      if (explained > most) {
        best = { table, runs, strong };
        most = explained;
      }
    }
    return best;
  }

  #count(text: string, reading: Reading | undefined): void {
    if (!reading || reading.strong === 0) return this.#countOthers(text);
    const { table, runs, strong } = reading;
    this.#strong.set(table, (this.#strong.get(table) ?? 0) + strong);
    this.#others.set(table, (this.#others.get(table) ?? 0) + unexplained(text, table, runs));
  }

  #countOthers(text: string): void {
    for (const table of this.#strong.size > 0 ? this.#strong.keys() : MISTAKEN.slice(0, 2))
      this.#others.set(table, (this.#others.get(table) ?? 0) + unexplained(text, table, []));
  }

  found() {
    if (this.#opening.tally.places === 0) return undefined;
    const { units } = this.#misread;
    const strong = [...this.#strong.values()].reduce((sum, count) => sum + count, 0);
    if (units >= UNITS_OF_RUN * strong) {
      const found = this.#misread.found();
      if (found) return found;
    }
    const tables = [...this.#strong].sort(([, one], [, other]) => other - one).map(([table]) => table);
    if (tables.length === 0) return undefined;
    const [likeliest] = tables;
    const sure = (this.#strong.get(likeliest) ?? 0) >= LEAST_SHARE * (this.#others.get(likeliest) ?? 0);
    return {
      sure,
      facts: { table: likeliest },
      // in a text that holds such letters on purpose only what nobody writes is mended
      plan: { tables, all: this.#isAll(likeliest) },
    };
  }
}

/** Whether most of what is beyond ASCII in a line was UTF-8. */
const explainsMost = (text: string, { runs, strong }: Reading) =>
  strong > 0 && 2 * runs.reduce((sum, { from, to }) => sum + to - from, 0) >= charactersBeyondAscii(text);

const unexplained = (text: string, table: Encoding, runs: readonly Run[]) =>
  Math.max(0, othersOf(text, table, runs) - hardBlanks(text, table));

function withRuns(text: string, runs: readonly Run[]): string {
  let out = '';
  let from = 0;
  for (const run of runs) {
    out += text.slice(from, run.from) + run.text;
    from = run.to;
  }
  return out + text.slice(from);
}

/** Mends letters that were read by another table than they were written in, and saved again: â€™ was ’, Íà was На. */
export const mojibake: Step = {
  name: 'mojibake',
  marks: MARKS.lead,
  isRare: true,
  leads: 'where sure',
  open: (opening) => new Mojibake(opening),
};
