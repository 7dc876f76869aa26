import { SCENE } from '../../scenes.ts';
import { isBlank, lineOf, type Line } from '../line.ts';
import { marksOf } from '../marks.ts';
import type { Found, Opening, Stage, Step } from '../step.ts';
import { between } from '../wrapped/joint.ts';
import { isFull, PARTS, Widths, type Part } from './widths.ts';

/** What is typed in capitals: who speaks, how a scene ends. */
const CAPITALS = /^(?=[^\p{L}]*\p{Lu})[^\p{Ll}]{1,60}$/u;
/** Beside a name: out of sight, going on. */
const BESIDE = /\s?\([^()]{1,30}\)/g;
/** What a program types at the edges of pages. */
const AT_EDGE = /^\s*(?:\(?CONTINUED:?\)?|\(MORE\))(?:\s*\(\d{1,3}\))?\s*$/;
const CLOSED = /[.!?…:"”’)\]-]$/;
const LEAST_SCENES = 2;
/** A speech is no longer, UTF-16 units. */
const LONGEST = 1 << 14;

/** A quick look, since every line is asked: whether its first letter is that of `EXT` or `INT`. */
function mayBeginScene(text: string): boolean {
  let at = 0;
  let unit = text.charCodeAt(at);
  while (unit === 32 || unit === 9) unit = text.charCodeAt(++at);
  return unit === 69 || unit === 73;
}

const indentOf = (text: string): number => text.length - text.trimStart().length;

/** A paragraph that may go on, and its last line. */
interface Held {
  readonly text: string;
  readonly last: Line;
  readonly part: Part;
}

class Screenplay implements Stage {
  readonly #opening: Opening;
  readonly #widths = new Widths();
  readonly #columns: Partial<Record<Part, number>> = {};
  #knows = false;
  #scenes = 0;
  #part: Part = 'action';
  #afterBlank = true;
  #held: Held | undefined;

  constructor(opening: Opening) {
    this.#opening = opening;
    for (const part of PARTS) {
      const columns = (opening.plan ?? opening.seen)?.[part];
      if (typeof columns !== 'number') continue;
      this.#columns[part] = columns;
      this.#knows = true;
    }
  }

  line(line: Line): void {
    const { text } = line;
    // up to the first scene, nothing says that this is a film
    if (this.#scenes === 0 && !this.#knows && !(mayBeginScene(text) && SCENE.test(text)))
      return this.#opening.emit(line);
    if (isBlank(line)) return this.#alone(line, 'action', true);
    if (SCENE.test(text)) {
      this.#scenes++;
      return this.#alone(line, 'action');
    }
    if (this.#knows && AT_EDGE.test(text)) return this.#opening.tally.note(text.length + 1, text, '');
    if (this.#afterBlank && CAPITALS.test(text.replace(BESIDE, ''))) return this.#alone(line, 'said');
    if (text.trimStart().startsWith('(')) this.#flush();
    this.#afterBlank = false;
    this.#take(line);
  }

  #alone(line: Line, part: Part, blank = false): void {
    this.#flush();
    this.#part = part;
    this.#afterBlank = blank;
    this.#opening.emit(line);
  }

  #take(line: Line): void {
    const held = this.#held;
    if (held && this.#goesOn(held, line)) {
      const after = line.text.trimStart();
      const blank = between(held.text, after, this.#opening.language);
      this.#opening.tally.note(1, `${held.last.text.trim()}⏎${after}`, `${held.last.text.trim()}${blank}${after}`);
      this.#held = { text: held.text + blank + after.trimEnd(), last: line, part: this.#part };
      return;
    }
    this.#flush();
    this.#held = { text: line.text.trimEnd(), last: line, part: this.#part };
  }

  /** Whether a line is the rest of one that was full. */
  #goesOn({ text: paragraph, last, part }: Held, { text }: Line): boolean {
    const before = last.text.trimEnd();
    if (part !== this.#part || indentOf(before) !== indentOf(text) || paragraph.length > LONGEST) return false;
    if (before.endsWith(')') && before.trimStart().startsWith('(')) return false;
    const after = text.trimStart();
    const first = after.split(' ', 1)[0].length;
    const pair = { length: before.length, fit: before.length + 1 + first };
    this.#widths.add(part, { ...pair, closed: CLOSED.test(before), small: /^\p{Ll}/u.test(after) });
    const columns = this.#columns[part];
    return columns !== undefined && isFull(pair, columns);
  }

  #flush(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    const { text, last } = held;
    const isOne = text === last.text.trimEnd();
    this.#opening.emit(isOne ? last : lineOf(text, last.ended, marksOf(text)));
  }

  gap(): void {
    this.#flush();
    this.#part = 'action';
    this.#afterBlank = true;
  }

  end(): void {
    this.#flush();
  }

  found(): Found | undefined {
    if (this.#scenes < LEAST_SCENES) return undefined;
    const plan = this.#widths.columns;
    return Object.keys(plan).length > 0 ? { sure: true, plan } : undefined;
  }
}

/** Joins the lines of a screenplay that a typewriter's edges broke: what is said has another edge than action. */
export const screenplay: Step = {
  name: 'screenplay',
  leads: 'where sure',
  open: (opening) => new Screenplay(opening),
};
