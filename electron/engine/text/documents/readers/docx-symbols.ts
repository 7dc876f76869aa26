const CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
/** What else the font Symbol has that is said in texts, by its byte. */
const SIGNS: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa5: '∞',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
};
/** Where fonts of their own signs have their bytes. */
const PRIVATE = 0xf000;

function inSymbol(byte: number): string {
  if (byte >= 0x41 && byte <= 0x5a) return CAPITALS[byte - 0x41];
  if (byte >= 0x61 && byte <= 0x7a) return SMALL[byte - 0x61];
  return SIGNS[byte] ?? (byte >= 0x20 && byte < 0x40 ? String.fromCharCode(byte) : '');
}

/**
 * A sign of a Word document by its font and its number in hexadecimal. Those of fonts that are all pictures are in private
 * use, and say nothing; the letters of Symbol are Greek.
 */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  const byte = point >= PRIVATE ? point - PRIVATE : point;
  if (font === 'Symbol' && byte <= 0xff) return inSymbol(byte);
  return point >= 0x20 && point < 0xd800 ? String.fromCharCode(point) : '';
}
