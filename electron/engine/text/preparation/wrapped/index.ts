import type { Line, Opening, Stage, Step } from '../step.ts';
import { between } from './joint.ts';
import { measure, type Measured } from './measure.ts';
import { isBroken, isFull, isNearlyFull, pairOf, widthOf, type Pair, type Width } from './width.ts';

/** Lines that are judged together, with as many before and behind them. */
const PAGE = 96;
/** Line ends to either side that say whether one stands in prose or in verse. */
const NEAR = 6;
/** A width that was seen is believed in for so many pages that show none of their own. */
const REMEMBERED = 24;
/** A paragraph ends at this length, UTF-16 units: nothing that comes is held without end. */
const LONGEST = 1 << 16;
/** How much of both lines an example shows. */
const SHOWN = 60;
/** Names of who speaks, alone in their line. */
const SPEAKER = /^\s*\p{Lu}[\p{L}.’' -]{0,30}:$|^\s*\p{Lu}[\p{Lu}.’' -]{1,30}\.?$/u;
const PLAY = 0.08;

interface Stretch {
  readonly pairs: (Pair | undefined)[];
  /** every line is followed by a blank one */
  readonly spaced: boolean;
}

/** For each line the pair with the next one that it may belong to. */
function pairsOf(lines: readonly Measured[]): Stretch {
  const close = lines.map((line, at) => (at + 1 < lines.length ? pairOf(line, lines[at + 1]) : undefined));
  const apart = lines.map((line, at) =>
    at + 2 < lines.length && !line.blank && lines[at + 1].blank && !lines[at + 2].blank
      ? pairOf(line, lines[at + 2])
      : undefined,
  );
  const count = (pairs: readonly (Pair | undefined)[]) => pairs.filter(Boolean).length;
  const spaced = count(apart) > 10 * count(close);
  return { pairs: spaced ? apart : close, spaced };
}

/** Whether the end of a line is a typesetter's: full itself or nearly, among lines of which most are. */
function isWrap(pairs: readonly (Pair | undefined)[], at: number, width: Width, step: number): boolean {
  const pair = pairs[at];
  if (!pair || !(isFull(pair, width) || isNearlyFull(pair, width))) return false;
  let full = 0;
  let broken = 0;
  let verse = 0;
  const look = (other: Pair) => {
    if (isFull(other, width)) full++;
    else if (isBroken(other, width) && !isNearlyFull(other, width)) broken++;
    if (other.before.marked && other.after.begins !== 'small') verse++;
  };
  look(pair);
  for (const way of [-step, step]) {
    for (let next = at + way, seen = 0; seen < NEAR; seen++, next += way) {
      const other = pairs[next];
      if (!other) break;
      look(other);
    }
  }
  return full > 0 && full >= 2 * broken && !(full >= 3 && verse > 0.8 * full);
}

class Unwrapper implements Stage {
  readonly #opening: Opening;
  #before: Measured[] = [];
  #page: Measured[] = [];
  #behind: Measured[] = [];
  #width: Width | undefined;
  #unseen = 0;
  /** how often each width was seen */
  readonly #widths = new Map<number, number>();
  #ends = 0;
  #paragraph: { line: Line; text: string } | undefined;
  #swallow = false;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    this.#ends++;
    this.#behind.push(measure(line));
    if (this.#behind.length === PAGE) this.#turn();
  }

  end(): void {
    this.#turn();
    this.#turn();
    this.#finish();
  }

  found() {
    if (this.#opening.tally.places === 0) return undefined;
    const [columns] = [...this.#widths].sort(([, one], [, other]) => other - one)[0] ?? [0];
    return {
      sure: true,
      share: this.#opening.tally.places / this.#ends,
      facts: { width: columns, ends: this.#ends },
      plan: { width: columns },
    };
  }

  #turn(): void {
    const lines = [...this.#before, ...this.#page, ...this.#behind];
    const { pairs, spaced } = pairsOf(lines);
    const width = this.#page.length > 0 ? this.#judge(lines, pairs, spaced) : undefined;
    const from = this.#before.length;
    for (let at = from; at < from + this.#page.length; at++)
      this.#take(lines[at], width && isWrap(pairs, at, width, spaced ? 2 : 1) ? pairs[at] : undefined, spaced);
    this.#before = this.#page;
    this.#page = this.#behind;
    this.#behind = [];
  }

  /** The width of a page: its own, or that of the pages before it. */
  #judge(lines: readonly Measured[], pairs: readonly (Pair | undefined)[], spaced: boolean): Width | undefined {
    const said = lines.filter(({ blank }) => !blank);
    const speakers = said.filter(({ text }) => text.length < 40 && SPEAKER.test(text)).length;
    if (speakers > PLAY * said.length && speakers > 3) return undefined;
    const own = widthOf(pairs.filter((pair) => pair !== undefined));
    if (own) {
      this.#width = own;
      this.#unseen = 0;
      this.#widths.set(own.columns, (this.#widths.get(own.columns) ?? 0) + 1);
      return own;
    }
    this.#unseen++;
    return this.#unseen <= REMEMBERED && !spaced ? this.#width : undefined;
  }

  /** Adds a line to its paragraph. @param pair with the next line, where that goes on in the same paragraph */
  #take({ line, text, blank }: Measured, pair: Pair | undefined, spaced: boolean): void {
    if (this.#swallow && blank) return;
    this.#swallow = false;
    if (!this.#paragraph) this.#paragraph = { line, text: line.text };
    else {
      const said = text.trimStart();
      const paragraph = this.#paragraph.text.trimEnd();
      this.#paragraph = { line, text: paragraph + between(paragraph, said) + said };
    }
    if (!pair || this.#paragraph.text.length > LONGEST) return this.#finish();
    const after = pair.after.text.trimStart();
    const shown = text.slice(-SHOWN);
    this.#opening.tally.note(
      1,
      `${shown}⏎${after.slice(0, SHOWN)}`,
      shown + between(text, after) + after.slice(0, SHOWN),
    );
    this.#swallow = spaced;
  }

  #finish(): void {
    if (!this.#paragraph) return;
    const { line, text } = this.#paragraph;
    this.#paragraph = undefined;
    this.#opening.emit({ text, ended: line.ended });
  }
}

/** Joins lines that a typesetter broke into the paragraphs that they were; what an author broke stays. */
export const wrapped: Step = { name: 'wrapped', leads: 'where sure', open: (opening) => new Unwrapper(opening) };
