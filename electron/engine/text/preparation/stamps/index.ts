import { isBlank, rewritten, type Line } from '../line.ts';
import type { Opening, Stage, Step } from '../step.ts';
import { bare, isAside, isNameAlone, isTimeAlone, mayBeStamped, messageOf, type Message } from './message.ts';
import { isPlaceholder } from './placeholders.ts';

/** Least messages, and least of all lines that begin one, for a text to be a conversation. */
const LEAST_MESSAGES = 4;
const LEAST_SHARE = 0.25;
/** The same where names stand above their messages, which may be long. */
const LEAST_SHARE_ABOVE = 0.08;
/** Messages of each, where the stamps alone say too little. */
const LEAST_SPOKEN = 2;
/** With fewer it is not even named. */
const LEAST_SPOKEN_AT_ALL = 1.2;
/** So many are by somebody else than the one before. */
const LEAST_TURNS = 0.25;
/** Nobody counts the names of a larger crowd. */
const MOST_NAMES = 10_000;

class Conversation implements Stage {
  readonly #opening: Opening;
  readonly #names = new Set<string>();
  #messages = 0;
  #weak = 0;
  #heads = 0;
  /** of those, how many nothing is said below */
  #silent = 0;
  #notices = 0;
  #lines = 0;
  /** messages of somebody else than the one before */
  #turns = 0;
  #last = '';
  /** who speaks in the lines that follow, to be written before the first of them; what said so */
  #speaker: { name: string; stamp: string } | undefined;
  /** a line that may be a name, of which only the next one says whether it is */
  #name: Line | undefined;
  /** whether times below a name say more than hours and minutes, as further times of the same author may not */
  #full = false;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    if (!isBlank(line)) this.#lines++;
    if (isAside(line)) return this.#leaveOut(line);
    const stamped = mayBeStamped(line);
    if (stamped && isTimeAlone(line)) return this.#timeAlone(line);
    this.#release();
    const message = stamped ? messageOf(line) : undefined;
    if (message) return this.#take(line, message);
    if (isNameAlone(line) && (!this.#speaker || this.#names.has(line.text.trim()))) this.#name = line;
    else this.#goOn(line);
  }

  #take(line: Line, message: Message): void {
    if (message.notice) {
      this.#silence();
      this.#notices++;
    } else this.#count(message);
    if (message.heads) this.#speaker = { name: message.name, stamp: line.text };
    else if (message.notice || isPlaceholder(message.said))
      this.#opening.tally.note(line.text.length + 1, line.text, '');
    else this.#write(line, message.name, message.said, line.text);
  }

  #count({ name, weak, heads }: Pick<Message, 'name' | 'weak' | 'heads'>): void {
    this.#silence();
    this.#messages++;
    if (weak) this.#weak++;
    if (heads) this.#heads++;
    if (name !== this.#last) this.#turns++;
    this.#last = name;
    if (this.#names.size < MOST_NAMES) this.#names.add(name);
  }

  #leaveOut(line: Line): void {
    this.#release();
    this.#lines--;
    this.#opening.tally.note(line.text.length + 1, line.text, '');
  }

  /** Whoever was to speak says nothing. */
  #silence(): void {
    const speaker = this.#speaker;
    this.#speaker = undefined;
    if (!speaker) return;
    this.#silent++;
    this.#opening.tally.note(speaker.stamp.length + 1, speaker.stamp, '');
  }

  /** A line that says nothing but when: the line before it is a name, or the same author goes on. */
  #timeAlone(line: Line): void {
    const above = this.#name;
    const name = above?.text.trim() ?? '';
    const full = /\p{L}/u.test(line.text);
    if (above && (full || !this.#full || this.#names.has(name))) {
      this.#name = undefined;
      this.#full ||= full;
      this.#count({ name, weak: true, heads: true });
      this.#speaker = { name, stamp: `${above.text}⏎${line.text}` };
      return;
    }
    this.#release();
    if (this.#heads > 0 && !this.#speaker) this.#opening.tally.note(line.text.length + 1, line.text, '');
    else this.#goOn(line);
  }

  /** What may have been a name is none. */
  #release(): void {
    const line = this.#name;
    this.#name = undefined;
    if (line) this.#goOn(line);
  }

  /** A line that is no message: the first below a name, or one of a message of several lines. */
  #goOn(line: Line): void {
    const speaker = this.#speaker;
    if (speaker && !isBlank(line)) {
      this.#speaker = undefined;
      const said = bare(line.text).trim();
      const before = `${speaker.stamp}⏎${line.text}`;
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
    this.#release();
    this.#speaker = undefined;
  }

  end(): void {
    this.#release();
    this.#silence();
  }

  /** Whether there are several who speak in turns, and each so often, where the stamps alone say too little. */
  #speakAgain(times: number): boolean {
    if (this.#weak < this.#messages / 2) return true;
    return (
      this.#names.size > 1 &&
      this.#messages >= LEAST_MESSAGES &&
      this.#messages >= times * this.#names.size &&
      this.#turns >= LEAST_TURNS * this.#messages
    );
  }

  found() {
    // headings, verses, hours: of each, one
    if (this.#messages === 0 || !this.#speakAgain(LEAST_SPOKEN_AT_ALL)) return undefined;
    const least = 2 * this.#heads > this.#messages ? LEAST_SHARE_ABOVE : LEAST_SHARE;
    return {
      sure:
        this.#messages >= LEAST_MESSAGES &&
        this.#messages >= least * this.#lines &&
        // a diary that has hours, of which nobody is known to have said anything
        this.#notices <= this.#messages &&
        2 * this.#silent <= this.#messages &&
        this.#speakAgain(LEAST_SPOKEN),
      facts: { names: this.#names.size },
      counts: { messages: this.#messages },
    };
  }
}

/** Leaves out when each message of a conversation was sent, and what stands for pictures; who speaks stays on wish. */
export const stamps: Step = { name: 'stamps', leads: 'where sure', open: (opening) => new Conversation(opening) };
