import { isBlank, rewritten, type Line } from '../line.ts';
import { Seam } from '../seam.ts';
import type { Opening, Stage, Step } from '../step.ts';
import { Asides } from './asides.ts';
import { assistantHead } from './assistants.ts';
import { Beside } from './beside.ts';
import { Exported } from './exported.ts';
import { Fields } from './fields.ts';
import {
  bare,
  isNameAlone,
  isNamedBelow,
  isTimeAlone,
  mayBeStamped,
  messageOf,
  mayBeNamedBelow,
  type Message,
} from './message.ts';
import { asSaid, choiceOf, isPlaceholder, isPoll, isReply } from './placeholders.ts';
import { Turns } from './turns.ts';

class Conversation implements Stage {
  readonly #opening: Opening;
  readonly #seam: Seam;
  readonly #asides = new Asides();
  readonly #fields = new Fields();
  readonly #beside = new Beside();
  readonly #turns = new Turns();
  /** who speaks in the lines that follow, to be written before the first of them; what said so, empty where that is left out already */
  #speaker: { name: string; stamp: string } | undefined;
  /** a line that may be a name, of which only the next one says whether it is */
  #name: Line | undefined;
  /** whether times below a name say more than hours and minutes, as further times of the same author may not */
  #full = false;
  /** a time with its day, of which the next line may name the author; whether all of them stand so */
  #above: Line | undefined;
  #isAbove = false;
  #afterBlank = true;
  /** of the last message that somebody sent, or its time alone */
  #format: string | undefined;
  /** how many of each format were sent */
  readonly #sent = new Map<string, number>();
  /** a question to all was asked, whose choices follow */
  #asks = false;
  /** a message of several lines stands in quotation marks */
  #quoted = false;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#seam = new Seam(opening.emit, false);
    this.#turns.doers = opening.plan?.doers;
  }

  line(line: Line): void {
    const blank = isBlank(line);
    const afterBlank = this.#afterBlank;
    this.#afterBlank = blank;
    if (!blank) this.#turns.lines++;
    this.#releaseField(line);
    const field = this.#fields.take(line);
    if (field !== undefined) return this.#takeField(line, field);
    if (this.#beside.take(line)) return this.#leaveOut(line);
    if (this.#nameBelow(line)) return;
    if (this.#asides.take(line)) return this.#leaveOut(line);
    const assistant = assistantHead(line);
    if (assistant !== undefined) return this.#headedBy(line, assistant);
    const stamped = mayBeStamped(line);
    if (stamped && isTimeAlone(line)) return this.#timeAlone(line, afterBlank);
    this.#release();
    const message = stamped ? this.#messageOf(line) : undefined;
    if (message) return this.#take(line, message);
    if (isNameAlone(line) && (!this.#speaker || this.#turns.names.has(line.text.trim()))) this.#name = line;
    else this.#goOn(line);
  }

  /** What comes is said by a program, or by whoever asks it. */
  #headedBy(line: Line, name: string): void {
    this.#release();
    this.#count({ name, weak: true, heads: true });
    this.#turns.saysAssistant();
    this.#speaker = { name, stamp: line.text };
  }

  #takeField(line: Line, field: Exclude<ReturnType<Fields['take']>, undefined>): void {
    if (field === 'held') {
      this.#turns.lines--;
      return;
    }
    if (field === 'left out') return this.#leaveOut(line);
    if ('said' in field) return this.#goOn(field.said);
    this.#count({ name: field.name, weak: false, heads: true });
    this.#speaker = { name: field.name, stamp: `${field.from.text}⏎${line.text}` };
  }

  /** @param next line below a field that is held, where there is one */
  #releaseField(next?: Line): void {
    const line = this.#fields.release(next);
    if (!line) return;
    this.#turns.lines++;
    this.#goOn(line);
  }

  /** A line as a message, undefined where it is what somebody says, as a list of hours is. */
  #messageOf(line: Line): Message | undefined {
    const message = messageOf(line);
    if (!message) return undefined;
    const { format, own, does, name } = message;
    if (
      own &&
      this.#format !== undefined &&
      format !== this.#format &&
      this.#sentAs(format) <= this.#sentAs(this.#format)
    )
      return undefined;
    return does && !this.#turns.isSomebody(name) ? { ...message, notice: true } : message;
  }

  #sentAs(format: string): number {
    return this.#sent.get(format) ?? 0;
  }

  #take(line: Line, message: Message): void {
    if (message.notice) {
      this.#silence();
      this.#turns.notices++;
    } else this.#count(message);
    const said = asSaid(message.said);
    this.#asks = isPoll(said);
    if (message.heads || this.#asks) this.#speaker = { name: message.name, stamp: line.text };
    else if (message.notice || isPlaceholder(said)) this.#drop(line.text);
    else {
      this.#quoted = message.quotes && /^"[^"]*$/.test(said);
      this.#write(line, message.name, this.#quoted ? said.slice(1) : said, line.text, message.does);
    }
  }

  #count(message: Pick<Message, 'name' | 'weak' | 'heads'> & { format?: string }): void {
    this.#silence();
    this.#format = message.format ?? 'times alone';
    this.#sent.set(this.#format, this.#sentAs(this.#format) + 1);
    this.#asks = false;
    this.#quoted = false;
    this.#turns.count(message);
  }

  #leaveOut(line: Line): void {
    this.#release();
    if (!isBlank(line)) this.#turns.lines--;
    this.#drop(line.text);
  }

  #drop(text: string): void {
    this.#opening.tally.note(text.length + 1, text, '');
    this.#seam.cut();
  }

  /** Whoever was to speak says nothing. */
  #silence(): void {
    const speaker = this.#speaker;
    this.#speaker = undefined;
    if (!speaker || speaker.stamp === '') return;
    this.#turns.silent++;
    this.#drop(speaker.stamp);
  }

  /** A line that says nothing but when: the line before it is a name, or the next one, or the same author goes on. */
  #timeAlone(line: Line, afterBlank: boolean): void {
    const above = this.#name;
    const name = above?.text.trim() ?? '';
    const full = /\p{L}/u.test(line.text);
    if (above && (full || !this.#full || this.#turns.names.has(name))) {
      this.#name = undefined;
      this.#full ||= full;
      this.#count({ name, weak: true, heads: true });
      this.#speaker = { name, stamp: `${above.text}⏎${line.text}` };
      return;
    }
    this.#release();
    if (afterBlank && (this.#isAbove || this.#turns.messages === 0) && mayBeNamedBelow(line)) this.#above = line;
    else if (this.#turns.heads > 0 && !this.#speaker) this.#drop(line.text);
    else this.#goOn(line);
  }

  /** Whether a line is the name of whoever speaks since the time above it. */
  #nameBelow(line: Line): boolean {
    const above = this.#above;
    this.#above = undefined;
    if (!above) return false;
    const name = line.text.trim();
    if (isNamedBelow(line) || this.#turns.names.has(name)) {
      this.#isAbove = true;
      this.#count({ name, weak: true, heads: true });
      this.#speaker = { name, stamp: `${above.text}⏎${line.text}` };
      return true;
    }
    this.#goOn(above);
    return false;
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
    const choice = this.#asks ? choiceOf(line.text) : undefined;
    if (speaker?.stamp === '' && isBlank(line)) {
      this.#speaker = undefined;
      this.#seam.take(line);
    } else if (speaker && !isBlank(line) && !isReply(line.text)) {
      const said = asSaid(bare(line.text).trim());
      const before = speaker.stamp === '' ? line.text : `${speaker.stamp}⏎${line.text}`;
      // what comes below it may be said by the same
      this.#speaker = isPlaceholder(said) ? { name: speaker.name, stamp: '' } : undefined;
      if (this.#speaker) this.#drop(before);
      else this.#write(line, speaker.name, said, before);
    } else if (speaker) this.#opening.tally.count(line.text.length + 1, 0);
    else if (choice !== undefined) this.#write(line, '', choice, line.text);
    else if (this.#quoted && line.text.endsWith('"')) {
      this.#quoted = false;
      this.#write(line, '', line.text.slice(0, -1), line.text);
    } else this.#seam.take(line);
  }

  #write(line: Line, name: string, said: string, before: string, does = false): void {
    const named = does ? `* ${name} ${said}` : `${name}: ${said}`;
    const text = this.#opening.options.names === false || name === '' ? said : named;
    this.#opening.tally.note(Math.max(0, before.length - text.length), before, text);
    this.#seam.take(rewritten(line, text));
  }

  gap(): void {
    this.#releaseField();
    if (this.#above) this.#goOn(this.#above);
    this.#above = undefined;
    this.#release();
    this.#speaker = undefined;
    this.#asides.end();
    this.#beside.end();
    this.#seam.end();
  }

  end(): void {
    this.#releaseField();
    if (this.#above) this.#goOn(this.#above);
    this.#release();
    this.#silence();
    this.#seam.end();
  }

  found() {
    return this.#turns.found();
  }
}

/** Leaves out when each message of a conversation was sent, and what stands for pictures; who speaks stays on wish. */
export const stamps: Step = {
  name: 'stamps',
  leads: 'where sure',
  open: (opening) => (opening.kind === 'chat' ? new Exported(opening) : new Conversation(opening)),
};
