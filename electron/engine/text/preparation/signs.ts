import { LONGEST_EXAMPLE } from '../../../contract/preparation.ts';
import { byteTable } from '../encodings/text-decoder.ts';
import { DIVIDES } from './divided.ts';
import { lineOf, rewritten, type Line } from './line.ts';
import { MARKS } from './marks.ts';
import type { Opening, Stage, Step } from './step.ts';

/** Line ends of other systems, which no line end of ours is. */
const isBreak = (unit: number) => unit === 0x0b || unit === 0x0c || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
/** What nobody sees; blanks, variation selectors and fillers are not among it. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\uf020-\uf0ff\ufeff\ufff9-\ufffc\ufffe\uffff\u{e0001}\u{e0020}-\u{e007f}]/u;
/** Controls that nobody writes: windows-1252 has quotes and dashes there, and was read as ISO-8859-1. NEL ends lines, too. */
const QUOTES = /[\x80-\x84\x86-\x9f]/;
const CONTROLS = /[\x80-\x9f]/g;
/** What windows-1252 has for a control; the control itself where it has none. */
const quoteOf = (code: number) => String.fromCharCode(byteTable('windows-1252')[code]);

/** Colours of a terminal, letters printed twice to look bold, then single signs. */
const PARTS = new RegExp(`\\x1b\\[[0-9;?]*[ -/]*[@-~]|[^\\x08]\\x08|${UNSEEN.source}`, 'gu');

/** Scripts whose letters join, which U+200C and U+200D keep from it or bring to it. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Scripts that write no blanks between words, where U+200B says where one ends. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const BEFORE_JOINER = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
const TAGGED = /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u;

const LAST_CHARACTER = /.$/u;
const FIRST_CHARACTER = /^./u;
const last = (text: string) => LAST_CHARACTER.exec(text)?.[0] ?? '';
const first = (text: string) => FIRST_CHARACTER.exec(text)?.[0] ?? '';

/**
 * Letters of the fonts Symbol and Wingdings, which have no place in Unicode of their own: bullets of Word and of what was copied out
 * of a PDF, and signs that are usual in running text.
 */
const OF_SYMBOLS: Readonly<Record<string, string>> = {
  '\uf02d': '-',
  '\uf04a': '☺',
  '\uf04c': '☹',
  '\uf071': '❑',
  '\uf076': '❖',
  '\uf0a7': '▪',
  '\uf0a8': '◻',
  '\uf0b7': '•',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fc': '✓',
};

const OF_FONTS = /^[\uf020-\uf0ff]$/;
const HAN = /\p{Script=Han}/u;

/** Whether a sign means something between what stands before it and after it. */
function carriesMeaning(sign: string, before: string, after: string): boolean {
  switch (sign) {
    case '\u200b':
      return UNSPACED.test(last(before)) && UNSPACED.test(first(after));
    case '\u200c':
      return JOINING.test(last(before)) && JOINING.test(first(after));
    case '\u200d':
      return JOINING.test(last(before)) || (BEFORE_JOINER.test(last(before)) && PICTURE.test(first(after)));
    case '\u180e':
      return /\p{Script=Mongolian}$/u.test(before);
    default:
      // rare characters of Chinese have places there, too, in fonts of their own
      if (OF_FONTS.test(sign)) return !(sign in OF_SYMBOLS) && (HAN.test(last(before)) || HAN.test(first(after)));
      return sign >= '\u{e0020}' && sign.length === 2 && TAGGED.test(before);
  }
}

/** Of a sign, of the one that begins a terminal's, or of the one that steps back over a letter. */
const codeOf = (sign: string) => sign.codePointAt(sign.length > 1 && sign.endsWith('\b') ? sign.length - 1 : 0) ?? 0;
const named = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
/** Most kinds of signs that a finding names. */
const NAMED = 5;
/** Units of a line, from its first sign on, of which an example is made. */
const SHOWN = 2 * LONGEST_EXAMPLE;
const shown = (text: string) => text.replace(PARTS, (sign) => `‹${named(codeOf(sign))}›`);
/** What a meaning is looked for in, before and after a sign. */
const NEAR = 16;

/** What ends a page. */
const PAGE = '\f';
const asOpening = (line: Line): Line =>
  lineOf(line.text, line.ended, line.marks | MARKS.opens, line.typed, line.runsOn);

function openSigns({ emit, tally }: Opening): Stage {
  const kinds = new Map<number, number>();
  let places = 0;
  /** the last line ended with a form feed */
  let opens = false;
  const count = (code: number) => {
    places++;
    kinds.set(code, (kinds.get(code) ?? 0) + 1);
  };
  /** what stands between line ends of other systems */
  const partsOf = (text: string): string[] => {
    const parts: string[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!isBreak(unit)) continue;
      count(unit);
      if (at > from) parts.push(text.slice(from, at));
      from = at + 1;
    }
    if (from === 0) return [text];
    if (from < text.length) parts.push(text.slice(from));
    return parts;
  };
  const withQuotes = (text: string): string =>
    QUOTES.test(text)
      ? text.replace(CONTROLS, (control) => {
          const quote = quoteOf(control.charCodeAt(0));
          if (quote !== control) count(control.charCodeAt(0));
          return quote;
        })
      : text;
  const cleared = (part: Line): Line =>
    (part.marks & MARKS.unseen) === 0 ? part : rewritten(part, without(part.text));
  const without = (text: string): string =>
    text.replace(PARTS, (sign, at: number) => {
      const end = at + sign.length;
      if (carriesMeaning(sign, text.slice(Math.max(0, at - NEAR), at), text.slice(end, end + NEAR))) return sign;
      count(codeOf(sign));
      const symbol = OF_SYMBOLS[sign];
      if (symbol !== undefined) return symbol;
      // at the end of a line it is the hyphen that a reader sees there, and of nothing but a divided word
      return sign === '\xad' && end === text.length && /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at))
        ? DIVIDES
        : '';
    });
  return {
    line(line) {
      const first = line.text.search(UNSEEN);
      if (first < 0) {
        emit(opens ? asOpening(line) : line);
        opens = false;
        return;
      }
      const before = places;
      const parts = partsOf(withQuotes(line.text));
      const cut = parts.map((part, at) => cleared(lineOf(part, at < parts.length - 1 || line.ended)));
      const begins = opens || line.text.startsWith(PAGE);
      const kept = cut.map((part, at) => (at === 0 && begins ? asOpening(part) : part));
      opens = (kept.length === 0 && opens) || line.text.endsWith(PAGE);
      const left = places - before;
      if (left > 0) {
        const length = kept.reduce((sum, { text }) => sum + text.length + 1, -1);
        const characters = Math.max(left, line.text.length - Math.max(0, length));
        // a line may hold a quarter of a million of them, of which an example shows the first few
        const head = line.text.slice(0, first + SHOWN);
        if (tally.wantsExamples) tally.note(characters, shown(head), kept.map(({ text }) => text).join('\n'), left);
        else tally.count(characters, left);
      }
      if (kept.length === 0) emit(rewritten(line, ''));
      kept.forEach(emit);
    },
    found() {
      if (tally.places === 0) return undefined;
      const most = [...kinds].sort(([, one], [, other]) => other - one).slice(0, NAMED);
      return { sure: true, facts: { signs: most.map(([code, times]) => `${named(code)} × ${times}`).join(', ') } };
    },
  };
}

/**
 * Leaves out what nobody sees and no script needs: marks of byte order, soft hyphens, controls, directions. Controls that
 * were quotes and dashes of windows-1252 become them again.
 */
export const signs: Step = { name: 'signs', marks: MARKS.unseen, isRare: true, leads: 'always', open: openSigns };
