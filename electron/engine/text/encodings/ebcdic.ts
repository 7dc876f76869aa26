import { EAST, WEST, type Table } from './tables.ts';

/** Bytes 0 to 63 that mean the same in all of these; both ends of a line that mainframes write are one. */
const CONTROLS = String.fromCharCode(
  ...[0, 1, 2, 3, 0x9c, 9, 0x86, 0x7f, 0x97, 0x8d, 0x8e, 11, 12, 13, 14, 15, 16, 17, 18, 19, 0x9d, 10, 8, 0x87, 24],
  ...[25, 0x92, 0x8f, 28, 29, 30, 31, 0x80, 0x81, 0x82, 0x83, 0x84, 10, 23, 27, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 5, 6, 7],
  ...[0x90, 0x91, 22, 0x93, 0x94, 0x95, 0x96, 4, 0x98, 0x99, 0x9a, 0x9b, 20, 21, 0x9e, 26],
);
/** Bytes 64 to 255 of the table of the United States, with the euro. */
const PRINTED =
  ' \xa0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ€µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×{ABCDEFGHI\xadôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ\x9f';

/** That table with other signs in some places, `at` being their bytes. */
function characters(at: readonly number[] = [], signs = ''): string {
  const all = [...(CONTROLS + PRINTED)];
  at.forEach((byte, index) => (all[byte] = signs[index]));
  return all.join('');
}

const ebcdic = (name: string, labels: string, text: string, languages = WEST): Table => ({
  ...{ name, labels, decoder: 'bytes', characters: text, languages },
});

/** Bytes 64 to 255 of the table of eastern Europe. */
const EASTERN =
  ' \xa0âäţáăčçć[.<(+!&éęëůíîľĺß]$*);^-/ÂÄ˝ÁĂČÇĆ|,%_>?ˇÉĘËŮÍÎĽĹ`:#@\'="˘abcdefghiśňđýřş°jklmnopqrłńš¸˛¤ą~stuvwxyzŚŇĐÝŘŞ·ĄżŢŻ§žźŽŹŁŃŠ¨´×{ABCDEFGHI\xadôöŕóő}JKLMNOPQRĚűüťúě\\÷STUVWXYZďÔÖŔÓŐ0123456789ĎŰÜŤÚ\x9f';

/** What mainframes write: nothing in them stands where it does in ASCII. The likelier ones first. */
export const EBCDIC: readonly Table[] = [
  ebcdic('cp037', 'ibm037 ebcdic ebcdic-us cp1140', characters()),
  ebcdic('cp1047', 'ibm1047', characters([0x5f, 0xad, 0xb0, 0xba, 0xbb, 0xbd], '^[¬Ý¨]')),
  ebcdic('cp500', 'ibm500 cp1148', characters([0x4a, 0x4f, 0x5a, 0x5f, 0xb0, 0xba, 0xbb], '[!]^¢¬|')),
  ebcdic(
    'cp273',
    'ibm273 cp1141',
    characters(
      [67, 74, 79, 89, 90, 95, 99, 106, 124, 161, 176, 181, 186, 187, 192, 204, 208, 220, 224, 236, 252],
      '{Ä!~Ü^[ö§ß¢@¬|ä¦ü}Ö\\]',
    ),
  ),
  ebcdic(
    'cp297',
    'ibm297 cp1147',
    characters(
      [
        68, 72, 74, 79, 81, 84, 90, 95, 106, 121, 123, 124, 144, 160, 161, 176, 177, 181, 186, 187, 189, 192, 208, 221,
        224,
      ],
      '@\\°!{}§^ùµ£à[`¨¢#]¬|~éè¦ç',
    ),
  ),
  ebcdic(
    'cp1026',
    'ibm1026',
    characters(
      [
        72, 74, 79, 90, 91, 95, 104, 106, 121, 123, 124, 127, 140, 141, 142, 161, 172, 173, 174, 176, 186, 187, 192,
        204, 208, 220, 224, 236, 252,
      ],
      '{Ç!Ğİ^[şıÖŞÜ}`¦ö]$@¢¬|ç~ğ\\ü#"',
    ),
    'tr',
  ),
  ebcdic('cp870', 'ibm870', CONTROLS + EASTERN, EAST),
];

const BLANK = 0x40;
/** Share of bytes that are blanks, at least, and how many words they must end. */
const BLANKS = 0.08;
const WORDS = 6;
/** What such a text holds of the blank of ASCII, at most. */
const OTHER_BLANKS = 0.005;
/** Line ends of ASCII, which mean nothing there. */
const ASCII_LINE_END = 0x0a;
/** Share of such a text that is letters of ours and blanks, so that it is one of the tables that are read here. */
const LETTERS = 0.75;

/** Whether bytes are written as mainframes of the West do: blanks and letters stand at bytes of their own. */
export function isEbcdic(bytes: Uint8Array): boolean {
  const counts = new Uint32Array(256);
  let words = 0;
  bytes.forEach((byte, at) => {
    counts[byte]++;
    if (byte === BLANK && at > 0 && bytes[at - 1] !== BLANK) words++;
  });
  if (words < WORDS || counts[ASCII_LINE_END] > 0) return false;
  if (counts[BLANK] < BLANKS * bytes.length || counts[0x20] > OTHER_BLANKS * bytes.length) return false;
  const [{ characters: table = '' }] = EBCDIC;
  const text = Array.from(bytes, (byte) => table[byte]).join('');
  return (text.match(/[A-Za-z \n]/g)?.length ?? 0) >= LETTERS * text.length;
}
