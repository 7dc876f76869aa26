import { isBlank, shortened, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import { NoteBody } from './note-body.ts';
import type { Opening, Sink } from './step.ts';
import type { Tally } from './tally.ts';

/** Behind a word or a mark, without a blank: no stress, no sum. */
const REFERENCE = /(?<=[\p{L}\p{N}.,;:!?"'”’»)\]])(\*{1,3}|†{1,2}|‡{1,2})(?=$|[\s.,;:!?"”’)])/gu;
const NOTE = /^\s{0,8}(\*{1,3}|†{1,2}|‡{1,2})\s{0,2}(?=[\p{L}"“‘'«(_])/u;
/** How far below it a note may stand. */
const MOST_LINES = 120;
const MOST_UNITS = 1 << 14;

const MOST_LABELS = 4;
const NONE: readonly string[] = [];

interface Held {
  /** undefined where a note was left out */
  readonly line?: Line;
  /** the signs of references in it that notes are waited for */
  readonly labels: readonly string[];
}

const SIGNS = /[*†‡]/g;
const signsIn = (text: string) => text.match(SIGNS)?.length ?? 0;

/** Leaves out notes that stars or daggers point to, with those: both, or where one is missing neither. */
export class StarNotes {
  readonly #emit: Sink;
  readonly #cut: () => void;
  readonly #tally: Tally;
  /** lines since the first reference that still has no note */
  #held: Held[] = [];
  #units = 0;
  #afterBlank = true;
  readonly #body: NoteBody;
  /** references that had their notes */
  pairs = 0;

  /** @param cut is told that a note was left out here */
  constructor(emit: Sink, cut: () => void, { tally, kind }: Opening) {
    this.#emit = emit;
    this.#cut = cut;
    this.#tally = tally;
    this.#body = new NoteBody(kind);
  }

  line(line: Line): void {
    const starred = (line.marks & MARKS.markup) !== 0 && signsIn(line.text) > 0;
    const begins = this.#afterBlank || this.#body.isOpen;
    this.#afterBlank = isBlank(line);
    if (starred && begins && this.#held.length > 0 && this.#isNote(line)) return;
    if (this.#body.goesOn(line)) return this.#tally.count(line.text.length + 1, 0);
    const labels = starred ? this.#labelsOf(line.text) : NONE;
    if (labels.length === 0 && this.#held.length === 0) return this.#emit(line);
    this.#held.push({ line, labels });
    this.#units += line.text.length;
    if (this.#held.length > MOST_LINES || this.#units > MOST_UNITS) this.#release();
  }

  /** A line with other such signs has stress in it, or somebody's death. */
  #labelsOf(text: string): readonly string[] {
    const labels = text.match(REFERENCE) ?? NONE;
    return labels.length <= MOST_LABELS && signsIn(text) === labels.join('').length ? labels : NONE;
  }

  /** Of a note; one with other stars is a line of a play in which stars are stress. */
  #labelOf(text: string): string | undefined {
    const label = NOTE.exec(text)?.[1];
    return label !== undefined && signsIn(text) === label.length ? label : undefined;
  }

  #isNote(line: Line): boolean {
    const label = this.#labelOf(line.text);
    const at = label === undefined ? -1 : this.#held.findIndex(({ labels }) => labels.includes(label));
    const of = this.#held[at]?.line;
    if (!of) return false;
    const { labels } = this.#held[at];
    let index = 0;
    const text = of.text.replace(REFERENCE, (signs) => (index++ === labels.indexOf(label ?? '') ? '' : signs));
    this.pairs++;
    this.#body.begin(line);
    this.#held[at] = { line: shortened(of, text), labels: labels.toSpliced(labels.indexOf(label ?? ''), 1) };
    this.#tally.note(of.text.length - text.length, of.text, text);
    this.#tally.note(line.text.length + 1, line.text, '');
    this.#held.push({ labels: NONE });
    if (this.#held.every(({ labels: its }) => its.length === 0)) this.#give(this.#held.length);
    return true;
  }

  /** No note is in sight for the first of them. */
  #release(): void {
    const next = this.#held.findIndex(({ labels }, at) => at > 0 && labels.length > 0);
    this.#give(next < 0 ? this.#held.length : next);
  }

  #give(count: number): void {
    for (const { line } of this.#held.splice(0, count)) {
      this.#units -= line?.text.length ?? 0;
      if (line) this.#emit(line);
      else this.#cut();
    }
    if (this.#held.length === 0) this.#units = 0;
  }

  end(): void {
    this.#give(this.#held.length);
    this.#afterBlank = true;
    this.#body.end();
  }
}
