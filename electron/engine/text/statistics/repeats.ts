import { Breath } from '../../training/breath.ts';
import { BlockTable, RollingHash } from './block-table.ts';
import type { Ids } from '../vocabulary/id-list.ts';
import { countOccurrences, type Work } from './occurrences.ts';

/** A span that occurs more than once: where, how long, how often (without overlap), in symbols. */
export interface Repeat {
  start: number;
  length: number;
  count: number;
}

/** Block lengths tried, longest first: a block of B finds every repeat of 2B - 1 symbols or more. */
const BLOCKS = [64, 16, 4, 2];
/** How far before a found block its repeat is looked for; earlier blocks have found what lies before. */
const FARTHEST_BACK = 4_096;
const KEPT = 100;
/** Symbols that are looked at: a hundred megabytes of words, and about two seconds. */
const MOST_SYMBOLS = 32_000_000;
/**
 * Symbols compared in one pass, for each symbol of the text. Ordinary texts need a few; one that is made of repeats within
 * repeats would need as many as it is long, and has been shown its longest ones by then.
 */
const MOST_COMPARED = 100;
/**
 * Slots of the table looked at in one pass, whatever the text: each is memory that no cache holds. In long texts of random
 * letters or DNA, every window of a short block is found. From the first number on, a longer block is tried before, if one
 * lies between this and those that are done; the second is some two seconds.
 */
const [DENSE, MOST_PROBED] = [1 << 22, 1 << 24];
/** Windows between two looks at whether to leave off, about. */
const PIECE = 1 << 14;

/** The longest spans found so far, none twice. */
class Longest {
  readonly spans: Repeat[] = [];
  readonly #ids: Ids;
  readonly #work: Work;

  constructor(ids: Ids, work: Work) {
    this.#ids = ids;
    this.#work = work;
  }

  /** Length a span must exceed to be kept. */
  get bar(): number {
    return this.spans.length < KEPT ? 0 : this.spans[this.spans.length - 1].length;
  }

  add(start: number, length: number) {
    if (length <= this.bar) return;
    if (this.spans.some((span) => span.length === length && this.#same(span.start, start, length))) return;
    const at = this.spans.findIndex((span) => span.length < length);
    this.spans.splice(at < 0 ? this.spans.length : at, 0, { start, length, count: 2 });
    this.spans.length = Math.min(this.spans.length, KEPT);
  }

  #same(a: number, b: number, length: number): boolean {
    let at = 0;
    while (at < length && this.#ids[a + at] === this.#ids[b + at]) at++;
    this.#work.compared += at;
    return at === length;
  }
}

/** One pass: blocks at every B-th place are remembered, windows at every place looked up and extended both ways. */
class Pass {
  readonly #ids: Ids;
  readonly #block: number;
  readonly #longest: Longest;
  readonly #work: Work;
  readonly #table: BlockTable;
  readonly #hash: RollingHash;
  readonly #most: number;
  /** hashes of the last blocks, until they lie wholly before the window */
  readonly #waiting = new Int32Array(2);
  /** of the window at the present place */
  #value: number;
  #at = 0;
  #unread = 0;

  constructor(ids: Ids, block: number, longest: Longest, work: Work) {
    this.#ids = ids;
    this.#block = block;
    this.#longest = longest;
    this.#work = work;
    this.#table = new BlockTable(ids, block);
    this.#hash = new RollingHash(ids, block);
    this.#value = this.#hash.first;
    this.#most = work.compared + MOST_COMPARED * ids.length;
  }

  get isOver(): boolean {
    const isThrough = this.#at + this.#block > this.#ids.length;
    return isThrough || this.#work.compared > this.#most || this.probed > MOST_PROBED;
  }

  get probed(): number {
    return this.#table.probed;
  }

  /** Whether so many of its windows were found that a longer block would have shown what is long. */
  get isDense(): boolean {
    return this.probed > DENSE;
  }

  /** Looks at the windows of a block and of those that follow it, as many as make up a piece. */
  takePiece(): void {
    for (let blocks = 0; blocks < PIECE && !this.isOver; blocks += this.#block) this.#takeBlock();
  }

  #takeBlock(): void {
    const [ids, block, table, hash] = [this.#ids, this.#block, this.#table, this.#hash];
    const start = this.#at;
    if (start >= block) table.add(this.#waiting[(start / block - 1) % 2], start - block);
    let value = this.#value;
    this.#waiting[(start / block) % 2] = value;
    const end = Math.min(start + block, ids.length - block + 1);
    let at = start;
    for (; at < end && this.#work.compared <= this.#most; at++) {
      if (at >= this.#unread && table.maySee(value)) {
        const repeated = extend(ids, table, table.find(value, at), at, block, this.#longest, this.#work);
        if (repeated) this.#unread = repeated - block + 1;
      }
      if (at + block < ids.length) value = hash.moved(value, ids[at], ids[at + block]);
    }
    this.#value = value;
    this.#at = at;
  }
}

/** Keeps the longest repeat around the equal blocks found; returns its end, 0 when there is none. */
function extend(
  ids: Ids,
  table: BlockTable,
  found: number,
  at: number,
  block: number,
  longest: Longest,
  work: Work,
): number {
  let end = 0;
  for (let place = 0; place < found; place++) {
    const from = table.found[place];
    const most = at - from;
    let length = block;
    while (length < most && at + length < ids.length && ids[from + length] === ids[at + length]) length++;
    let before = 0;
    const back = Math.min(from, FARTHEST_BACK, most - length);
    while (before < back && ids[from - before - 1] === ids[at - before - 1]) before++;
    work.compared += length + before;
    longest.add(at - before, length + before);
    end = Math.max(end, at + length);
  }
  return end;
}

/** The first spans of the list that lie in no other. */
function outermost(spans: readonly Repeat[], limit: number): Repeat[] {
  const chosen: Repeat[] = [];
  for (const span of spans) {
    if (chosen.length === limit) break;
    const inside = ({ start, length }: Repeat) => span.start >= start && span.start + span.length <= start + length;
    if (!chosen.some(inside)) chosen.push(span);
  }
  return chosen;
}

/** A length between a block's and the shortest one that is done, if there is any. */
function lengthBetween(block: number, done: number): number | undefined {
  const between = Math.round(Math.sqrt(block * done));
  return between > block && between < done ? between : undefined;
}

/**
 * The longest spans that occur at least twice without overlapping, longest first, each verified symbol by symbol and
 * counted. Spans inside a longer one of the list are left out. Of longer texts the first 32 million symbols are searched.
 *
 * @param work counts what was compared, which is in proportion to the text whatever stands in it
 * @throws the reason of `breath`'s signal
 */
export async function longestRepeats(
  text: Ids,
  { limit = 10, breath = new Breath(), work = { compared: 0 } }: { limit?: number; breath?: Breath; work?: Work } = {},
): Promise<Repeat[]> {
  const ids = text.subarray(0, MOST_SYMBOLS);
  const longest = new Longest(ids, work);
  let chosen: Repeat[] = [];
  const blocks = [...BLOCKS];
  const dense = new Set<number>();
  /** the shortest that was gone through */
  let done = Infinity;
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    const between = lengthBetween(block, done);
    if (ids.length >= 2 * block && !(between && dense.has(block))) {
      const pass = new Pass(ids, block, longest, work);
      for (; !pass.isOver && !(between && pass.isDense); await breath.take()) pass.takePiece();
      if (pass.isDense) dense.add(block);
      work.probed = (work.probed ?? 0) + pass.probed;
    }
    if (between && dense.has(block)) {
      blocks.unshift(between, block);
      continue;
    }
    done = block;
    chosen = outermost(longest.spans, limit);
    if (chosen.length === limit && chosen[limit - 1].length >= 2 * block - 1) break;
  }
  const spans = chosen.map(({ start, length }) => ids.subarray(start, start + length));
  const counts = await countOccurrences(ids, spans, work, breath);
  return chosen.map(({ start, length }, at) => ({ start, length, count: counts[at] }));
}
