import { LEADS } from './mojibake/misreading.ts';

/**
 * What a line's characters are, as bits: found in one look at each character, so that a step passes over a line that holds
 * nothing of its kind without a look of its own. A bit says that there may be such a thing, a missing one that there is none.
 */
export const MARKS = {
  /** anything but blanks */
  ink: 1 << 0,
  blank: 1 << 1,
  dot: 1 << 2,
  hyphen: 1 << 3,
  w: 1 << 4,
  slash: 1 << 5,
  /** what nobody sees, and line ends of other systems */
  unseen: 1 << 6,
  /** ligatures, presentation forms, full-width letters and digits */
  form: 1 << 7,
  /** other full-width and half-width forms, of which punctuation is usual in Chinese and Japanese */
  fullWidth: 1 << 8,
  ampersand: 1 << 9,
  /** parts or ends a sentence; dots have a mark of their own */
  stop: 1 << 11,
  at: 1 << 10,
  /** of Markdown, and of notes */
  markup: 1 << 12,
  straightQuote: 1 << 13,
  curlyQuote: 1 << 14,
  dash: 1 << 15,
  /** what rows of tables and contents are made of, beside dots and blanks */
  row: 1 << 16,
  tag: 1 << 17,
  /** takes two columns */
  wide: 1 << 18,
  /** also those of Arabic, Persian and Devanagari */
  digit: 1 << 19,
  /** may stand for the first byte of a character of UTF-8 that was read by another table */
  lead: 1 << 20,
  /** of formats in which commands, headings and links are written */
  code: 1 << 21,
  bracket: 1 << 22,
  /** stress of a publisher who has no italics */
  stress: 1 << 23,
  /** readings and notes of Aozora Bunko */
  ruby: 1 << 24,
  /** two of the same, one behind the other */
  blanks: 1 << 25,
  dots: 1 << 26,
  hyphens: 1 << 27,
  ws: 1 << 28,
  slashes: 1 << 29,
  /** the first line of a page: a form feed stood before it. No character's, so that it is lost where the line is rewritten */
  opens: 1 << 31,
} as const;

/** By how much the bit of two signs is higher than that of one. */
const TWICE = 24;
const MAY_BE_TWICE = MARKS.blank | MARKS.dot | MARKS.hyphen | MARKS.w | MARKS.slash;

/** First and last units of what bears a mark, one pair behind the other. */
const RANGES: readonly (readonly [marks: number, units: readonly number[]])[] = [
  [MARKS.digit, [0x30, 0x39, 0x660, 0x669, 0x6f0, 0x6f9, 0x966, 0x96f, 0x9e6, 0x9ef]],
  // the last is the high surrogate of tags
  [
    MARKS.unseen,
    [
      [0, 8, 0xb, 0xc, 0xe, 0x1f, 0x7f, 0x9f, 0xad, 0xad, 0x61c, 0x61c, 0x180e, 0x180e, 0x200b, 0x200f, 0x2028, 0x202e],
      [0x2060, 0x206f, 0xf020, 0xf0ff, 0xfeff, 0xfeff, 0xfff9, 0xfffc, 0xfffe, 0xffff, 0xdb40, 0xdb40],
    ].flat(),
  ],
  [
    MARKS.form,
    [
      [0x132, 0x133, 0x1c4, 0x1cc, 0x1f1, 0x1f3, 0x587, 0x587, 0xfb00, 0xfb06, 0xfb13, 0xfb17, 0xfb1d, 0xfd3d],
      [0xfe70, 0xfefc, 0xff10, 0xff19, 0xff21, 0xff3a, 0xff41, 0xff5a, 0xff61, 0xff9f],
    ].flat(),
  ],
  [MARKS.fullWidth, [0x3000, 0x3000, 0xff01, 0xffee]],
  [
    MARKS.wide,
    [
      [0x1100, 0x115f, 0x2e80, 0x303e, 0x3040, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f],
      [0xff01, 0xff60, 0xffe0, 0xffe6],
    ].flat(),
  ],
];
/** The same for single characters. */
const SINGLE: readonly (readonly [marks: number, characters: string])[] = [
  [MARKS.blank, ' '],
  [MARKS.dot, '.'],
  [MARKS.hyphen, '-'],
  [MARKS.w, 'w'],
  [MARKS.slash, '/'],
  [MARKS.stop, ',;!?،؛؟।۔'],
  [MARKS.ampersand, '&'],
  [MARKS.at, '@'],
  [MARKS.markup, '#*_`[>~†‡'],
  [MARKS.straightQuote, `"'`],
  [MARKS.curlyQuote, '“”„‟‘’‚‛'],
  [MARKS.dash, '–—―'],
  [MARKS.row, '\t|\u3000…·_'],
  [MARKS.tag, '<{'],
  [MARKS.code, '[]\\{}%='],
  [MARKS.bracket, '['],
  [MARKS.stress, '_='],
  [MARKS.ruby, '《｜［／'],
];
const BLANKS =
  '\t\n\v\f\r \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Ends a line: no mark of any. */
const LINE_END = 1 << 30;

/** The marks of each UTF-16 unit. */
const UNITS = new Int32Array(1 << 16).fill(MARKS.ink);
for (const blank of BLANKS) UNITS[blank.charCodeAt(0)] = 0;
UNITS[10] = LINE_END;
for (const [mark, characters] of SINGLE) for (const character of characters) UNITS[character.charCodeAt(0)] |= mark;
for (const unit of LEADS) UNITS[unit] |= MARKS.lead;
for (const [mark, units] of RANGES)
  for (let at = 0; at < units.length; at += 2)
    for (let unit = units[at]; unit <= units[at + 1]; unit++) UNITS[unit] |= mark;

/** Looks at texts laid out as numbers, which are read in half the time of their characters. */
export class Scanner {
  #units = new Uint16Array(0);
  #bytes = Buffer.alloc(0);
  #length = 0;
  /** of the stretch that was looked at last */
  marks = 0;

  lay(text: string): void {
    if (this.#units.length < text.length) {
      this.#units = new Uint16Array(2 * text.length);
      this.#bytes = Buffer.from(this.#units.buffer);
    }
    this.#bytes.write(text, 'utf16le');
    this.#length = text.length;
  }

  /**
   * Looks at a text as far as its line goes. Four units at a time: the loop about them would cost more than they do.
   * @returns index of the line end, or of the text's end
   */
  toLineEnd(from: number): number {
    const units = this.#units;
    const to = this.#length;
    let all = 0;
    let twice = 0;
    let last = 0;
    let at = from;
    for (; at + 3 < to; at += 4) {
      const one = UNITS[units[at]];
      const two = UNITS[units[at + 1]];
      const three = UNITS[units[at + 2]];
      const four = UNITS[units[at + 3]];
      const any = one | two | three | four;
      if ((any & LINE_END) !== 0) break;
      all |= any;
      twice |= (last & one) | (one & two) | (two & three) | (three & four);
      last = four;
    }
    for (; at < to; at++) {
      const one = UNITS[units[at]];
      if ((one & LINE_END) !== 0) break;
      all |= one;
      twice |= last & one;
      last = one;
    }
    this.marks = withTwice(all, twice);
    return at;
  }

  /** The text, one number a unit. */
  get units(): Uint16Array {
    return this.#units.subarray(0, this.#length);
  }

  /** The marks of all lines. */
  get allMarks(): number {
    const units = this.#units;
    const to = this.#length;
    let all = 0;
    let twice = 0;
    let last = 0;
    let at = 0;
    for (; at + 3 < to; at += 4) {
      const one = UNITS[units[at]];
      const two = UNITS[units[at + 1]];
      const three = UNITS[units[at + 2]];
      const four = UNITS[units[at + 3]];
      all |= one | two | three | four;
      twice |= (last & one) | (one & two) | (two & three) | (three & four);
      last = four;
    }
    for (; at < to; at++) {
      const one = UNITS[units[at]];
      all |= one;
      twice |= last & one;
      last = one;
    }
    return withTwice(all, twice);
  }
}

/** The marks of a text whose units have some, and neighbours some in common. */
const withTwice = (all: number, twice: number) => (all & ~LINE_END) | ((twice & MAY_BE_TWICE) << TWICE);

export function marksOf(text: string): number {
  let all = 0;
  let twice = 0;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const one = UNITS[text.charCodeAt(at)];
    all |= one;
    twice |= last & one;
    last = one;
  }
  return withTwice(all, twice);
}

/** How many units of a text have any of some marks. */
export function countOf(text: string, marks: number): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if ((UNITS[text.charCodeAt(at)] & marks) !== 0) count++;
  return count;
}
