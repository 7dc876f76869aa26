import type { Encoding } from './encodings.ts';

/** What bytes 0x80 to 0x9f mean in windows-1252; five of them mean nothing and stay controls. */
const WINDOWS_1252_UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const UPPER_CONTROLS = /[\u0080-\u009f]/g;

/** Bytes to text, in pieces; a character torn by a piece's end is completed by the next. */
export interface StreamDecoder {
  /** @param last true for the final piece: what is torn then is replaced by U+FFFD */
  decode(bytes: Uint8Array, last: boolean): string;
}

/**
 * A decoder of one encoding that replaces what it cannot read and drops a byte order mark.
 * Several Node versions read windows-1252 as ISO-8859-1 (curly quotes become controls), so that table is applied here.
 */
export function createDecoder(encoding: Encoding): StreamDecoder {
  const decoder = new TextDecoder(encoding);
  const western = encoding === 'windows-1252';
  return {
    decode(bytes, last) {
      const text = decoder.decode(bytes, { stream: !last });
      return western
        ? text.replace(UPPER_CONTROLS, (control) => WINDOWS_1252_UPPER[control.charCodeAt(0) - 0x80])
        : text;
    },
  };
}
