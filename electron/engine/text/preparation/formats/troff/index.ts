import { isBlank, lineOf, type Line } from '../../line.ts';
import type { Opening, Stage, Step } from '../../step.ts';
import { argumentsOf } from './arguments.ts';
import { STRINGS, withoutComment, withoutEscapes } from './escapes.ts';
import { isMacro, printed } from './mdoc.ts';
import {
  APART,
  BEGINS,
  BREAKS,
  CAPITALS,
  FILLED,
  FONTS,
  HEADINGS,
  LOOKS,
  MDOC,
  NAMES_END,
  OF_MAN,
  PARAGRAPHS,
  SILENT,
  TAGGED,
  UNFILLED,
} from './requests.ts';

const REQUEST =
  /^(?:\.[ \t]*([A-Za-z%][A-Za-z0-9]{0,3}|[12]C|HLINE|defcolor|pdf[A-Za-z]{2,12})|'(br|sp|in|ti|ne|nh|hy|ad|na|fi|nf|so|ds|TH))(?=[ \t\\]|$)(.*)$/;
const COMMENT = /^[.'][ \t]*(?:\\["#].*|\\?[{}].*)?$/;
const MOST_APART = 400;
const MOST_STRINGS = 1_000;
/** A tag that is only a sign or a number stands before its paragraph. */
const SIGN = /^(?:[^\p{L}\p{N}]{1,2}|\(?[\p{L}\p{N}]{1,3}[.)])$/u;
const LONGEST = 1 << 16;

class Troff implements Stage {
  readonly #opening: Opening;
  #begun = false;
  /** what is filled, and of how many lines */
  #paragraph = '';
  #lines = 0;
  #isFilled = true;
  #next: 'heading' | 'tag' | undefined;
  #apart: string | undefined;
  #inApart = 0;
  #name = '';
  #wasBlank = true;
  #headings = 0;
  #requests = 0;
  readonly #kinds = new Set<string>();
  readonly #strings = new Map(Object.entries(STRINGS));

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    const { text } = line;
    const first = text.charCodeAt(0);
    const mayBeRequest = first === 46 || first === 39;
    if (!this.#begun && !mayBeRequest) return this.#opening.emit(line);
    const request = mayBeRequest ? REQUEST.exec(text) : null;
    const [, name = request?.[2] ?? '', , rest = ''] = request ?? [];
    if (!this.#begun && !BEGINS.has(name)) {
      if (!COMMENT.test(text) || !text.includes('\\"')) return this.#opening.emit(line);
      return this.#leaveOut(text);
    }
    this.#begun = true;
    if (!line.ended) {
      this.#flush();
      return this.#opening.emit(line);
    }
    if (this.#apart) return this.#goOn(this.#apart, text);
    if (request) this.#take(name, this.#wordsOf(rest), text);
    else if (mayBeRequest && COMMENT.test(text)) this.#leaveOut(text);
    else if (isBlank(line)) this.#part();
    else this.#say(withoutEscapes(text, this.#strings), text);
  }

  #goOn(apart: string, text: string): void {
    const ends = /^[.']/.test(text) && this.#wordsOf(text.slice(1))[0] === apart;
    if (ends || ++this.#inApart > MOST_APART) this.#apart = undefined;
    this.#opening.tally.count(text.length + 1, 0);
  }

  #wordsOf(rest: string): string[] {
    return argumentsOf(withoutComment(rest)).map((word) => withoutEscapes(word, this.#strings));
  }

  /** What a page calls by a name of its own. */
  #define([name = '', ...words]: readonly string[]): void {
    if (this.#strings.size < MOST_STRINGS || this.#strings.has(name)) this.#strings.set(name, words.join(' '));
  }

  #take(name: string, words: readonly string[], text: string): void {
    this.#requests++;
    this.#kinds.add(name);
    this.#opening.tally.note(text.length + 1, text, '');
    if (HEADINGS.has(name)) this.#head(words);
    else if (PARAGRAPHS.has(name)) this.#part();
    else if (name === 'ds') this.#define(words);
    else if (TAGGED.has(name)) this.#tag(name, words);
    else if (BREAKS.has(name) || UNFILLED.has(name) || FILLED.has(name)) this.#break(name, words);
    else if (APART.has(name)) this.#begin(name, words);
    else if (FONTS.has(name)) {
      if (words.length > 0) this.#say(words.join(/^(?:[BIRS]|SM|CW)$/.test(name) ? ' ' : ''), text);
    } else if (MDOC.test(name) && !SILENT.has(name)) this.#saysOf(name, words, text);
    else if (CAPITALS.test(name) && !SILENT.has(name) && !LOOKS.has(name) && words.length > 0)
      this.#say(OF_MAN.get(name)?.(words) ?? words.join(' '), text);
  }

  #begin(name: string, words: readonly string[]): void {
    this.#flush();
    this.#apart = words[NAMES_END.get(name) ?? words.length] ?? APART.get(name);
    this.#inApart = 0;
  }

  #saysOf(name: string, words: readonly string[], text: string): void {
    if (name === 'Nm' && this.#name === '') this.#name = words[0] ?? '';
    if (name === 'Nd') return this.#say(`– ${words.join(' ')}`, text);
    this.#say(printed(isMacro(name) ? [name, ...words] : words, this.#name), text);
  }

  #head(words: readonly string[]): void {
    this.#headings++;
    this.#part();
    this.#isFilled = true;
    // some say how deep they are, and what they are called in the next line
    if (words.length > 0 && !/^\d+$/.test(words[0])) this.#write(words.join(' '));
    else this.#next = 'heading';
  }

  #tag(name: string, words: readonly string[]): void {
    this.#part();
    if (name === 'TP' || name === 'TQ') this.#next = 'tag';
    else if (name === 'IP' && words[0]) this.#say(words[0], '', 'tag');
    else if (name === 'It' && words.length > 0) this.#say(printed(words, this.#name), '', 'tag');
  }

  #break(name: string, words: readonly string[]): void {
    if ((name === 'Bd' || name === 'Bl') && !words.includes('-compact')) this.#part();
    else this.#flush();
    if (UNFILLED.has(name) || (name === 'Bd' && /^-(?:literal|unfilled)$/.test(words[0] ?? ''))) this.#isFilled = false;
    else if (FILLED.has(name)) this.#isFilled = true;
  }

  #say(said: string, text: string, as = this.#next): void {
    this.#next = undefined;
    if (text !== '' && said !== text) this.#opening.tally.note(Math.max(1, text.length - said.length), text, said);
    if (said.trim() === '') return;
    if (as === 'heading' || (as === 'tag' && !SIGN.test(said.trim()))) return this.#write(said.trim());
    if (!this.#isFilled) return this.#write(said.trimEnd());
    const close = this.#paragraph === '' || /^[.,:;)\]?!](?:\s|$)/.test(said);
    if (this.#lines > 0) this.#opening.tally.count(1, 1);
    this.#paragraph += (close ? '' : ' ') + said.trim();
    this.#lines++;
    if (this.#paragraph.length > LONGEST) this.#flush();
  }

  #write(text: string): void {
    this.#wasBlank = text === '';
    this.#opening.emit(lineOf(text, true));
  }

  #flush(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = '';
    this.#lines = 0;
    if (paragraph !== '') this.#write(paragraph);
  }

  /** Ends a paragraph. */
  #part(): void {
    this.#flush();
    if (!this.#wasBlank) this.#write('');
  }

  #leaveOut(text: string): void {
    this.#opening.tally.note(text.length + 1, text, '');
  }

  gap(): void {
    this.#flush();
    this.#apart = undefined;
    this.#next = undefined;
    this.#isFilled = true;
  }

  end(): void {
    this.#flush();
  }

  found() {
    if (this.#headings === 0) return undefined;
    return { sure: this.#kinds.size >= 3 && this.#requests >= 4 };
  }
}

/** Reads manual pages and other texts for troff as they are printed: without requests and comments, paragraphs filled. */
export const troff: Step = { name: 'troff', leads: 'where sure', open: (opening) => new Troff(opening) };
