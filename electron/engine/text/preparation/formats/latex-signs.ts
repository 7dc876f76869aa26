/** Accents as LaTeX writes them, and the marks that they are. */
const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307',
  c: '\u0327', v: '\u030c', u: '\u0306', H: '\u030b', r: '\u030a', k: '\u0328', d: '\u0323', b: '\u0331',
}; // prettier-ignore

const SIGNS: Readonly<Record<string, string>> = {
  ss: 'ß', o: 'ø', O: 'Ø', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ',
  ldots: '…', dots: '…', textellipsis: '…', textemdash: '—', textendash: '–', textquotedblleft: '“',
  textquotedblright: '”', textquoteleft: '‘', textquoteright: '’', guillemotleft: '«', guillemotright: '»',
  og: '« ', fg: ' »', S: '§', P: '¶', pounds: '£', euro: '€', texteuro: '€', copyright: '©', LaTeX: 'LaTeX', TeX: 'TeX',
  textbackslash: '\\', quad: ' ', qquad: ' ', space: ' ', newline: ' ', degree: '°', textdegree: '°', dag: '†',
}; // prettier-ignore

const composed = (accent: string, letter: string) =>
  `${letter === '\\i' ? 'i' : letter === '\\j' ? 'j' : letter}${ACCENTS[accent]}`.normalize('NFC');

/** Letters with accents, quotes, dashes and signs of LaTeX as they are printed. */
export function withSigns(text: string): string {
  return text
    .replace(/\\(['`^"~=.])[ \t]*(?:\{(\\?\p{L})\}|(\\[ij](?![A-Za-z])|\p{L}))/gu, (_, accent: string, one?: string, two?: string) =>
      composed(accent, one ?? two ?? ''),
    )
    .replace(/\\([cvuHrkdb])(?:\{(\\?\p{L})\}|[ \t]+(\p{L})(?!\p{L}{2}))/gu, (_, accent: string, one?: string, two?: string) =>
      composed(accent, one ?? two ?? ''),
    )
    .replace(/\\([A-Za-z]+)(?:\{\}|(?![A-Za-z])[ \t]?)/g, (whole, name: string) =>
      Object.hasOwn(SIGNS, name) ? SIGNS[name] + (whole.endsWith(' ') && name.endsWith('dots') ? ' ' : '') : whole,
    )
    .replace(/``|"`/g, '“')
    .replace(/''|"'/g, '”')
    .replace(/(?<![\p{L}\p{N}`\\])`(?=\S)/gu, '‘')
    .replace(/---/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–')
    .replace(/(?<!\\)~/g, ' ')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\\-|\\\/|\\!/g, '')
    .replace(/\\[,;: ]/g, ' ');
} // prettier-ignore
