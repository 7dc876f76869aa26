import { isBlank, rewritten, type Line } from '../../line.ts';
import type { Opening, Stage, Step } from '../../step.ts';
import { argumentsOf } from './arguments.ts';
import { Branches } from './branches.ts';
import { Filling } from './filling.ts';
import { withoutComment, withoutEscapes } from './escapes.ts';
import { isMacro, printed } from './mdoc.ts';
import {
  APART,
  BEGINS,
  BREAKS,
  CAPITALS,
  CONDITIONS,
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
import { Strings } from './strings.ts';

const REQUEST =
  /^(?:\.[ \t]*([A-Za-z%][A-Za-z0-9]{0,3}|[12]C|HLINE|defcolor|pdf[A-Za-z]{2,12})|'(br|sp|in|ti|ne|nh|hy|ad|na|fi|nf|so|ds|TH))(?=[ \t\\]|$)(.*)$/;
const COMMENT = /^[.'][ \t]*(?:\\["#].*|\\?[{}].*)?$/;
const MOST_APART = 400;
const DEEPEST = 8;
const MOST_REGISTERS = 1_000;

class Troff implements Stage {
  readonly #opening: Opening;
  #begun = false;
  readonly #filling: Filling;
  #apart: string | undefined;
  #inApart = 0;
  #name = '';
  #headings = 0;
  #requests = 0;
  readonly #kinds = new Set<string>();
  readonly #branches = new Branches();
  /** conditions behind one another in one line */
  #depth = 0;
  readonly #registers = new Map<string, number>();
  /** of a link, until something is said of it */
  #address = '';
  readonly #strings = new Strings();

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#filling = new Filling(opening);
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
    if (this.#depth === 0) this.#strings.read(text.length);
    if (!line.ended) {
      this.#filling.flush();
      return this.#opening.emit(line);
    }
    if (this.#apart) return this.#goOn(this.#apart, text);
    if (this.#branches.skips(text)) return this.#opening.tally.count(text.length + 1, 0);
    if (request && CONDITIONS.has(name)) this.#choose(name, withoutComment(rest), line);
    else if (request) this.#take(name, this.#wordsOf(rest), text);
    else if (mayBeRequest && COMMENT.test(text)) this.#leaveOut(text);
    else if (isBlank(line)) this.#filling.part();
    else this.#say(withoutEscapes(text, this.#strings), text);
  }

  #goOn(apart: string, text: string): void {
    const ends = /^[.']/.test(text) && this.#wordsOf(text.slice(1))[0] === apart;
    if (ends || ++this.#inApart > MOST_APART) this.#apart = undefined;
    this.#opening.tally.count(text.length + 1, 0);
  }

  /** What stands behind a condition is read as a line of its own, or not at all. */
  #choose(name: string, rest: string, line: Line): void {
    this.#kinds.add(name);
    this.#requests++;
    const said = this.#branches.choose(name, rest, { strings: this.#strings, registers: this.#registers });
    if (said === undefined || this.#depth >= DEEPEST) return this.#leaveOut(line.text);
    this.#depth++;
    this.line(rewritten(line, said));
    this.#depth--;
  }

  #wordsOf(rest: string): string[] {
    return argumentsOf(withoutComment(rest)).map((word) => withoutEscapes(word, this.#strings));
  }

  #number([name = '', value = '']: readonly string[]): void {
    if (/^\d{1,6}$/.test(value) && (this.#registers.size < MOST_REGISTERS || this.#registers.has(name)))
      this.#registers.set(name, Number(value));
  }

  /** A link without words of its own is read as its address; a mark behind it stands close. */
  #endLink([mark = '']: readonly string[]): void {
    const address = this.#address;
    if (address !== '') this.#say(address, '');
    if (mark !== '') this.#say(mark, '');
    this.#address = '';
  }

  #take(name: string, words: readonly string[], text: string): void {
    this.#requests++;
    this.#kinds.add(name);
    this.#opening.tally.note(text.length + 1, text, '');
    if (HEADINGS.has(name)) this.#head(words);
    else if (PARAGRAPHS.has(name)) this.#filling.part();
    else if (name === 'ds') this.#strings.define(words[0] ?? '', words.slice(1).join(' '));
    else if (name === 'nr') this.#number(words);
    else if (name === 'UR' || name === 'MT') this.#address = words[0] ?? '';
    else if (name === 'UE' || name === 'ME') this.#endLink(words);
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
    this.#filling.flush();
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
    this.#filling.part();
    this.#filling.isFilled = true;
    // some say how deep they are, and what they are called in the next line
    if (words.length > 0 && !/^\d+$/.test(words[0])) this.#filling.write(words.join(' '));
    else this.#filling.next = 'heading';
  }

  #tag(name: string, words: readonly string[]): void {
    this.#filling.part();
    if (name === 'TP' || name === 'TQ') this.#filling.next = 'tag';
    else if (name === 'IP' && words[0]) this.#say(words[0], '', 'tag');
    else if (name === 'It' && words.length > 0) this.#say(printed(words, this.#name), '', 'tag');
  }

  #break(name: string, words: readonly string[]): void {
    if ((name === 'Bd' || name === 'Bl') && !words.includes('-compact')) this.#filling.part();
    else this.#filling.flush();
    if (UNFILLED.has(name) || (name === 'Bd' && /^-(?:literal|unfilled)$/.test(words[0] ?? '')))
      this.#filling.isFilled = false;
    else if (FILLED.has(name)) this.#filling.isFilled = true;
  }

  #say(said: string, text: string, as = this.#filling.next): void {
    this.#address = '';
    if (text !== '' && said !== text) this.#opening.tally.note(Math.max(1, text.length - said.length), text, said);
    this.#filling.say(said, as);
  }

  #leaveOut(text: string): void {
    this.#opening.tally.note(text.length + 1, text, '');
  }

  gap(): void {
    this.#filling.flush();
    this.#apart = undefined;
    this.#branches.end();
    this.#filling.next = undefined;
    this.#filling.isFilled = true;
  }

  end(): void {
    this.#filling.flush();
  }

  found() {
    if (this.#headings === 0) return undefined;
    return { sure: this.#kinds.size >= 3 && this.#requests >= 4 };
  }
}

/** Reads manual pages and other texts for troff as they are printed: without requests and comments, paragraphs filled. */
export const troff: Step = { name: 'troff', leads: 'where sure', open: (opening) => new Troff(opening) };
