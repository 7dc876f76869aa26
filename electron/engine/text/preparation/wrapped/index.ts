import type { Line } from '../line.ts';
import type { Found, Opening, Stage, Step } from '../step.ts';
import { CodeEnds } from './code-ends.ts';
import { Ends, type Width } from './ends.ts';
import { TRAITS } from './measure.ts';
import { Lines } from './page.ts';
import { Paragraphs } from './paragraphs.ts';
import { FAR, isWrap, saidBy } from './said.ts';
import { Torn } from './torn.ts';
import { goesOnTwice, twiceOf, wrapsOf, type Twice } from './twice.ts';
import { goesOn, widthOf, widthOfPlay } from './width.ts';

/** Lines that are judged together, with as many before and behind them. */
const PAGE = 96;
/** A width that was seen is believed in for so many pages that show none of their own. */
const REMEMBERED = 24;

/** So many more ends across blank lines than lines right below another, where every line is followed by a blank one. */
const SPACED = 3;

/** How the ends of a page are to be read. */
type Judged = { ends: Ends; width: Width } | { ends: Ends; twice: Twice };

class Unwrapper implements Stage {
  readonly #opening: Opening;
  /** a page, those before it and those behind it */
  readonly #lines = new Lines(3 * PAGE);
  readonly #says = new Uint8Array(this.#lines.lines.length);
  readonly #torn = new Torn((line) => this.#add(line));
  #before = 0;
  #page = 0;
  #width: Width | undefined;
  #unseen = 0;
  #twice: Twice | undefined;
  /** ends that may be of two wrappings, of pages that show it less than surely, and what they may have been wrapped at */
  #maybe = 0;
  #maybeWidth = 0;
  /** how often each width was seen */
  readonly #widths = new Map<number, number>();
  #ends = 0;
  readonly #code = new CodeEnds();
  readonly #paragraphs: Paragraphs;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#paragraphs = new Paragraphs(opening, this.#lines, this.#torn);
  }

  line(line: Line): void {
    this.#ends++;
    this.#code.line(line.text);
    // the reader of a PDF says itself where a line goes on
    if (this.#opening.kind === 'pdf') this.#add(line);
    else this.#torn.line(line, this.#width?.columns ?? 0);
  }

  #add(line: Line): void {
    this.#lines.add(line);
    if (this.#lines.end - this.#lines.start === this.#before + this.#page + PAGE) this.#turn();
  }

  end(): void {
    this.#torn.end();
    this.#turn();
    this.#turn();
  }

  found(): Found | undefined {
    const { tally, plan } = this.#opening;
    if (tally.places === 0 && this.#maybe > 0 && plan?.twice !== true) {
      tally.count(this.#maybe, this.#maybe);
      return {
        sure: false,
        share: this.#maybe / this.#ends,
        facts: { width: this.#maybeWidth },
        counts: { ends: this.#ends },
        plan: { twice: true },
      };
    }
    if (tally.places === 0) return undefined;
    const [columns] = [...this.#widths].sort(([, one], [, other]) => other - one)[0] ?? [0];
    return {
      // what a program says of itself stands as its author set it
      sure: !this.#code.areMany,
      share: this.#opening.tally.places / this.#ends,
      facts: { width: columns },
      counts: { ends: this.#ends },
      plan: { width: columns },
    };
  }

  #turn(): void {
    const lines = this.#lines;
    const from = lines.start + this.#before;
    const to = from + this.#page;
    const judged = this.#page > 0 && lines.hasPairs ? this.#judge() : undefined;
    const step = judged?.ends.step ?? 1;
    const twice = judged && 'twice' in judged ? wrapsOf(judged.ends, judged.twice) : undefined;
    if (judged && 'width' in judged)
      saidBy(
        judged.ends,
        judged.width,
        Math.max(lines.start, from - FAR * step),
        Math.min(lines.end, to + FAR * step),
        this.#says,
      );
    for (let at = from; at < to; at++) {
      if (judged && 'width' in judged) this.#paragraphs.mend(at);
      this.#paragraphs.take(
        at,
        this.#flows(at)
          ? 1
          : (twice ? twice.has(at) : judged && isWrap(this.#says, at, lines.start, lines.end, step))
            ? step
            : 0,
        judged !== undefined && 'width' in judged,
      );
    }
    lines.drop(this.#before);
    this.#before = this.#page;
    this.#page = lines.end - lines.start - this.#before;
  }

  /** Whether the reader of a PDF saw that a line goes on in the next one: it left a blank at its end. */
  #flows(at: number): boolean {
    const { lines, traits, end } = this.#lines;
    if (this.#opening.kind !== 'pdf' || at + 1 >= end || (traits[at + 1] & TRAITS.blank) !== 0) return false;
    return lines[at].text.endsWith(' ') || lines[at + 1].runsOn;
  }

  /** The ends of a page that may be wraps, and its width: its own, or that of the pages before it. */
  #judge(): Judged | undefined {
    const lines = this.#lines;
    const ends = Ends.close(lines);
    if (lines.isPlay) {
      const width = widthOfPlay(ends);
      return width && { ends, width: this.#remember(width) };
    }
    if (this.#width && this.#unseen === 0) {
      const page = ends.among(lines.start + this.#before, lines.start + this.#before + this.#page);
      if (goesOn(ends, page, this.#width)) return { ends, width: this.#remember(this.#width) };
    }
    const own = widthOf(ends);
    if (own) return { ends, width: this.#remember(own) };
    const seen = twiceOf(ends);
    if (seen && !seen.sure && this.#opening.plan?.twice !== true) this.#name(ends, seen);
    const isDone = seen?.sure || this.#opening.plan?.twice === true;
    const twice = (isDone && seen) || (this.#twice && goesOnTwice(ends, this.#twice) ? this.#twice : undefined);
    if (twice) {
      this.#twice = twice;
      this.#count(twice.first);
      return { ends, twice };
    }
    const across = Ends.acrossBlanks(lines);
    if (across.all.length > SPACED * lines.neighbours) {
      const width = widthOf(across);
      if (width) {
        this.#count(width.columns);
        return { ends: across, width };
      }
    }
    this.#unseen++;
    return this.#width && this.#unseen <= REMEMBERED ? { ends, width: this.#width } : undefined;
  }

  /** Counts ends of the page that may be wraps, which stay. */
  #name(ends: Ends, twice: Twice): void {
    const from = this.#lines.start + this.#before;
    for (const at of wrapsOf(ends, twice)) if (at >= from && at < from + this.#page) this.#maybe++;
    this.#maybeWidth = twice.first;
  }

  #remember(width: Width): Width {
    this.#width = width;
    this.#unseen = 0;
    this.#count(width.columns);
    return width;
  }

  #count(columns: number): void {
    this.#widths.set(columns, (this.#widths.get(columns) ?? 0) + 1);
  }
}

/** Joins lines that a typesetter broke into the paragraphs that they were; what an author broke stays. */
export const wrapped: Step = { name: 'wrapped', leads: 'where sure', open: (opening) => new Unwrapper(opening) };
