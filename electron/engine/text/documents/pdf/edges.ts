import type { Line } from './lines.ts';
import { isFarBelow, usualStep } from './steps.ts';

/** Scripts that are written without blanks. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Points by which lines differ that begin at the same place. */
const SAME_PLACE = 2;
/** By how many heights of its type the first line of a paragraph stands in. */
const LEAST_IN = 0.6;
const MOST_IN = 5;
/** Lines that begin at a place, for it to be the edge of a column. */
const LEAST_LINES = 3;
/** First lines with another line below them, and how many of those reach the right edge: of verse that stands in, few do. */
const LEAST_FIRST = 2;
const LEAST_FULL = 0.8;
/** For each of them, how many full ones at the same place others follow there, as in speeches and quotes that stand in. */
const MOST_FOLLOWED = 0.5;
/** Share of its height by which the type of two lines of a paragraph differs. */
const SAME_TYPE = 0.12;
/** Heights of its type by which a full line may stay below the right edge. */
const ROOM = 6;
/** Lines that one with the same edge follows, and how many of those are full where they are prose. */
const LEAST_FLOWING = 4;
const LEAST_PROSE = 0.9;
/** Of those, how many begin as sentences go on, and are parted within: verse begins with capitals, and rows are parted nowhere. */
const LEAST_SMALL = 0.4;
const LEAST_PARTED = 0.1;
const SMALL = /^\P{L}{0,9}[\p{Ll}\p{Lo}]/u;
const PARTED = /[.,;:!?…،؛؟।。，、；：！？][\p{P} ]{0,4}\p{L}/u;
/** Width of a blank, and what a typesetter may squeeze in, in heights of the type. */
const BLANK = 0.25;
const SQUEEZED = 0.5;
/** Lines of a page that are looked at. */
const MOST_LINES = 1_000;

const startOf = ({ parts }: Line) => parts[0]?.x ?? 0;
const endOf = ({ parts }: Line) => parts.at(-1)?.end ?? 0;

/** A place where lines of a page begin, how many do, and how far they reach. */
interface Edge {
  readonly x: number;
  lines: number;
  right: number;
  /** lines that one at the same edge follows, and how many of them are full */
  followed: number;
  full: number;
  /** how many of those that follow begin with a small letter, and how many hold marks within */
  small: number;
  parted: number;
}

/** Points that the first word of a line takes, with the blank before it. */
function firstWordOf({ text, parts, height }: Line): number {
  const [{ text: said = '', x = 0, end = 0 } = {}] = parts;
  const letters = text.trimStart();
  const first = UNSPACED.test(letters) ? 1 : /^\S*/.exec(letters)![0].length;
  return BLANK * height + (first * (end - x)) / Math.max(1, said.length);
}

function edgesOf(lines: readonly Line[]): Edge[] {
  const edges: Edge[] = [];
  for (const line of [...lines].sort((a, b) => startOf(a) - startOf(b))) {
    const x = startOf(line);
    let edge = edges.at(-1);
    if (!edge || x - edge.x > SAME_PLACE)
      edges.push((edge = { x, lines: 0, right: 0, followed: 0, full: 0, small: 0, parted: 0 }));
    edge.lines++;
    edge.right = Math.max(edge.right, endOf(line));
  }
  return edges;
}

/** How the lines of a page stand to the edges of its columns. */
export class Edges {
  readonly #edges: readonly Edge[];
  /** heights of its type by which a first line stands in, where paragraphs of the page begin so */
  readonly #in: number | undefined;

  constructor(lines: readonly Line[]) {
    this.#edges = lines.length > MOST_LINES ? [] : edgesOf(lines).filter((edge) => edge.lines >= LEAST_LINES);
    this.#in = this.#usualIn(lines);
    const usual = usualStep(lines);
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const edge = this.#sharedBy(line, lines[at + 1]);
      if (!edge || isFarBelow(line, lines[at + 1], usual)) continue;
      edge.followed++;
      if (this.#leavesNoRoom(line, lines[at + 1], edge)) edge.full++;
      if (SMALL.test(lines[at + 1].text)) edge.small++;
      if (PARTED.test(line.text)) edge.parted++;
    }
  }

  /** The edge of the column that a line stands in. */
  #edgeOf(line: Line): Edge | undefined {
    const x = startOf(line);
    return this.#edges.find((edge) => edge.x <= x + SAME_PLACE && edge.x >= x - MOST_IN * line.height);
  }

  /** Points by which a line stands in, undefined outside of any column. */
  #inOf(line: Line): number | undefined {
    const edge = this.#edgeOf(line);
    return edge && startOf(line) - edge.x;
  }

  #isAtEdge(line: Line): boolean {
    const within = this.#inOf(line);
    return within !== undefined && within <= SAME_PLACE;
  }

  #usualIn(lines: readonly Line[]): number | undefined {
    const seen = new Map<number, { lines: number; full: number; followed: number }>();
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const within = this.#inOf(line) ?? 0;
      if (within < LEAST_IN * line.height) continue;
      const place = Math.round(within / SAME_PLACE);
      const of = seen.get(place) ?? { lines: 0, full: 0, followed: 0 };
      seen.set(place, of);
      const next = lines[at + 1];
      if (this.#isAtEdge(next)) {
        of.lines++;
        if (this.isFull(line)) of.full++;
      } else if (
        Math.abs(startOf(next) - startOf(line)) <= SAME_PLACE &&
        this.#leavesNoRoom(line, next, this.#edgeOf(line)!)
      )
        of.followed++;
    }
    const [place, of] = [...seen].sort(([, one], [, other]) => other.lines - one.lines)[0] ?? [];
    if (!of || of.lines < LEAST_FIRST || of.full < LEAST_FULL * of.lines) return undefined;
    return of.followed <= MOST_FOLLOWED * of.lines ? place! * SAME_PLACE : undefined;
  }

  isFull(line: Line): boolean {
    const edge = this.#edgeOf(line);
    return edge !== undefined && endOf(line) >= edge.right - ROOM * line.height;
  }

  /** The edge of two lines of which the second one may go on with the first. */
  #sharedBy(line: Line, next: Line): Edge | undefined {
    if (line.y <= next.y || Math.abs(line.height - next.height) > SAME_TYPE * line.height) return undefined;
    const x = startOf(next);
    const edge = this.#edges.find((each) => Math.abs(each.x - x) <= SAME_PLACE);
    const within = startOf(line) - x;
    return within >= -SAME_PLACE && (within <= SAME_PLACE || (this.isFirst(line) && !this.isFirst(next)))
      ? edge
      : undefined;
  }

  #leavesNoRoom(line: Line, next: Line, { right }: Edge): boolean {
    const isProse = line.parts.length === 1 && (line.text.trim().includes(' ') || UNSPACED.test(line.text));
    return isProse && endOf(line) + firstWordOf(next) > right - SQUEEZED * line.height;
  }

  /** Whether a line ends where there was no room for the next one's first word, among lines of which nearly all do. */
  flows(line: Line, next: Line): boolean {
    return this.#isProse(this.#sharedBy(line, next), line, next);
  }

  /** The same for the last line of the page, and the first one of the next. */
  flowsOver(line: Line, next: Line): boolean {
    return this.#isProse(this.#edgeOf(line), line, next);
  }

  #isProse(edge: Edge | undefined, line: Line, next: Line): boolean {
    return (
      edge !== undefined &&
      edge.followed >= LEAST_FLOWING &&
      edge.full >= LEAST_PROSE * edge.followed &&
      edge.small >= LEAST_SMALL * edge.followed &&
      edge.parted >= LEAST_PARTED * edge.followed &&
      this.#leavesNoRoom(line, next, edge)
    );
  }

  /** Whether a line begins a paragraph by where it stands; false where nobody knows. */
  isFirst(line: Line): boolean {
    return this.#in !== undefined && Math.abs((this.#inOf(line) ?? 0) - this.#in) <= SAME_PLACE;
  }

  /** Whether a line goes on with a paragraph by where it stands; false where nobody knows. */
  goesOn(line: Line): boolean {
    return this.#in !== undefined && this.#isAtEdge(line);
  }
}
