import { ENTITY, entityMeaning } from '../../html-entities.ts';

/** Tags, positions and karaoke times: `<i>`, `<c.yellow>`, `<00:01:02.000>`, `{\an8}`. */
const MARKS = /<\/?[a-z][^<>\n]{0,200}>|<\d[\d:.]{2,20}>|\{\\[^{}\n]{1,200}\}/gi;
const ENDS = /[.!?…。！？"”’»)\]♪:;-]\s*$/;
/** A dash, a voice (`<v Anna>`, `Anna Berg:`, `>>`): somebody begins to speak. */
const SPEAKER = /^\s*(?:[-–—♪[(]|>>|(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’]{0,20} ?){1,3}:\s\S)/u;
const VOICE = /^\s*<v[ .]/i;
/** Captions without punctuation have no ends: a line is then as long as a paragraph of dialogue. */
const LONGEST = 400;

/** Whether what follows goes on with the sentence, in the same cue or in the next. */
function goesOn(before: string, next: string, sameCue: boolean): boolean {
  if (SPEAKER.test(next) || before.length > LONGEST) return false;
  return sameCue || !ENDS.test(before) || (/(\.\.\.|…)\s*$/.test(before) && /^\p{Ll}/u.test(next));
}

/** What is said in subtitles, put together of the lines of their cues: a line a sentence. */
export class Speech {
  #held = '';
  #ready = '';
  #lastLine = '';
  #sameCue = false;
  cues = 0;

  get isEmpty(): boolean {
    return !this.#held;
  }

  /** @param follows whether it may still show what the one before it did */
  beginCue(follows = true): void {
    this.cues++;
    if (!follows) this.#lastLine = '';
    this.#sameCue = false;
  }

  /** A line with the marks of subtitles in it. */
  sayMarked(line: string): void {
    const said = line.replace(MARKS, '').replace(ENTITY, (entity) => entityMeaning(entity) ?? entity);
    this.say(said, VOICE.test(line));
  }

  /** @param isVoice whether somebody begins to speak, by a mark */
  say(line: string, isVoice = false): void {
    const said = line.replace(/\s+/g, ' ').trim();
    // rolling captions show each line twice
    if (!said || said === this.#lastLine) return;
    this.#lastLine = said;
    if (this.#held && !isVoice && goesOn(this.#held, said, this.#sameCue)) this.#held += ` ${said}`;
    else {
      if (this.#held) this.#ready += `${this.#held}\n`;
      this.#held = said;
    }
    this.#sameCue = true;
  }

  /** @returns what nothing can be added to any more */
  take(): string {
    const ready = this.#ready;
    this.#ready = '';
    return ready;
  }

  end(): string {
    return `${this.take()}${this.#held}\n`;
  }
}
