import { Beginnings } from '../beginnings.ts';
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
const HEADING = new RegExp(`^[^\\p{L}[]*(?:${NAMES})(?:[^\\p{L}]*$|\\s?(?:[:.]|-{1,2}|[—–])\\s*\\S)`, 'iu');
/** The same, where no other line need say that it is one. */
const ERRATA =
  /^[^\p{L}]*(?:errata,? \(?(?:as )?noted by (?:the )?(?:e-?text )?transcriber|(?:typographical )?errors corrected (?:by the (?:e-?text )?transcriber|in (?:the|this) e-?text))\b/iu;
/** What somebody says of a file above a text: how it is to be opened. */
const CODE = String.raw`(?:utf-?8|unicode|latin-?1|ascii|iso[- ]?8859)\b`;
const OF_FILE = new RegExp(
  String.raw`^[^\p{L}]*this (?:e-?text|text|file|e-?book) (?:uses|requires|(?:is|was) (?:encoded|saved|prepared|provided|available)|(?:includes|contains) [^.]{0,40}?characters|comes in) (?:(?!\bfor\b)[^.]){0,60}?\b${CODE}`,
  'iu',
);
/** Lines of a text above which such words stand. */
const ABOVE = 12;
/** Words to the reader, which an author may have written as well. */
const TO_READER = /^[^\p{L}]*(?:note )?au lecteur[^\p{L}]*$/iu;
const OF_COPY_TO_READER =
  /version (?:électronique|numérique)|transcri|coquilles|livre électronique|dans l['’]original est|clairement introduites par le typographe/iu;
/** What the first volunteers called what they say of an electronic text above it, as an author calls what he says of the book. */
const INTRODUCTION = /^[^\p{L}]*(?:introduction|preface|foreword)(?:\s+\([^)]{1,30}\))?[^\p{L}]*$/iu;
const OF_ETEXT = /\be-?texts?\b|\bProject Gutenberg\b/i;
/** How they begin: a quick look. */
const BEGINNINGS = new Beginnings(['tra', 'typ', 'ori', 'e_t', 'ete', 'err', 'not', 'anm', 'opm', 'au_']);
const LONGEST = 600;
const isLetter = (unit: number) => ((unit | 32) >= 97 && (unit | 32) <= 122) || unit >= 0xc0;

function mayOpen(text: string): boolean {
  if (text.length > LONGEST) return false;
  for (let at = 0; at < text.length; at++) if (isLetter(text.charCodeAt(at))) return BEGINNINGS.has(text, at);
  return false;
}

/** A novel may have a chapter of that name, but it speaks of no copy. */
const OF_COPY =
  /\be-?(?:text|book)s?\b|typograph|typesett|typo(?:s|\b)|misprint|printer|spelling|hyphen|punctuation|italic|underscore|html|page images|scann|plain text|inconsisten|originalgetreu|buchausgabe|schriftschnitt|rechtschreib|interpunktion|gesperrt|fraktur|coquille|orthographe?|ponctuation|impression|ortograf|tipogr|impre(?:nta|sión)|corsiv|cursiv|refus[oi]|punteggiatura|grafia|spelfout|drukfout|zetfout|interpunctie/iu;
/** What else a paragraph speaks of that tells what was mended: where most of a note's do not, text is among them. */
const OF_MENDING =
  /\b(?:pages?|lines?|chapters?|footnotes?|illustrations?|originals?|editions?|correct\w*|chang\w*|added|removed|missing|invisible|commas?|marks?|printed|replaced|amended|errors?|errata|accents?|characters?|symbols?|retained|this (?:text|book|file|copy|work)|quot\w*|seite|zeile|statt|korrig\w*|geändert|ersetzt|fehler|corrig\w*|erreurs?|(?:du|ce|le) (?:texte|livre)|erros?|errores|errori|página|pagina|bladzijde|gewijzigd|verbeterd|fouten)\b|\bp\. ?\d|\{pg\b|→|=>|["”’'] ?(?:=|for|to|zu) ?["“‘']/iu;
/** What such notes are boxed by, and parted from the text with. */
const RULE = /^\s*(?:[-=#*_~+]\s{0,9}){5,}$/;
/** One that no scene is parted with. */
const BOX = /^(?:([-=#_~*])\1{19,}|\+[-=]{5,}\+?)$/;
const OF_RULES = '-=#*_~+ ';
/** Lines of the text after which a note no longer stands before it. */
const BEFORE = 60;
/** Blank lines that part a note before the text, and one behind it, from what follows. */
const GAP_BEFORE = 2;
const GAP_BEHIND = 3;
const MOST_LINES = 400;
const MOST_LINES_BEFORE = 150;
const MOST_BLANKS = 4;

/** What stands alone between two blank lines of a note, by the places of its lines. */
interface Paragraph {
  end: number;
  speaks: boolean;
}

/** Leaves out what those who typed a book say of their copy, before the text or behind it. */
export class CopyNotes {
  readonly #opening: Opening;
  readonly #emit: Sink;
  /** a rule and blank lines, until it is seen whether a note stands below; then the note as well */
  #held: Line[] = [];
  #inNote = false;
  /** the rule above a note, where it is none of those that part scenes */
  #box = '';
  #proof = OF_COPY;
  #isProven = false;
  #isBefore = false;
  /** of the note, without its heading, and blank lines behind the last of them */
  #paragraphs: Paragraph[] = [];
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
    if (
      (mayOpen(line.text) && [HEADING, ERRATA, TO_READER].some((heading) => heading.test(line.text))) ||
      (this.#texts < ABOVE && (OF_FILE.test(line.text) || INTRODUCTION.test(line.text)))
    )
      this.#open(line);
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
    const above = this.#held.at(0)?.text.trim() ?? '';
    this.#box = BOX.test(above) ? above : '';
    this.#inNote = true;
    this.#proof = TO_READER.test(line.text) ? OF_COPY_TO_READER : INTRODUCTION.test(line.text) ? OF_ETEXT : OF_COPY;
    this.#isProven = [ERRATA, OF_FILE, this.#proof].some((proof) => proof.test(line.text));
    this.#isBefore = this.#texts < BEFORE;
    this.#paragraphs = [];
    this.#blanks = 0;
    this.#held.push(line);
    // its first words may be in the line of its heading
    if (this.#isProven) this.#paragraphs.push({ end: this.#held.length, speaks: true });
  }

  #goOn(line: Line): void {
    this.#held.push(line);
    if (isBlank(line)) {
      this.#blanks++;
      const gap = this.#isBefore ? GAP_BEFORE : GAP_BEHIND;
      if (!this.#box && this.#blanks >= gap && this.#paragraphs.length > 0) this.#close(false);
      return;
    }
    if (RULE.test(line.text)) {
      if (this.#paragraphs.length > 0 && (!this.#box || this.#box === line.text.trim())) this.#close(this.#box !== '');
      return;
    }
    this.#say(line);
    this.#blanks = 0;
    if (this.#held.length > (this.#isBefore ? MOST_LINES_BEFORE : MOST_LINES)) this.#keep();
  }

  #say({ text }: Line): void {
    const isProof = this.#proof.test(text);
    this.#isProven ||= isProof;
    const speaks = isProof || OF_MENDING.test(text);
    const end = this.#held.length;
    const last = this.#paragraphs.at(-1);
    if (last && this.#blanks === 0) {
      last.end = end;
      last.speaks ||= speaks;
    } else this.#paragraphs.push({ end, speaks });
  }

  /** @param isWhole whether nothing but the note can be in what is held */
  #close(isWhole: boolean): void {
    const speaking = this.#paragraphs.filter(({ speaks }) => speaks);
    if (!this.#isProven || 2 * speaking.length <= this.#paragraphs.length) return this.#keep();
    const isAll = isWhole || this.#paragraphs.at(-1)?.speaks === true;
    const end = isAll ? this.#held.length : speaking[speaking.length - 1].end;
    const note = this.#held.slice(0, end);
    this.#held = this.#held.slice(end);
    const ink = note.filter((line) => !isBlank(line));
    const characters = note.reduce((sum, { text }) => sum + text.length + 1, 0);
    this.#opening.tally.note(characters, ink.map(({ text }) => text.trim()).join(' '), '');
    this.#inNote = false;
    this.#afterNote = this.#held.length === 0;
    this.#release();
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
    if (this.#inNote && !this.#isBefore) this.#close(true);
    else this.#keep();
  }
}
