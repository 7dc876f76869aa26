import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { linesOf } from '../lines-of.ts';
import { textOf } from '../text-source.ts';
import { Speech } from './speech.ts';
import { clockSeconds, spoken } from './spoken.ts';

/** Fields of a cue, where no line says which they are; the text is the last, and may hold commas. */
const FIELDS = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text'];
const FORMAT = /^Format:(.{1,1000})$/i;
const SECTION = /^\s*\[([^\]]{1,40})\]\s*$/;
/** What braces hold says how the words look; from one sign on it is a drawing, up to the next. */
const OVERRIDE = /\{([^{}]{0,2000})\}/g;
const DRAWS = /\\p([0-9])/;
const LINE_END = /\\N|\\n/g;

/** The words of a cue, without how they look and what is drawn. */
function wordsOf(text: string): string {
  let words = '';
  let at = 0;
  let draws = false;
  for (const found of text.matchAll(OVERRIDE)) {
    if (!draws) words += text.slice(at, found.index);
    at = found.index + found[0].length;
    draws = Number(DRAWS.exec(found[1])?.[1] ?? (draws ? 1 : 0)) > 0;
  }
  return draws ? words : words + text.slice(at);
}

/** Takes the cues of a script line by line. */
class Script {
  readonly speech = new Speech();
  #fields = FIELDS;
  #isEvents = false;

  take(line: string): void {
    const section = SECTION.exec(line)?.[1];
    if (section !== undefined) this.#isEvents = /^events$/i.test(section.trim());
    else if (this.#isEvents) this.#event(line);
  }

  #event(line: string): void {
    const format = FORMAT.exec(line)?.[1];
    if (format !== undefined) {
      const fields = format.split(',').map((field) => field.trim().toLowerCase());
      if (fields.at(-1) === 'text') this.#fields = fields;
    } else if (line.startsWith('Dialogue:')) this.#cue(line.slice('Dialogue:'.length));
    else if (line.startsWith('Comment:') && this.#textOf(line).trim()) this.speech.omissions.add('comments');
  }

  #cue(line: string): void {
    const parts = line.split(',', this.#fields.length - 1);
    const field = (name: string) => parts[this.#fields.indexOf(name)];
    // syllables that a program wrote of a song, each once more
    if (field('effect')?.trim() === 'fx') return this.speech.omissions.add('shownTwice');
    const words = wordsOf(this.#textOf(line));
    if (!words.trim()) return;
    const [from, to] = ['start', 'end'].map((name) => clockSeconds(field(name) ?? ''));
    this.speech.beginCue(from === undefined || to === undefined ? undefined : { from, to });
    for (const said of words.replaceAll('\\h', ' ').split(LINE_END)) this.speech.say(said);
  }

  #textOf(line: string): string {
    let at = -1;
    for (let field = 1; field < this.#fields.length; field++) {
      at = line.indexOf(',', at + 1);
      if (at < 0) return '';
    }
    return line.slice(at + 1);
  }
}

/** Subtitles of SubStation Alpha and Aegisub (.ssa, .ass): what is said, a line a sentence. */
export function readSubStation(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.subtitles') };
  const text = textOf(source);
  const script = new Script();
  async function* parts(): AsyncGenerator<void> {
    for await (const lines of linesOf(text.chunks, called)) {
      source.watch.work(0, () => lines.forEach((line) => script.take(line)));
      yield;
    }
  }
  return spoken({ text, called, speech: script.speech, format: 'ass' }, parts());
}
