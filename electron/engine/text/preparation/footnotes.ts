import { Brackets } from './brackets.ts';
import { isBlank, shortened, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import { NoteBody } from './note-body.ts';
import { NoteLabels } from './note-labels.ts';
import { NoteNumbers } from './note-numbers.ts';
import { StarNotes } from './star-notes.ts';
import type { Opening, Stage, Step } from './step.ts';

const LABEL = '(?:\\d{1,4}|[A-Z]{1,2}|[a-z]|[*†‡§]{1,3})';
const NAMED = 'Foot-?notes?|Endnotes?|Fu(?:ß|ss)note|Voetnoot|Fotnot|Fodnote|Alaviite|Сноска|Примечание|脚注|腳註';
/** Words that other brackets begin with, too, without a number. */
const NUMBERED = 'Notes?|Nota|Noot|Anmerkung';
const OPENS = new RegExp(
  `\\[(?:(?:${NAMED})(?:\\s*(?:${LABEL}|[ivxl]{1,6}))?|(?:${NUMBERED})\\s*${LABEL})\\s*[:.](?![^\\s\\]])`,
  'iu',
);
const REFERENCE = new RegExp(
  `(?<=[\\p{L}\\p{N}.,;:!?"'”’»)\\]。，、；：！？」』_*])( ?)\\[(${LABEL}|(?:[Nn]ote|[Nn]b) \\d{1,3}|citation needed|clarification needed|来源请求|來源請求|要出典)\\](?<!\\p{L}\\](?=\\p{Ll}))`,
  'gu',
);
const AFTER_STOP = /[.,;:!?"”’»。，、；：！？」』]$/;
/** A paragraph that begins with its number. */
const BODY = new RegExp(`^\\s{0,4}\\[(${LABEL})\\]\\s+\\S`, 'u');
/** What stands above notes, and means nothing without them. */
const HEADING =
  /^\s*(?:foot-?notes?|end-?notes?|notes?|fu(?:ß|ss)noten?|anmerkungen|voetnoten|noten|notas|note|fotnoter|fodnoter|сноски|примечания|注释|注釋|脚注)\s?[:.：]?\s*$/iu;
const LONGEST_HEADING = 24;
/** Lines that are held while it is not seen what stands below it. */
const MOST_HELD = 8;
const MOST_AWAITED = 4_096;
/** References that show by where they stand that they are some, without a note. */
const LEAST_REFERENCES = 5;
const LEAST_SHARE = 0.6;
/** Fewer stars with notes may be an entry of a list behind a sum. */
const LEAST_PAIRS = 2;

/** What pandoc and those who go by it end a note with, behind its last sentence: the way back to its number. */
const RETURN_UNITS = new Set([0x21a9, 0xfe0e, 0xfe0f]);
const RETURNS = /[\p{P}\p{S}]\s?\u21a9[\ufe0e\ufe0f]?\s*$/u;
const BLANK_UNIT = 32;
function isReturned({ text }: Line): boolean {
  const last = text.charCodeAt(text.length - 1);
  return (last <= BLANK_UNIT || RETURN_UNITS.has(last)) && RETURNS.test(text);
}

class Footnotes implements Stage {
  readonly #opening: Opening;
  readonly #brackets: Brackets;
  readonly #stars: StarNotes | undefined;
  /** numbers that a note is still to come for */
  readonly #awaited = new Set<string>();
  #bodies = 0;
  #references = 0;
  #afterStop = 0;
  readonly #body: NoteBody;
  readonly #labels = new NoteLabels();
  readonly #numbers: NoteNumbers;
  #afterBlank = true;
  /** a heading of notes and the blank lines below it */
  #heading: Line[] = [];

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#brackets = new Brackets(opening, OPENS);
    this.#body = new NoteBody(opening.kind);
    this.#numbers = new NoteNumbers(opening.tally, opening.plan?.numbers === true);
    // where stars are marks of stress and of lists
    if (opening.kind !== 'markdown')
      this.#stars = new StarNotes(
        (line) => this.#take(line),
        () => this.#brackets.cut(),
        opening,
      );
  }

  line(given: Line): void {
    const line = this.#numbers.line(given);
    if (this.#stars) this.#stars.line(line);
    else this.#take(line);
  }

  #take(line: Line): void {
    if (this.#brackets.isOpen) return this.#brackets.line(line);
    const blank = isBlank(line);
    const begins = this.#afterBlank || this.#body.isOpen;
    if (!this.#isBody(line) && this.#body.goesOn(line)) return this.#leaveOut(line, 0);
    if (this.#heading.length > 0) {
      if (blank && this.#heading.length < MOST_HELD) {
        this.#heading.push(line);
        return;
      }
      this.#endHeading(begins && (this.#isBody(line) || OPENS.exec(line.text)?.index === 0));
    }
    if (begins && !blank && line.ended && line.text.length <= LONGEST_HEADING && HEADING.test(line.text)) {
      this.#body.end();
      this.#afterBlank = true;
      this.#heading.push(line);
      return;
    }
    this.#body.end();
    this.#afterBlank = blank;
    if (isReturned(line)) {
      this.#bodies++;
      return this.#leaveOut(line, 1);
    }
    if ((line.marks & MARKS.bracket) === 0) return this.#brackets.line(line);
    if (begins && this.#isBody(line)) {
      this.#awaited.delete(BODY.exec(line.text)?.[1] ?? '');
      this.#bodies++;
      this.#body.begin(line);
      return this.#leaveOut(line, 1);
    }
    const places = this.#opening.tally.places;
    this.#brackets.line(this.#withoutReferences(line));
    this.#bodies += OPENS.test(line.text) && (this.#brackets.isOpen || this.#opening.tally.places > places) ? 1 : 0;
  }

  /** @param isOne whether notes stand below what may be their heading */
  #endHeading(isOne: boolean): void {
    for (const line of this.#heading.splice(0)) {
      if (isOne) this.#leaveOut(line, 0);
      else this.#brackets.line(line);
    }
  }

  #isBody({ text, marks }: Line): boolean {
    const label = (marks & MARKS.bracket) === 0 ? undefined : BODY.exec(text)?.[1];
    return label !== undefined && this.#awaited.has(label);
  }

  #leaveOut({ text }: Line, places: number): void {
    if (places > 0) this.#opening.tally.note(text.length + 1, text, '', places);
    else this.#opening.tally.count(text.length + 1, 0);
    this.#brackets.cut();
  }

  #withoutReferences(line: Line): Line {
    if (!line.text.includes(']')) return line;
    let places = 0;
    const text = line.text.replace(REFERENCE, (...match: unknown[]) => {
      const [whole, , label, at] = match as [string, string, string, number];
      if (!this.#labels.take(label)) return whole;
      places++;
      if (this.#awaited.size < MOST_AWAITED) this.#awaited.add(label);
      if (AFTER_STOP.test(line.text.slice(Math.max(0, at - 1), at))) this.#afterStop++;
      return '';
    });
    if (places === 0) return line;
    this.#references += places;
    this.#opening.tally.note(line.text.length - text.length, line.text, text, places);
    return shortened(line, text);
  }

  busy(): boolean {
    return this.#brackets.isOpen || this.#heading.length > 0;
  }

  gap(): void {
    this.end();
    this.#body.end();
    this.#labels.gap();
    this.#numbers.gap();
    this.#afterBlank = true;
  }

  end(): void {
    this.#stars?.end();
    this.#endHeading(false);
    this.#brackets.end();
  }

  found() {
    if (this.#numbers.found()) return { sure: true, plan: { numbers: true } };
    const pairs = this.#stars?.pairs ?? 0;
    if (this.#bodies > 0 || pairs >= LEAST_PAIRS) return { sure: true };
    if (this.#afterStop === 0) return pairs > 0 ? { sure: false } : undefined;
    return { sure: this.#references >= LEAST_REFERENCES && this.#afterStop >= LEAST_SHARE * this.#references };
  }
}

/** Leaves out footnotes and the numbers that point to them. */
export const footnotes: Step = { name: 'footnotes', leads: 'where sure', open: (opening) => new Footnotes(opening) };
