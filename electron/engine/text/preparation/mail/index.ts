import { isBlank, type Line } from '../line.ts';
import type { Opening, Stage, Step } from '../step.ts';
import { Head, mayBeHead, opensHead } from './heads.ts';
import { isAttribution, isQuoted, isSignatureMark, mayAttribute, mayBeRest } from './replies.ts';

/** How much is held while a head's end is waited for, UTF-16 units. */
const MOST_HELD = 1 << 16;
/** Lines of a signature. */
const LONGEST_SIGNATURE = 12;
/** So many heads that programs wrote, or quotes of which is said whose they are, are no example in another text. */
const LEAST = 3;

/** A head, a text with quotes in it, a signature, and again a head where several mails stand in one file. */
class Mails implements Stage {
  readonly #opening: Opening;
  #state: 'text' | 'head' | 'attribution' | 'signature' = 'text';
  #held: Line[] = [];
  #size = 0;
  #head = new Head();
  /** whether the line before was blank, or none: a head begins a paragraph */
  #fresh = true;
  /** the quoted line before, and what may be its rest */
  #quoted: string | undefined;
  #rest: Line | undefined;
  #mails = 0;
  #certain = 0;
  #attributions = 0;
  /** nothing but blanks so far */
  #begins = true;
  #beganWithOne = false;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    if (this.#state === 'head') this.#inHead(line);
    else if (this.#state === 'attribution') this.#belowAttribution(line);
    else if (this.#state === 'signature') this.#inSignature(line);
    else this.#inText(line);
  }

  #inText(line: Line): void {
    const { text } = line;
    const fresh = this.#fresh;
    this.#fresh = isBlank(line);
    if (this.#fresh) return this.#emit(line);
    if (this.#opensHead(line, fresh)) return;
    if (this.#knowsMails && isQuoted(text)) return this.#leaveOutQuoted(line);
    if (mayAttribute(line)) return this.#hold(line, 'attribution');
    if (this.#knowsMails && isSignatureMark(text)) return this.#hold(line, 'signature');
    if (this.#quoted !== undefined && !this.#rest && mayBeRest(this.#quoted, text)) this.#rest = line;
    else this.#emit(line);
  }

  get #knowsMails(): boolean {
    return this.#mails + this.#attributions > 0;
  }

  #opensHead(line: Line, fresh: boolean): boolean {
    if (!(fresh ? mayBeHead(line.text) : opensHead(line.text))) return false;
    const head = new Head();
    if (!head.add(line.text)) return false;
    this.#releaseRest();
    this.#head = head;
    this.#hold(line, 'head');
    return true;
  }

  #inHead(line: Line): void {
    if (isBlank(line) && this.#head.isHead) {
      this.#closeHead();
      this.#opening.tally.count(line.text.length + 1, 0);
    } else if (!isBlank(line) && this.#size < MOST_HELD && this.#head.add(line.text)) this.#hold(line, 'head');
    else {
      if (this.#head.isHead) this.#closeHead();
      else this.#release();
      this.#inText(line);
    }
  }

  #closeHead(): void {
    if (this.#begins) this.#beganWithOne = true;
    this.#begins = false;
    this.#mails++;
    if (this.#head.isCertain) this.#certain++;
    this.#leaveOut(1);
    this.#fresh = true;
  }

  /** Below what may say whose a quote is, in one line or two. */
  #belowAttribution(line: Line): void {
    const said = this.#held.map(({ text }) => text).join(' ');
    if (isAttribution(said)) {
      if (isBlank(line) && !this.#held.some(isBlank)) return this.#hold(line, 'attribution');
      if (isQuoted(line.text)) {
        this.#attributions++;
        this.#leaveOut(1);
      }
    } else if (this.#held.length === 1 && isAttribution(`${said} ${line.text}`)) return this.#hold(line, 'attribution');
    this.#release();
    this.#inText(line);
  }

  #inSignature(line: Line): void {
    const fresh = this.#held.at(-1)?.text.trim() === '';
    if (opensHead(line.text) || mayAttribute(line) || (fresh && new Head().add(line.text))) {
      this.#leaveOut(1);
      this.#fresh = fresh;
      this.#inText(line);
    } else if (this.#held.length > LONGEST_SIGNATURE) {
      // nobody signs at such length: it is text after all
      this.#release();
      this.#inText(line);
    } else this.#hold(line, 'signature');
  }

  #leaveOutQuoted(line: Line): void {
    const rest = this.#rest;
    this.#rest = undefined;
    if (rest) this.#opening.tally.count(rest.text.length + 1, 0);
    if (this.#quoted === undefined) this.#opening.tally.note(line.text.length + 1, line.text, '');
    else this.#opening.tally.count(line.text.length + 1, 0);
    this.#quoted = line.text;
  }

  #emit(line: Line): void {
    this.#releaseRest();
    if (!isBlank(line)) this.#begins = false;
    this.#opening.emit(line);
  }

  #releaseRest(): void {
    const rest = this.#rest;
    this.#quoted = undefined;
    this.#rest = undefined;
    if (rest) this.#opening.emit(rest);
  }

  #hold(line: Line, state: 'head' | 'attribution' | 'signature'): void {
    this.#state = state;
    this.#held.push(line);
    this.#size += line.text.length + 1;
  }

  #taken(): readonly Line[] {
    const held = this.#held;
    this.#held = [];
    this.#size = 0;
    this.#state = 'text';
    return held;
  }

  #release(): void {
    for (const line of this.#taken()) {
      this.#emit(line);
      this.#fresh = isBlank(line);
    }
  }

  #leaveOut(places: number): void {
    this.#releaseRest();
    const held = this.#taken();
    const characters = held.reduce((sum, { text }) => sum + text.length + 1, 0);
    const told = held.filter((line) => !isBlank(line)).map(({ text }) => text);
    this.#opening.tally.note(characters, told.slice(0, 3).join('⏎'), '', places);
  }

  gap(): void {
    this.#releaseRest();
    this.#release();
    this.#fresh = true;
  }

  end(): void {
    this.#releaseRest();
    if (this.#state === 'signature' || (this.#state === 'head' && this.#head.isHead)) this.#leaveOut(1);
    else this.#release();
  }

  found() {
    if (!this.#knowsMails) return undefined;
    return {
      sure: this.#certain >= LEAST || this.#attributions >= LEAST || (this.#beganWithOne && this.#certain > 0),
      counts: { mails: Math.max(this.#mails, this.#attributions) },
    };
  }
}

/** Leaves out the heads of mails, what they quote of others, and what they are signed with. */
export const mail: Step = {
  name: 'mail',
  leads: 'where sure',
  fits: (kind) => kind !== 'subtitles',
  open: (opening) => new Mails(opening),
};
