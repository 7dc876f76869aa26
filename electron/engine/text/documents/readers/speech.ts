import { withoutEntities } from '../../html-entities.ts';
import { Omissions } from '../omissions.ts';
import { areOfTwoScripts, between, captionsIn, type Captions } from './captions.ts';
import { rollingIn, shownBefore, type Cue, type Rolling } from './rolling.ts';

/** Tags, positions and karaoke times: `<i>`, `<c.yellow>`, `<00:01:02.000>`, `{\an8}`. */
const MARKS = /<\/?[a-z][^<>\n]{0,200}>|<\d[\d:.]{2,20}>|\{\\[^{}\n]{1,200}\}/gi;
const ENDS = /[.!?…。！？"”’»)\]）］】」』♪:;-]\s*$/;
/** A dash, a voice (`<v Anna>`, `Anna Berg:`, `>>`): somebody begins to speak. */
const SPEAKER = /^\s*(?:[-–—♪[(（［【]|>>|(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’]{0,20} ?){1,3}:\s\S)/u;
/** Who speaks in WebVTT, behind how that looks: `<v.loud Ada>`. */
const VOICE = /^\s*<v(?:\.[^\s<>]{1,100})?[ \t]([^<>\n]{1,100})>/i;
const VOICES = /(?=<v(?:\.[^\s<>]{1,100})?[ \t][^<>\n]{1,100}>)/i;
/** How a word is read, above it. */
const READING = /<rt>[^<>\n]{0,200}(?:<\/rt>)?/gi;
/** Captions without punctuation have no ends: a line is then as long as a paragraph of dialogue. */
const LONGEST = 400;

/** Whether what follows goes on with the sentence, in the same cue or in the next. */
function goesOn(before: string, next: string, sameCue: boolean, captions: Captions): boolean {
  if (SPEAKER.test(next) || before.length > LONGEST) return false;
  if (captions.twoScripts && areOfTwoScripts(before, next)) return false;
  if (captions.unmarked && !sameCue) return false;
  return sameCue || !ENDS.test(before) || (/(\.\.\.|…)\s*$/.test(before) && /^\p{Ll}/u.test(next));
}

/** Lines of a cue that are held, at most: a file that names no further cue is read all the same. */
const MOST_LINES = 1_000;

/** Cues by which it is told whether lines roll. */
const FIRST = 64;

interface Said {
  line: string;
  /** somebody begins to speak, by a mark */
  isVoice: boolean;
}
interface SaidCue extends Cue {
  readonly said: Said[];
  readonly lines: string[];
}

/** What is said in subtitles, put together of the lines of their cues: a line a sentence, each once however long it is shown. */
export class Speech {
  readonly omissions = new Omissions();
  #held = '';
  #ready = '';
  #sameCue = false;
  #cue: SaidCue | undefined;
  /** the first ones, as long as nothing is known of how they come */
  #first: SaidCue[] = [];
  #rolling: Rolling | undefined;
  #captions: Captions = { twoScripts: false, unmarked: false };
  #last: Cue | undefined;
  /** who spoke last by a mark, and whether somebody does so in this cue */
  #voice: string | undefined;
  #isVoiced = false;
  isEmpty = true;
  cues = 0;

  /** @param times when the cue is shown, seconds */
  beginCue(times?: { from: number; to: number }): void {
    this.#finish();
    this.cues++;
    this.#isVoiced = false;
    this.#cue = { ...times, said: [], lines: [] };
  }

  /** A line with the marks of subtitles in it. */
  sayMarked(line: string): void {
    for (const part of line.split(VOICES)) {
      const said = this.#plain(part);
      const voice = this.#plain(VOICE.exec(part)?.[1] ?? '')
        .replace(/[\s:]+/g, ' ')
        .trim();
      if (voice) this.#isVoiced = true;
      else if (!this.#isVoiced) this.#voice = undefined;
      // who goes on speaking is named once
      const begins = voice !== '' && voice !== this.#voice && said.trim() !== '';
      if (begins) this.#voice = voice;
      this.say(begins ? `${voice}: ${said.trimStart()}` : said, begins);
    }
  }

  #plain(line: string): string {
    const read = line.includes('<rt>') ? line.replace(READING, () => this.#leaveOutReading()) : line;
    return withoutEntities(read.replace(MARKS, ''));
  }

  #leaveOutReading(): string {
    this.omissions.add('readings');
    return '';
  }

  /** @param isVoice whether somebody begins to speak, by a mark */
  say(line: string, isVoice = false): void {
    const said = line.replace(/\s+/g, ' ').trim();
    if (!said) return;
    this.isEmpty = false;
    if (this.#cue && this.#cue.said.length >= MOST_LINES) this.#finish();
    this.#cue ??= { said: [], lines: [] };
    this.#cue.said.push({ line: said, isVoice });
    this.#cue.lines.push(said);
  }

  /** @returns what nothing can be added to any more */
  take(): string {
    const ready = this.#ready;
    this.#ready = '';
    return ready;
  }

  end(): string {
    this.#finish();
    this.#decide();
    return `${this.take()}${this.#held}\n`;
  }

  #finish(): void {
    const cue = this.#cue;
    this.#cue = undefined;
    if (!cue || cue.said.length === 0) return;
    if (this.#rolling) return this.#tell(cue, this.#rolling);
    this.#first.push(cue);
    if (this.#first.length >= FIRST) this.#decide();
  }

  #decide(): void {
    const rolling = (this.#rolling ??= rollingIn(this.#first));
    if (this.#first.length > 0) this.#captions = captionsIn(this.#first);
    for (const cue of this.#first.splice(0)) this.#tell(cue, rolling);
  }

  #tell(cue: SaidCue, rolling: Rolling): void {
    const shown = shownBefore(this.#last, cue, rolling);
    this.#last = cue;
    this.#sameCue = false;
    if (!shown) return cue.said.forEach((said) => this.#put(said));
    const { line } = cue.said[shown.lines - 1];
    const grown = line.slice(shown.length).trim();
    this.omissions.add('shownTwice', grown ? shown.lines - 1 : shown.lines);
    if (grown) {
      this.#sameCue = true;
      this.#put({ line: grown, isVoice: false });
    }
    for (const said of cue.said.slice(shown.lines)) this.#put(said);
  }

  #put({ line, isVoice }: Said): void {
    if (this.#held && !isVoice && goesOn(this.#held, line, this.#sameCue, this.#captions))
      this.#held += `${this.#sameCue && this.#captions.unmarked ? ' ' : between(this.#held, line)}${line}`;
    else {
      if (this.#held) this.#ready += `${this.#held}\n`;
      this.#held = line;
    }
    this.#sameCue = true;
  }
}
