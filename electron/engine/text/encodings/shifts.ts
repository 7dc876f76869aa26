const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const ESCAPE = 0x1b;
const LINE_END = 10;
const TILDE = 0x7e;
/** What a shift begins with. */
const MAY_SHIFT = new Set([SHIFT_OUT, SHIFT_IN, ESCAPE, TILDE]);
interface Sequence {
  readonly length: number;
  readonly sign?: number;
}
const NONE: Sequence = { length: 0 };
/** The sequence that names a table is as long. */
const NAMING = 4;

/** What a table of two bytes is called that has seven bits of each, and whose bytes are those of another with eight. */
const TABLES: Readonly<Record<string, string>> = {
  'iso-2022-kr': 'euc-kr',
  'iso-2022-cn': 'gb18030',
  'hz-gb-2312': 'gb18030',
};

/** Makes eight bits of the seven between shifts, and leaves the shifts out; what a piece's end tears waits for the next. */
class Widening {
  readonly #tilde: boolean;
  #shifted = false;
  /** whether the first byte of a character has come, and not its second */
  #within = false;
  #torn: Uint8Array = new Uint8Array();

  constructor(encoding: string) {
    this.#tilde = encoding === 'hz-gb-2312';
  }

  push(piece: Uint8Array, last: boolean): Uint8Array {
    const bytes = Buffer.concat([this.#torn, piece]);
    const out = new Uint8Array(bytes.length);
    let length = 0;
    let at = 0;
    this.#torn = new Uint8Array();
    while (at < bytes.length) {
      const taken = MAY_SHIFT.has(bytes[at]) ? this.#sequence(bytes, at, last) : NONE;
      if (taken === undefined) {
        this.#torn = bytes.slice(at);
        break;
      }
      if (taken.length > 0) {
        if (taken.sign !== undefined) out[length++] = taken.sign;
        at += taken.length;
        continue;
      }
      const byte = bytes[at++];
      if (byte === LINE_END) this.#shifted = this.#within = false;
      const wide = this.#shifted && byte > 0x20 && byte < 0x7f;
      this.#within = wide && !this.#within;
      out[length++] = wide ? byte | 0x80 : byte;
    }
    return out.subarray(0, length);
  }

  /** The shift that begins at a place, and the sign it stands for; of length 0 where none does, undefined where it is torn. */
  #sequence(bytes: Uint8Array, at: number, last: boolean): Sequence | undefined {
    const byte = bytes[at];
    if (this.#within) return NONE;
    if (this.#tilde) {
      if (byte !== TILDE) return NONE;
      if (at + 1 === bytes.length) return last ? NONE : undefined;
      const next = String.fromCharCode(bytes[at + 1]);
      if (next === '~' && !this.#shifted) return { length: 2, sign: TILDE };
      if (next === '\n' && !this.#shifted) return { length: 2 };
      if (next !== '{' && next !== '}') return NONE;
      this.#shifted = next === '{';
      return { length: 2 };
    }
    if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      this.#shifted = byte === SHIFT_OUT;
      return { length: 1 };
    }
    if (byte !== ESCAPE) return NONE;
    if (at + NAMING > bytes.length && !last) return undefined;
    return bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29 ? { length: NAMING } : NONE;
  }
}

/** Decodes tables of seven bits that shift between ASCII and two bytes to a character: HZ, ISO-2022-KR and ISO-2022-CN. */
export function shiftDecoder(encoding: string) {
  const widening = new Widening(encoding);
  const stream = new TextDecoder(TABLES[encoding]);
  return {
    decode: (bytes: Uint8Array, last: boolean) => stream.decode(widening.push(bytes, last), { stream: !last }),
  };
}
