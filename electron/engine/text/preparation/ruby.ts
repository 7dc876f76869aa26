import { composed } from '../../../contract/composed.ts';
import { rewritten } from './line.ts';
import { MARKS } from './marks.ts';
import type { Opening, Stage, Step } from './step.ts';

/** A sign that no table of characters had, and what is written where its number is not told either. */
const MISSING = /※［[＃#][^［］]{0,200}?(?:U\+([0-9A-F]{4,5})[^［］]{0,60})?］/g;
const NO_SIGN = '〓';
const NOTE = /［[＃#][^［］]{0,300}］/g;
/** Only kana are a reading: in Chinese, a title stands in these brackets. */
const KANA = '[\\p{Script=Hiragana}\\p{Script=Katakana}ー・゛゜／＼″]{1,24}';
const BASED = new RegExp(`｜([^｜《》\\n]{1,40})《[^《》\\n]{1,40}》`, 'gu');
const READING = new RegExp(`(?<=[\\p{Script=Han}々〆〇ヶ〓※\\p{Script=Latin}])《${KANA}》`, 'gu');
const LEAST_READINGS = 3;
const REPEATED = /／(″?)＼/g;

class Ruby implements Stage {
  readonly #opening: Opening;
  #notes = 0;
  #readings = 0;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Parameters<Stage['line']>[0]): void {
    const { emit, tally } = this.#opening;
    let places = 0;
    const counted = <Kind extends string>(kind: Kind) => {
      places++;
      return kind;
    };
    const plain = line.text
      .replace(MISSING, (_, point?: string) => {
        this.#notes++;
        const code = point === undefined ? NaN : Number.parseInt(point, 16);
        return counted(code >= 0x80 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : NO_SIGN);
      })
      .replace(NOTE, () => {
        this.#notes++;
        return counted('');
      })
      .replace(BASED, (_, base: string) => {
        this.#readings++;
        return counted(base);
      })
      .replace(READING, () => {
        this.#readings++;
        return counted('');
      })
      .replace(REPEATED, (_, voiced: string) => counted(voiced ? '〴〵' : '〳〵'));
    const text = composed(plain);
    if (places === 0) return emit(line);
    const isNote = text.trim() === '';
    tally.note(line.text.length - text.length + (isNote ? 1 : 0), line.text, text, places);
    // a line of a note alone was never a line of the book
    if (!isNote || !line.ended) emit(rewritten(line, text));
  }

  found() {
    if (this.#notes + this.#readings === 0) return undefined;
    return { sure: this.#notes > 0 || this.#readings >= LEAST_READINGS };
  }
}

/** Leaves out readings and notes as Aozora Bunko writes them: ｜漢字《かんじ》, ［＃改ページ］. */
export const ruby: Step = {
  name: 'ruby',
  marks: MARKS.ruby,
  isRare: true,
  leads: 'where sure',
  open: (opening) => new Ruby(opening),
};
