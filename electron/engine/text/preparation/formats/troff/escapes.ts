import type { Strings } from './strings.ts';

/** Named signs, as ‘\(em’ and ‘\[em]’. */
const SIGNS: Readonly<Record<string, string>> = {
  em: '—', en: '–', hy: '-', bu: '•', lq: '“', rq: '”', oq: '‘', cq: '’', aq: "'", dq: '"', co: '©', rg: '®', tm: '™',
  ha: '^', ti: '~', rs: '\\', ga: '`', aa: '´', mu: '×', de: '°', pl: '+', mi: '−', eq: '=', ss: 'ß', ae: 'æ', AE: 'Æ',
  oe: 'œ', OE: 'Œ', '/o': 'ø', '/O': 'Ø', '/l': 'ł', '/L': 'Ł', oa: 'å', oA: 'Å', Fo: '«', Fc: '»', Bq: '„', bq: '‚',
  fo: '‹', fc: '›', '->': '→', '<-': '←', '<=': '≤', '>=': '≥', '!=': '≠', '+-': '±', sc: '§', ps: '¶', dg: '†', dd: '‡',
  ct: '¢', Po: '£', Ye: '¥', Eu: '€', eu: '€', '12': '½', '14': '¼', '34': '¾', 'r!': '¡', 'r?': '¿', lB: '[', rB: ']',
  lC: '{', rC: '}', la: '⟨', ra: '⟩', sl: '/', ul: '_', ba: '|', br: '|', or: '|', sq: '□', ci: '○', at: '@', sh: '#', Do: '$',
}; // prettier-ignore
const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301', '`': '\u0300', '^': '\u0302', ':': '\u0308', '~': '\u0303', ',': '\u0327', v: '\u030c', o: '\u030a', '-': '\u0304',
}; // prettier-ignore

function sign(name: string): string {
  if (Object.hasOwn(SIGNS, name)) return SIGNS[name];
  const point = /^u([0-9A-F]{4,5})$/.exec(name)?.[1];
  if (point) {
    const code = Number.parseInt(point, 16);
    return code >= 0xa0 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  }
  if (/^.[A-Za-z]$/.test(name) && Object.hasOwn(ACCENTS, name[0])) return (name[1] + ACCENTS[name[0]]).normalize('NFC');
  return '';
}

/** An escape with its argument: two units behind a round bracket, any in square ones, else one. */
const ARGUMENT = '(?:\\((..)|\\[([^\\]\\n]{0,80})\\]|(.))';
const NAMED = new RegExp(`\\\\(?:\\((..)|\\[([^\\]\\n]{0,80})\\])`, 'g');
const STRING = new RegExp(`\\\\\\*${ARGUMENT}`, 'g');
/** Fonts, sizes, colours, registers: how a text looks. */
const LOOKS = new RegExp(
  `\\\\(?:[fFmMnkgYVO]${ARGUMENT}|s(?:[+-]?(?:\\(..|\\[[^\\]\\n]{0,20}\\]|\\d{1,2})|'[^'\\n]{0,20}'))`,
  'g',
);
const DRAWN = /\\[hvwlLbDoxXZSHRABCN]'([^'\n]{0,200})'/g;

/** A line without the comment at its end. */
export function withoutComment(text: string): string {
  const at = text.search(/\\["#]/);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}

/** A line with what its escapes stand for. */
export function withoutEscapes(text: string, strings: Strings): string {
  if (!text.includes('\\')) return text;
  return withoutComment(text)
    // a backslash that is printed is no beginning of anything
    .replace(/\\(?:e|\\)/g, '\u0000')
    .replace(STRING, (_, two?: string, any?: string, one?: string) => strings.print(two ?? any ?? one ?? ''))
    .replace(NAMED, (_, two?: string, any?: string) => sign(two ?? any ?? ''))
    .replace(LOOKS, '')
    .replace(DRAWN, '')
    .replace(/\\[&)|^%:/,cdurptz{}!?a]/g, '')
    .replace(/\\[~ 0]/g, ' ')
    .replace(/\\-/g, '-')
    .replace(/\\'/g, '´')
    .replace(/\\(.)/g, '$1')
    .replace(/\\$/, '')
    .replaceAll('\u0000', '\\');
} // prettier-ignore
