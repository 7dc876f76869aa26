import { isBlank, rewritten, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import type { Opening, Stage, Step } from './step.ts';

const TIME = '(?:\\d{1,3}:)?\\d{1,2}:\\d{1,2}[.,]\\d{1,3}';
/** With hours, as SubViewer has them: without, verses of a Bible look alike. */
const LONG_TIME = '\\d{1,2}:\\d{2}:\\d{2}[.,]\\d{1,3}';
/** Lines that say nothing but when: of SubRip, WebVTT, SubViewer. */
const WHEN = new RegExp(
  `^\\s*(?:${TIME}\\s*-->\\s*${TIME}|${LONG_TIME}\\s*,\\s*${LONG_TIME})(?:\\s+[^\\s:]+:\\S+)*\\s*$`,
);
/** The same of a transcript: hours, if any, minutes and seconds. */
const BARE = /^\s*(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\s*$/;
/** The same before what is said: of lyrics, of Whisper, of MicroDVD. */
const STAMPED = new RegExp(
  `^\\s*(?:\\[\\d{1,3}:\\d{2}(?:\\.\\d{1,3})?\\]\\s*)+|^\\s*\\[${TIME} --> ${TIME}\\]\\s*|^\\{\\d+\\}\\{\\d+\\}`,
);
/** With hours, as the logs of programs have them, too. */
const TIMED = /^\s*\[(\d{1,2}):(\d{2}):(\d{2})(?:\.\d{1,3})?\]\s*(?=\S)/;
const DIALOGUE = /^Dialogue: [^,]*,\d:\d{2}:\d{2}[.]\d{2},\d:\d{2}:\d{2}[.]\d{2},(?:[^,]*,){6}(.*)$/;
const HINT = /\d:\d|^\{\d|^\s*\d{1,6}\s*$/;
const NUMBER = /^\s*\d{1,6}\s*$/;
const HEADER = /^\ufeff?WEBVTT\b/;
/** What stands above lyrics: title, artist and who made them. */
const TAG = /^\s*\[(?:ti|ar|al|au|by|re|ve|la|length|offset|tool|#):[^\]]*\]\s*$/i;
/** What Google Meet writes below a transcript, in which a time stands every few minutes. */
const MEETING =
  /^(?:(?:Meeting|Transcription|Transcript) ended after \d{1,2}:\d{2}:\d{2}.{0,10}|This editable transcript was computer generated\b.{0,200})$/;
const MAY_END = new Set('MT');
/** Of SubStation Alpha, where only dialogue is said. */
const SCRIPT = /^\ufeff?\[Script Info\]\s*$/;
const STYLE = /<\/?(?:[ibuc]|font|v|ruby|rt|lang)(?:[ .][^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}/g;
const LEAST_CUES = 4;
const LEAST_SHARE = 0.15;

/** Without a time before it; MicroDVD ends its lines with a bar. */
function unstamped(text: string): string {
  const said = text.replace(STAMPED, '');
  return said !== text && text.startsWith('{') ? said.replaceAll('|', ' ') : said;
}

class Cues implements Stage {
  readonly #opening: Opening;
  /** blank lines and a number, of which only the next line says whether they belong to a cue */
  #held: Line[] = [];
  #lines = 0;
  #cues = 0;
  /** cues of a transcript, of which any list of hours is full: the last one's seconds, whether they run on, and from the first minute */
  #bare = 0;
  /** times with hours before what is said */
  #timed = 0;
  #seconds = 0;
  #runs = true;
  #begins = false;
  #isScript = false;
  #isMeeting = false;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    const { text } = line;
    if (isBlank(line)) return this.#blank(line);
    this.#lines++;
    if (this.#lines === 1) this.#isScript = SCRIPT.test(text);
    if (this.#isScript && !DIALOGUE.test(text)) return this.#leaveOut([...this.#takeHeld(), line]);
    if (MAY_END.has(text[0]) && MEETING.test(text)) {
      this.#isMeeting = true;
      return this.#leaveOut([...this.#takeHeld(), line]);
    }
    if (TAG.test(text)) return this.#leaveOut([...this.#takeHeld(), line]);
    if ((line.marks & MARKS.digit) === 0 || !HINT.test(text)) {
      if (this.#lines === 1 && HEADER.test(text)) return this.#leaveOut([line]);
      return this.#said(line, text);
    }
    if (WHEN.test(text) || this.#isBare(text)) {
      this.#cues++;
      this.#leaveOut([...this.#takeHeld(), line]);
    } else if (NUMBER.test(text) && !this.#held.some(({ text: held }) => NUMBER.test(held))) this.#held.push(line);
    else {
      const bare = DIALOGUE.exec(text)?.[1].replace(/\\[Nnh]/g, ' ') ?? this.#untimed(unstamped(text));
      if (bare !== text) this.#cues++;
      this.#said(line, bare);
    }
  }

  /** Whether a line is a time by itself. Those of a film begin with its first minute, and run on. */
  #isBare(text: string): boolean {
    const bare = BARE.exec(text);
    if (!bare) return false;
    this.#runTo(bare);
    this.#bare++;
    return true;
  }

  #runTo([, hours = '0', minutes, seconds]: RegExpExecArray): void {
    const at = 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
    this.#runs &&= at >= this.#seconds;
    if (this.#bare + this.#timed === 0) this.#begins = at < 60;
    this.#seconds = at;
  }

  /** What is said behind a time with hours. */
  #untimed(text: string): string {
    const timed = TIMED.exec(text);
    if (!timed) return text;
    this.#runTo(timed);
    this.#timed++;
    return text.slice(timed[0].length);
  }

  #blank(line: Line): void {
    if (this.#held.length > 8 || this.#held.some(({ text }) => NUMBER.test(text))) this.#flush();
    this.#held.push(line);
  }

  #said(line: Line, text: string): void {
    this.#flush();
    const bare =
      this.#cues > 0 && (line.marks & MARKS.tag) !== 0 && /[<{]/.test(text) ? text.replace(STYLE, '').trim() : text;
    if (bare === line.text) return this.#opening.emit(line);
    this.#opening.tally.note(line.text.length - bare.length, line.text, bare);
    this.#opening.emit(rewritten(line, bare));
  }

  end(): void {
    this.#flush();
  }

  found() {
    if (this.#cues === 0) return undefined;
    const isFull = this.#cues >= LEAST_CUES && this.#cues >= LEAST_SHARE * this.#lines;
    return {
      sure: isFull
        ? (this.#runs && this.#begins && 2 * this.#bare <= this.#lines) ||
          (2 * this.#bare < this.#cues && 2 * this.#timed < this.#cues)
        : this.#isMeeting && this.#runs,
      counts: { cues: this.#cues },
    };
  }

  #flush(): void {
    if (this.#held.length === 0) return;
    for (const line of this.#takeHeld()) this.#opening.emit(line);
  }

  #takeHeld(): Line[] {
    const held = this.#held;
    this.#held = [];
    return held;
  }

  #leaveOut(lines: readonly Line[]): void {
    const characters = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    this.#opening.tally.note(
      characters,
      lines
        .map(({ text }) => text)
        .filter(Boolean)
        .join('⏎'),
      '',
    );
  }
}

/** Leaves out when subtitles and lyrics are shown, their numbers and their colours. */
export const cues: Step = {
  name: 'cues',
  leads: 'where sure',
  // their own readers have left that out already
  fits: (kind) => kind !== 'subtitles',
  open: (opening) => new Cues(opening),
};
