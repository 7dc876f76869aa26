import iconv from 'iconv-lite';
import { tableOf, type Encoding } from './encodings.ts';
import { johabDecoder } from './johab.ts';
import { shiftDecoder } from './shifts.ts';
import { utf7Decoder } from './utf-7.ts';

/** Bytes to text, in pieces; a character torn by a piece's end is completed by the next. */
export interface StreamDecoder {
  /** @param last true for the final piece: what is torn then is replaced by U+FFFD */
  decode(bytes: Uint8Array, last: boolean): string;
}

/** The table that has a letter of Arabic by what it looks like between its neighbours, and what becomes the letter again. */
const SHAPED = 'cp864';
const SHAPES = /[\ufe70-\ufefc]/g;

const byteTables = new Map<Encoding, Uint16Array>();

/**
 * The characters of bytes 0 to 255. Bytes that mean nothing are U+FFFD, but controls from 0x80 to 0x9f, as WHATWG has it.
 * Several Node versions read windows-1252 as ISO-8859-1 (curly quotes become controls), so no table is left to them that
 * iconv-lite has.
 */
export function byteTable(encoding: Encoding): Uint16Array {
  let table = byteTables.get(encoding);
  if (table) return table;
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const { iconv: name, characters } = tableOf(encoding);
  const text = characters ?? (name ? iconv.decode(bytes, name) : new TextDecoder(encoding).decode(bytes));
  table = Uint16Array.from(text, (character, byte) =>
    character === '\ufffd' && byte < 0xa0 ? byte : character.charCodeAt(0),
  );
  byteTables.set(encoding, table);
  return table;
}

function byteDecoder(encoding: Encoding): StreamDecoder {
  const table = byteTable(encoding);
  return {
    decode(bytes) {
      const units = new Uint16Array(bytes.length);
      for (let at = 0; at < bytes.length; at++) units[at] = table[bytes[at]];
      const text = Buffer.from(units.buffer).toString('utf16le');
      return encoding === SHAPED ? text.replace(SHAPES, (shape) => shape.normalize('NFKC')) : text;
    },
  };
}

/**
 * What iconv-lite reads: of UTF-32 a mark says which end comes first, else the name, else the little one does; of Big5 and
 * EUC-KR, Node's own tables lack the characters of Hong Kong and eight thousand syllables.
 */
function iconvDecoder(encoding: Encoding): StreamDecoder {
  const { iconv: pairs } = tableOf(encoding);
  const decoder = iconv.getDecoder(pairs ?? encoding);
  let held: Uint8Array = new Uint8Array();
  return {
    decode(bytes, last) {
      const all = Buffer.concat([held, bytes]);
      // half a pair that a piece ends with would swallow what stands behind it, were it no half
      const end = last || pairs === undefined || !endsInHalf(all) ? all.length : all.length - 1;
      held = all.subarray(end);
      return decoder.write(all.subarray(0, end)) + (last ? (decoder.end() ?? '') : '');
    },
  };
}

/** Bytes of a table of several to a character that are held: as many as a piece may tear. */
const HELD_BYTES = 4;

/**
 * What Node reads. The room that it makes for a piece's text goes by that piece alone, not by what was torn before it, and
 * where bytes were torn that begin no character, it throws at a piece of one or two: so no piece is that short.
 */
function nodeDecoder(encoding: Encoding): StreamDecoder {
  const stream = new TextDecoder(encoding);
  if (encoding.startsWith('utf-')) return { decode: (bytes, last) => stream.decode(bytes, { stream: !last }) };
  let held: Uint8Array = new Uint8Array();
  return {
    decode(bytes, last) {
      const all = Buffer.concat([held, bytes]);
      const end = last ? all.length : all.length - HELD_BYTES;
      const waits = end < HELD_BYTES && !last;
      held = all.subarray(waits ? 0 : end);
      return waits ? '' : stream.decode(all.subarray(0, end), { stream: !last });
    },
  };
}

/** Whether the last of some bytes begins a pair; what begins none ends those before it. */
function endsInHalf(bytes: Uint8Array): boolean {
  let start = bytes.length;
  while (start > 0 && bytes[start - 1] > 0x80) start--;
  return (bytes.length - start) % 2 === 1;
}

/**
 * A decoder of one encoding that replaces what it cannot read and drops a byte order mark.
 * @param isOnce whether it is given one piece, of which nothing may be held for a next one: the beginning of a text
 */
export function createDecoder(encoding: Encoding, isOnce = false): StreamDecoder {
  const { decoder } = tableOf(encoding);
  if (decoder === 'bytes') return byteDecoder(encoding);
  if (decoder === 'iconv') return iconvDecoder(encoding);
  if (decoder === 'utf-7') return utf7Decoder();
  if (decoder === 'shifts') return shiftDecoder(encoding);
  if (decoder === 'johab') return johabDecoder();
  if (!isOnce) return nodeDecoder(encoding);
  const stream = new TextDecoder(encoding);
  return { decode: (bytes, last) => stream.decode(bytes, { stream: !last }) };
}
