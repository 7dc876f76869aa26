const PLUS = 0x2b;
const MINUS = 0x2d;
const DIGITS = new Int8Array(128).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach(
  (digit, value) => (DIGITS[digit.charCodeAt(0)] = value),
);
const LOST = 0xfffd;

/** Decodes UTF-7: ASCII, but for UTF-16 in base64 between + and the first sign that is no digit; +- is the sign itself. */
export function utf7Decoder() {
  let within = false;
  /** digits since +, and their bits that make no whole unit yet */
  let digits = 0;
  let bits = 0;
  let held = 0;
  return {
    decode(bytes: Uint8Array): string {
      const units = new Uint16Array(bytes.length);
      let length = 0;
      for (const byte of bytes) {
        const digit = within && byte < 128 ? DIGITS[byte] : -1;
        if (digit >= 0) {
          digits++;
          bits = (bits << 6) | digit;
          held += 6;
          if (held < 16) continue;
          held -= 16;
          units[length++] = (bits >> held) & 0xffff;
          bits &= (1 << held) - 1;
          continue;
        }
        if (!within && byte === PLUS) {
          within = true;
          digits = bits = held = 0;
          continue;
        }
        const ends = within && byte === MINUS;
        within = false;
        if (ends && digits === 0) units[length++] = PLUS;
        if (!ends) units[length++] = byte < 128 ? byte : LOST;
      }
      return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
    },
  };
}
