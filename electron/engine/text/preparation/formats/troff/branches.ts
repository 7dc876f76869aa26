import { conditionOf, type Defined } from './conditions.ts';

const BLOCK = /^\\\{\\?\s*/;
const MOST_LINES = 400;

/** By how many blocks more are open behind a line than before it. */
const opened = (text: string): number => (text.match(/\\\{/g)?.length ?? 0) - (text.match(/\\\}/g)?.length ?? 0);

/** What is read of a page that is not the same everywhere: where a condition holds, and where it does not. */
export class Branches {
  /** blocks that are open since the one that is passed over */
  #skipped = 0;
  #lines = 0;
  /** whether what is else holds */
  #isElse = false;

  /** Whether a line is one of a block that is not read. */
  skips(text: string): boolean {
    if (this.#skipped === 0) return false;
    this.#skipped = ++this.#lines > MOST_LINES ? 0 : Math.max(0, this.#skipped + opened(text));
    return true;
  }

  /** @returns what is read of the line behind `if`, `ie` or `el`, if anything */
  choose(name: string, text: string, defined: Defined): string | undefined {
    const { holds, rest } =
      name === 'el' ? { holds: this.#isElse, rest: text.trimStart() } : conditionOf(text, defined);
    if (name === 'ie') this.#isElse = !holds;
    const block = BLOCK.exec(rest)?.[0];
    this.#lines = 0;
    if (!holds) {
      if (block !== undefined) this.#skipped = Math.max(0, opened(rest));
      return undefined;
    }
    const said = rest.slice(block?.length ?? 0).replace(/\\$/, '');
    return said.trim() === '' ? undefined : said;
  }

  end(): void {
    this.#skipped = 0;
  }
}
