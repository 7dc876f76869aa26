import { isBlank, type Line } from '../line.ts';
import type { Opening, Sink } from '../step.ts';

/** What stands above that which somebody who typed a book says of the copy, alone in its line or with the first words of it. */
const NAMES = [
  "(?:original |e-?text )?transcriber['’]?s?['’]? (?:end-?)?notes?",
  'transcription notes?',
  'anmerkung(?:en)? zur transkription',
  'notes? (?:du|de) (?:transcripteur|transcription)',
  'notas? del transcriptor',
  'notas? (?:do transcritor|de transcriç[ãa]o)',
  'not[ae] (?:del trascrittore|di trascrizione)',
  'opmerkingen van de bewerker',
].join('|');
const HEADING = new RegExp(`^[^\\p{L}]*(?:${NAMES})(?:[^\\p{L}]*$|\\s?(?:[:.]|-{1,2}|[—–])\\s*\\S)`, 'iu');
/** The same, where no other line need say that it is one. */
const ERRATA =
  /^[^\p{L}]*(?:errata,? \(?(?:as )?noted by (?:the )?(?:e-?text )?transcriber|(?:typographical )?errors corrected (?:by the (?:e-?text )?transcriber|in (?:the|this) e-?text))\b/iu;
/** Words to the reader, which an author may have written as well. */
const TO_READER = /^[^\p{L}]*(?:note )?au lecteur[^\p{L}]*$/iu;
const OF_COPY_TO_READER =
  /version (?:électronique|numérique)|transcri|coquilles|livre électronique|dans l['’]original est|clairement introduites par le typographe/iu;
/** How they begin: a quick look, two letters. */
const BEGINNINGS = new Set(['tr', 'ty', 'or', 'e-', 'et', 'er', 'no', 'an', 'op', 'au']);
const LONGEST = 600;
const isLetter = (unit: number) => ((unit | 32) >= 97 && (unit | 32) <= 122) || unit >= 0xc0;

function mayOpen(text: string): boolean {
  if (text.length > LONGEST) return false;
  for (let at = 0; at < text.length; at++)
    if (isLetter(text.charCodeAt(at))) return BEGINNINGS.has(text.slice(at, at + 2).toLowerCase());
  return false;
}

/** A novel may have a chapter of that name, but it speaks of no copy. */
const OF_COPY =
  /\be-?(?:text|book)s?\b|typograph|typesett|typo(?:s|\b)|misprint|printer|spelling|hyphen|punctuation|italic|underscore|html|page images|scann|plain text|inconsisten|originalgetreu|buchausgabe|schriftschnitt|rechtschreib|interpunktion|gesperrt|fraktur|coquille|orthographe?|ponctuation|impression|ortograf|tipogr|impre(?:nta|sión)|corsiv|cursiv|refus[oi]|punteggiatura|grafia|spelfout|drukfout|zetfout|spelling|interpunctie/iu;
/** What such notes are boxed by, and parted from the text with. */
const RULE = /^\s*(?:[-=#*_~+]\s{0,9}){5,}$/;
const OF_RULES = '-=#*_~+ ';
/** Lines of the text after which a note no longer stands before it. */
const BEFORE = 60;
/** Blank lines that part a note before the text, and one behind it, from what follows. */
const GAP_BEFORE = 2;
const GAP_BEHIND = 3;
const MOST_LINES = 400;
const MOST_LINES_BEFORE = 150;
const MOST_BLANKS = 4;

/** Leaves out what those who typed a book say of their copy, before the text or behind it. */
export class CopyNotes {
  readonly #opening: Opening;
  readonly #emit: Sink;
  /** a rule and blank lines, until it is seen whether a note stands below; then the note as well */
  #held: Line[] = [];
  #inNote = false;
  #isBoxed = false;
  #proof = OF_COPY;
  #isProven = false;
  #isBefore = false;
  /** lines of the note beside its heading, and blank ones behind the last of them */
  #said = 0;
  #blanks = 0;
  /** lines of the text so far; blank lines behind a note go with it */
  #texts = 0;
  #afterNote = false;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#emit = opening.emit;
  }

  get isOpen(): boolean {
    return this.#inNote;
  }

  readonly take = (line: Line): void => {
    if (this.#inNote) return this.#goOn(line);
    if (isBlank(line)) {
      if (this.#afterNote) return this.#opening.tally.count(line.text.length + 1, 0);
      if (this.#held.length === 0 || this.#held.length > MOST_BLANKS) return this.#pass(line);
      this.#held.push(line);
      return;
    }
    this.#afterNote = false;
    if (mayOpen(line.text) && [HEADING, ERRATA, TO_READER].some((heading) => heading.test(line.text))) this.#open(line);
    else if (OF_RULES.includes(line.text[0]) && RULE.test(line.text)) {
      this.#release();
      this.#held = [line];
    } else this.#pass(line);
  };

  #pass(line: Line): void {
    if (this.#held.length > 0) this.#release();
    if (!isBlank(line)) this.#texts++;
    this.#emit(line);
  }

  #open(line: Line): void {
    this.#isBoxed = this.#held.length > 0;
    this.#inNote = true;
    this.#proof = TO_READER.test(line.text) ? OF_COPY_TO_READER : OF_COPY;
    this.#isProven = ERRATA.test(line.text) || this.#proof.test(line.text);
    this.#isBefore = this.#texts < BEFORE;
    this.#said = 0;
    this.#blanks = 0;
    this.#held.push(line);
  }

  #goOn(line: Line): void {
    this.#held.push(line);
    if (isBlank(line)) {
      this.#blanks++;
      const gap = this.#isBefore ? GAP_BEFORE : GAP_BEHIND;
      if (!this.#isBoxed && this.#blanks >= gap && this.#said > 0) this.#close();
      return;
    }
    this.#blanks = 0;
    if (RULE.test(line.text)) {
      if (this.#said > 0) this.#close();
      return;
    }
    this.#said++;
    this.#isProven ||= this.#proof.test(line.text);
    if (this.#held.length > (this.#isBefore ? MOST_LINES_BEFORE : MOST_LINES)) this.#keep();
  }

  #close(): void {
    if (!this.#isProven) return this.#keep();
    const ink = this.#held.filter((line) => !isBlank(line));
    const characters = this.#held.reduce((sum, { text }) => sum + text.length + 1, 0);
    this.#opening.tally.note(characters, ink.map(({ text }) => text.trim()).join(' '), '');
    this.#held = [];
    this.#inNote = false;
    this.#afterNote = true;
  }

  /** It is text after all. */
  #keep(): void {
    this.#inNote = false;
    this.#release();
  }

  #release(): void {
    const held = this.#held;
    this.#held = [];
    for (const line of held) {
      if (!isBlank(line)) this.#texts++;
      this.#emit(line);
    }
  }

  end(): void {
    // a note that nothing parts from the text below it may have taken that as well
    if (this.#inNote && !this.#isBefore) this.#close();
    else this.#keep();
  }
}
