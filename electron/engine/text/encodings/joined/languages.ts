import { isAscii } from 'node:buffer';

/** Of so many bytes, languages of windows-1252 have no more than one letter that it has none of, in a name. */
const BYTES_A_LETTER = 500;
/** Of those, as bytes of UTF-8: from Ā to ɏ, of which it has a few, and those of Vietnamese. */
const [FIRST_LEAD, LAST_LEAD, VIETNAMESE_LEAD] = [0xc4, 0xc9, 0xe1];
const ITS_OWN = new Set([...'ŒœŠšŸŽžƒ'].map((letter) => letter.codePointAt(0)));
const TRAIL_BITS = 6;
const TRAIL = 0x3f;
const LEAD = 0x1f;
const VIETNAMESE = new Set([0xb8, 0xb9, 0xba, 0xbb]);

/** Tells by the letters of a text of UTF-8 whether it is of languages that windows-1252 is used for. */
export class Languages {
  #bytes = 0;
  #others = 0;

  /** @param bytes whole characters of UTF-8 */
  read(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    if (isAscii(bytes)) return;
    for (let at = 0; at + 1 < bytes.length; at++) {
      const lead = bytes[at];
      if (lead < FIRST_LEAD || bytes[at + 1] >> TRAIL_BITS !== 2) continue;
      const isOther =
        lead <= LAST_LEAD
          ? !ITS_OWN.has(((lead & LEAD) << TRAIL_BITS) | (bytes[at + 1] & TRAIL))
          : lead === VIETNAMESE_LEAD && VIETNAMESE.has(bytes[at + 1]);
      if (isOther) this.#others++;
    }
  }

  get areWestern(): boolean {
    return BYTES_A_LETTER * this.#others <= this.#bytes;
  }
}
