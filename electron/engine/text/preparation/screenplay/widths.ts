import { ColumnVotes } from '../wrapped/column-votes.ts';

/** What stands below a name is said, all else is action: each has an edge of its own. */
export type Part = 'said' | 'action';
export const PARTS: readonly Part[] = ['said', 'action'];

/** Ends of lines that are looked at, and columns that a typewriter has. */
const MOST_PAIRS = 1 << 14;
const MOST_COLUMNS = 100;
const LEAST_COLUMNS: Readonly<Record<Part, number>> = { said: 22, action: 40 };
/** So many ends must be a typewriter's, of those that no sentence ends with so large a share; fewer sentences go on in small letters. */
const LEAST_PAIRS = 4;
const LEAST_BESIDE = 2;
const LEAST_SHARE = 0.8;
const LEAST_SMALL = 0.5;

interface Pair {
  /** columns of a line, and with the first word of the next one */
  readonly length: number;
  readonly fit: number;
  readonly closed: boolean;
  readonly small: boolean;
}

/** Whether a line was full: its next word had no room in it. */
export const isFull = ({ length, fit }: Pick<Pair, 'length' | 'fit'>, columns: number): boolean =>
  length <= columns && fit > columns;

/** Finds out at which columns the lines of a screenplay end. */
export class Widths {
  readonly #pairs: Record<Part, Pair[]> = { said: [], action: [] };

  add(part: Part, pair: Pair): void {
    const pairs = this.#pairs[part];
    if (pair.length <= MOST_COLUMNS && pairs.length < MOST_PAIRS) pairs.push(pair);
  }

  /** Columns of each part whose lines do not end for themselves. */
  get columns(): Partial<Record<Part, number>> {
    const parts = PARTS.map((part) => [part, this.#columnsOf(part, LEAST_PAIRS)] as const);
    if (parts.every(([, columns]) => columns === undefined)) return {};
    // where one was typed between edges, the other was, too
    return Object.fromEntries(
      parts
        .map(([part, columns]) => [part, columns ?? this.#columnsOf(part, LEAST_BESIDE)] as const)
        .filter(([, columns]) => columns !== undefined),
    );
  }

  #columnsOf(part: Part, least: number): number | undefined {
    const pairs = this.#pairs[part];
    const votes = new ColumnVotes(MOST_COLUMNS);
    for (const { length, fit } of pairs) votes.add(length, fit);
    const columns = votes.likeliest;
    const full = pairs.filter((pair) => isFull(pair, columns));
    const broken = pairs.filter((pair) => !isFull(pair, columns) && !pair.closed).length;
    const small = full.filter((pair) => pair.small).length;
    const isTyped =
      columns >= LEAST_COLUMNS[part] &&
      full.length >= least &&
      full.length >= LEAST_SHARE * (full.length + broken) &&
      small >= LEAST_SMALL * full.length;
    return isTyped ? columns : undefined;
  }
}
