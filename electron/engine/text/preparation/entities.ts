import { inlineStage } from './inline.ts';
import { MARKS } from './marks.ts';
import type { Step } from './step.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  sect: '§',
  para: '¶',
  times: '×',
  divide: '÷',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  iexcl: '¡',
  iquest: '¿',
  ordf: 'ª',
  ordm: 'º',
  shy: '',
  zwnj: '\u200c',
  zwj: '\u200d',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
};
/** Marks of letters: &eacute; is e with an acute. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));/g;
const MARKED_LETTER = /^([A-Za-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)$/;

function characterOf(code: number): string | undefined {
  if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
  return String.fromCodePoint(code);
}

function meaning(decimal?: string, hexadecimal?: string, name = ''): string | undefined {
  if (decimal) return characterOf(Number.parseInt(decimal, 10));
  if (hexadecimal) return characterOf(Number.parseInt(hexadecimal, 16));
  const letter = MARKED_LETTER.exec(name);
  if (letter) return (letter[1] + ACCENTS[letter[2]]).normalize('NFC');
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** Writes what entities of HTML stand for: &amp;amp; → &amp;. Twice, since some texts were escaped twice. */
export const entities: Step = {
  name: 'entities',
  marks: MARKS.ampersand,
  isRare: true,
  open(opening) {
    return inlineStage(
      opening,
      ({ text }) => text.includes(';'),
      (text) => {
        let places = 0;
        const once = (from: string) =>
          from.replace(ENTITY, (whole: string, decimal?: string, hexadecimal?: string, name?: string) => {
            const sign = meaning(decimal, hexadecimal, name);
            if (sign !== undefined) places++;
            return sign ?? whole;
          });
        return { text: once(once(text)).normalize('NFC'), places };
      },
      () => ({ sure: false }),
    );
  },
};
