import { Breath } from '../../training/breath.ts';
import { findAlike } from './alike.ts';
import { chooseAnchors } from './anchors.ts';
import type { Ids } from '../vocabulary/id-list.ts';
import { countOccurrences, type Work } from './occurrences.ts';

/** A span that occurs more than once: where, how long, how often (without overlap), in symbols. */
export interface Repeat {
  start: number;
  length: number;
  count: number;
}

/** Block lengths tried, longest first: blocks of B find every repeat of 2B - 1 symbols or more. */
const BLOCKS = [64, 16, 8, 4, 2];
/** How far before a found block its repeat is looked for; earlier blocks have found what lies before. */
const FARTHEST_BACK = 4_096;
const KEPT = 100;
/** Symbols that are looked at: a hundred megabytes of words, and about half a second. */
const MOST_SYMBOLS = 32_000_000;
/**
 * Symbols compared in one pass, for each symbol of the text. Ordinary texts need a few; one that is made of repeats within
 * repeats would need as many as it is long, and has been shown its longest ones by then.
 */
const MOST_COMPARED = 100;
/**
 * Equal blocks looked at in one pass, whatever the text, each in memory that no cache holds: some two seconds. In long texts of
 * random letters all short blocks stand elsewhere, too.
 */
const MOST_LOOKED_AT = 1 << 22;
/** Equal blocks before the present one that are looked at, the first in the text; the longest common stretch wins. */
const PLACES = 4;
/** Blocks between two looks at whether to leave off. */
const PIECE = 1 << 12;

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

/** One pass: of blocks that say the same, those that may lie in a repeat worth keeping are extended both ways. */
async function search(ids: Ids, block: number, longest: Longest, work: Work, breath: Breath): Promise<void> {
  const { positions, hashes } = await chooseAnchors(ids, block, breath);
  const { first, next } = await findAlike(hashes, breath);
  const most = work.compared + MOST_COMPARED * ids.length;
  let [unread, lookedAt] = [0, 0];
  const isOver = () => work.compared > most || lookedAt > MOST_LOOKED_AT;
  for (let from = 0; from < positions.length && !isOver(); from += PIECE) {
    const to = Math.min(from + PIECE, positions.length);
    for (let at = from; at < to && !isOver(); at++) {
      if (first[at] === at || positions[at] < unread) continue;
      for (let other = first[at], places = 0; other < at && places < PLACES; other = next[other], places++) {
        const distance = positions[at] - positions[other];
        lookedAt++;
        if (distance < block) break;
        // blocks that go on alike, looked at without the text, which lies far off
        let [begin, end] = [at, at];
        while (goesOn(end, end - at + other, 1)) end++;
        while (goesOn(begin, begin - at + other, -1)) begin--;
        work.compared += end - begin + 1;
        unread = Math.max(unread, positions[end] + 1);
        const atMost = positions[end] - positions[begin] + 3 * block - 2;
        if (Math.min(atMost, distance) <= longest.bar) continue;
        unread = Math.max(unread, extend(ids, positions[other], positions[at], block, longest, work) - block + 1);
      }
    }
    await breath.take();
  }
  function goesOn(at: number, other: number, step: 1 | -1): boolean {
    return (
      first[at + step] === first[other + step] &&
      positions[at + step] - positions[at] === positions[other + step] - positions[other]
    );
  }
}

/** Keeps the longest repeat around two blocks if they are equal, the second behind the first; returns its end, 0 if not. */
function extend(ids: Ids, from: number, at: number, block: number, longest: Longest, work: Work): number {
  const most = at - from;
  let length = 0;
  while (length < most && at + length < ids.length && ids[from + length] === ids[at + length]) length++;
  let before = 0;
  const back = Math.min(from, FARTHEST_BACK, most - length);
  while (before < back && ids[from - before - 1] === ids[at - before - 1]) before++;
  work.compared += length + before + 1;
  // others have the same hash by chance
  if (length < block) return 0;
  longest.add(at - before, length + before);
  return at + length;
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
  for (const block of BLOCKS) {
    if (ids.length >= 2 * block) await search(ids, block, longest, work, breath);
    chosen = outermost(longest.spans, limit);
    if (chosen.length === limit && chosen[limit - 1].length >= 2 * block - 1) break;
  }
  const spans = chosen.map(({ start, length }) => ids.subarray(start, start + length));
  const counts = await countOccurrences(ids, spans, work, breath);
  return chosen.map(({ start, length }, at) => ({ start, length, count: counts[at] }));
}
