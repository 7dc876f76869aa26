import { isBlank, rewritten, type Line } from '../line.ts';
import { MARKS } from '../marks.ts';
import type { Opening, Stage, Step } from '../step.ts';
import { CLOCK_HINT, FORMATS, STAMP_REACH } from './formats.ts';
import { isPlaceholder } from './placeholders.ts';

/** Least messages, and least of all lines that begin one, for a text to be a conversation. */
const LEAST_MESSAGES = 4;
const LEAST_SHARE = 0.25;
/** Messages of each. */
const LEAST_SPOKEN = 2;
/** Nobody counts the names of a larger crowd. */
const MOST_NAMES = 10_000;
/** Marks that a program puts round a name or a message for its own display. */
const DISPLAY = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

interface Message {
  readonly name: string;
  readonly said: string;
  readonly heads: boolean;
  readonly weak: boolean;
  /** the program speaks, nobody else */
  readonly notice: boolean;
}

/** A line as a message, undefined where it is none. */
function messageOf({ text, marks }: Line): Message | undefined {
  if ((marks & MARKS.digit) === 0) return undefined;
  if (!CLOCK_HINT.test(text.length > STAMP_REACH ? text.slice(0, STAMP_REACH) : text)) return undefined;
  const plain = (marks & MARKS.unseen) === 0 ? text : text.replace(DISPLAY, '');
  for (const { line, heads = false, weak = false, marks: needed, holds } of FORMATS) {
    if ((needed !== undefined && (marks & needed) === 0) || (holds !== undefined && !plain.includes(holds))) continue;
    if (heads && plain.length > STAMP_REACH) continue;
    const match = line.exec(plain);
    if (!match) continue;
    const { name = '', said = '' } = match.groups ?? {};
    return { name: name.trim().replace(/^~\s?|#\d{4}$/g, ''), said: said.trim(), heads, weak, notice: name === '' };
  }
  return undefined;
}

class Conversation implements Stage {
  readonly #opening: Opening;
  readonly #names = new Set<string>();
  #messages = 0;
  #weak = 0;
  #notices = 0;
  #lines = 0;
  /** who speaks in the lines that follow, to be written before the first of them */
  #speaker: { name: string; line: Line } | undefined;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    if (!isBlank(line)) this.#lines++;
    const message = messageOf(line);
    if (!message) return this.#goOn(line);
    this.#speaker = undefined;
    if (message.notice) this.#notices++;
    else {
      this.#messages++;
      if (message.weak) this.#weak++;
      if (this.#names.size < MOST_NAMES) this.#names.add(message.name);
    }
    if (message.heads) {
      this.#speaker = { name: message.name, line };
      return;
    }
    if (message.notice || isPlaceholder(message.said)) {
      this.#opening.tally.note(line.text.length + 1, line.text, '');
      return;
    }
    this.#write(line, message.name, message.said, line.text);
  }

  /** A line that is no message: the first below a name, or one of a message of several lines. */
  #goOn(line: Line): void {
    const speaker = this.#speaker;
    if (speaker && !isBlank(line)) {
      this.#speaker = undefined;
      const said = line.text.trim().replace(DISPLAY, '');
      const before = `${speaker.line.text}⏎${line.text}`;
      if (isPlaceholder(said)) this.#opening.tally.note(before.length + 1, before, '');
      else this.#write(line, speaker.name, said, before);
    } else if (speaker) this.#opening.tally.count(line.text.length + 1, 0);
    else this.#opening.emit(line);
  }

  #write(line: Line, name: string, said: string, before: string): void {
    const text = this.#opening.options.names === false || name === '' ? said : `${name}: ${said}`;
    this.#opening.tally.note(Math.max(0, before.length - text.length), before, text);
    this.#opening.emit(rewritten(line, text));
  }

  gap(): void {
    this.#speaker = undefined;
  }

  /** Whether there are several who speak, and speak again, where the stamps alone say too little. */
  #speakAgain(): boolean {
    if (this.#weak < this.#messages / 2) return true;
    return this.#names.size > 1 && this.#messages >= LEAST_SPOKEN * this.#names.size;
  }

  found() {
    if (this.#messages === 0) return undefined;
    return {
      sure:
        this.#messages >= LEAST_MESSAGES &&
        this.#messages >= LEAST_SHARE * this.#lines &&
        // a diary that has hours, of which nobody is known to have said anything
        this.#notices <= this.#messages &&
        this.#speakAgain(),
      facts: { names: this.#names.size },
      counts: { messages: this.#messages },
    };
  }
}

/** Leaves out when each message of a conversation was sent, and what stands for pictures; who speaks stays on wish. */
export const stamps: Step = { name: 'stamps', leads: 'where sure', open: (opening) => new Conversation(opening) };
