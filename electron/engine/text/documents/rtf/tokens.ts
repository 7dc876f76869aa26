/** What is told of an RTF file, sign by sign. */
export interface RtfHandler {
  open(): void;
  close(): void;
  word(name: string, value: number | undefined): void;
  /** a control sign: `\~`, `\*` */
  sign(sign: string): void;
  /** a byte in hexadecimal */
  byte(byte: number): void;
  /** text as it stands, bytes in latin-1 */
  text(text: string): void;
}

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const PLAIN = /[^\\{}\r\n]+/y;
/** Longest control word with its number: until as much has come, one may be torn. */
const LONGEST = 48;

/** Takes RTF apart that comes in pieces. */
export class RtfTokens {
  readonly #handler: RtfHandler;
  #rest = '';
  /** bytes of pictures that are still to be passed over */
  #binary = 0;

  constructor(handler: RtfHandler) {
    this.#handler = handler;
  }

  /** @param piece bytes in latin-1 */
  push(piece: string) {
    const text = this.#rest + piece;
    this.#rest = text.slice(this.#read(text, text.length - LONGEST));
  }

  end() {
    this.#read(this.#rest, this.#rest.length);
    this.#rest = '';
  }

  /** @returns where it ended: at `most` or a little behind */
  #read(text: string, most: number): number {
    const handler = this.#handler;
    let at = 0;
    while (at < most) {
      if (this.#binary > 0) {
        const passed = Math.min(this.#binary, text.length - at);
        this.#binary -= passed;
        at += passed;
        continue;
      }
      const sign = text[at];
      if (sign === '{') handler.open();
      else if (sign === '}') handler.close();
      else if (sign === '\\') at = this.#control(text, at + 1) - 1;
      else if (sign !== '\r' && sign !== '\n') {
        PLAIN.lastIndex = at;
        const plain = PLAIN.exec(text)?.[0] ?? sign;
        handler.text(plain);
        at += plain.length - 1;
      }
      at++;
    }
    return Math.max(0, at);
  }

  /** @returns where it ended */
  #control(text: string, at: number): number {
    WORD.lastIndex = at;
    const word = WORD.exec(text);
    if (word) {
      const value = word[2] === undefined ? undefined : Number(word[2]);
      if (word[1] === 'bin') this.#binary = Math.max(0, value ?? 0);
      else this.#handler.word(word[1], value);
      return at + word[0].length;
    }
    const sign = text[at] ?? '';
    if (sign === "'") {
      const byte = Number.parseInt(text.slice(at + 1, at + 3), 16);
      if (!Number.isNaN(byte)) this.#handler.byte(byte);
      return at + 3;
    }
    if (sign === '\r' || sign === '\n') this.#handler.word('par', undefined);
    else this.#handler.sign(sign);
    return at + 1;
  }
}
