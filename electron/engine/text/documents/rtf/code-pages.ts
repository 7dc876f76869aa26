import iconv from 'iconv-lite';

/** Code page of a font by its \fcharset; 0 and 1 are the document's own. */
const CHARSETS: Record<number, number> = { 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850 }; // prettier-ignore
/** A charset of pictures: what is written in it is no text. */
export const SYMBOLS = 2;

const OTHER_NAMES: Record<number, string> = { 10000: 'macroman', 10007: 'maccyrillic', 65001: 'utf8', 1361: 'cp949' };

export const codePageOf = (charset: number): number | undefined => CHARSETS[charset];

/** Bytes of a code page as text; of one that is not known as Western Windows has them. */
export function decodeCodePage(bytes: number[], codePage: number): string {
  const name = OTHER_NAMES[codePage] ?? `cp${codePage}`;
  return iconv.decode(Buffer.from(bytes), iconv.encodingExists(name) ? name : 'cp1252');
}
