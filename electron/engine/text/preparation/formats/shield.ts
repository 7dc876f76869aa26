/** What stands between signs and is passed on as it is written. */
export interface Protected {
  /** tags that may close in a later line */
  readonly tags: string;
  /** what closes in its own line, with what is kept as its only group that matches; without groups, all of it is kept */
  readonly inline: string;
}

/** Where no tag closes, nothing is kept from here on. */
const MOST_LINES = 200;

interface Covered {
  readonly text: string;
  readonly raw: readonly string[];
  /** what closes what is open behind the text */
  readonly closer: string | undefined;
}

/** Keeps what is to be passed on as it stands out of the way of what takes marks out. */
export class Shield {
  readonly #signs: RegExp;
  #closer: string | undefined;
  #lines = 0;

  constructor({ tags, inline }: Protected) {
    // a sign as stands for what is kept is kept itself
    this.#signs = new RegExp(`<(?<tag>${tags})\\b[^<>\\n]{0,200}>|\\0|${inline}`, 'gu');
  }

  get isOpen(): boolean {
    return this.#closer !== undefined;
  }

  close(): void {
    this.#closer = undefined;
  }

  /** What of a text is not kept. */
  outside(text: string): string {
    return this.#cover(text).text;
  }

  /** Takes marks out of a text, which follows those before it. */
  around<Left extends string | undefined>(text: string, bare: (covered: string) => Left): Left | string {
    const wasOpen = this.isOpen;
    const covered = this.#cover(text);
    this.#lines = wasOpen && covered.closer !== undefined ? this.#lines + 1 : 0;
    this.#closer = this.#lines < MOST_LINES ? covered.closer : undefined;
    const left = bare(covered.text);
    return left?.replace(/\0(\d+)\0/g, (_, index: string) => covered.raw[Number(index)]) ?? left;
  }

  #cover(text: string): Covered {
    const raw: string[] = [];
    let out = '';
    let at = 0;
    let closer = this.#closer;
    const keep = (kept: string) => {
      if (kept !== '') out += `\0${raw.push(kept) - 1}\0`;
    };
    for (;;) {
      if (closer !== undefined) {
        const end = text.indexOf(closer, at);
        keep(text.slice(at, end < 0 ? undefined : end));
        if (end < 0) return { text: out, raw, closer };
        out += closer;
        at = end + closer.length;
        closer = undefined;
      }
      this.#signs.lastIndex = at;
      const found = this.#signs.exec(text);
      out += text.slice(at, found?.index);
      if (!found) return { text: out, raw, closer };
      at = found.index + found[0].length;
      const tag = found.groups?.tag;
      if (tag === undefined) keep(found.slice(2).find((group) => group !== undefined) ?? found[0]);
      else {
        out += found[0];
        closer = `</${tag}>`;
      }
    }
  }
}
