import { isBlank, type Line } from '../line.ts';
import { isAside } from './message.ts';

/** What Discord's exporter draws above and below what it says of a conversation, and the first word of that. */
const RULE = /^={40,80}\s*$/;
const OF_EXPORT = /^(?:Guild|Channel|Exported)\b/;
const LONGEST_BLOCK = 40;
/** Below it stand addresses and what their pages say, up to a blank line. */
const SECTION = /^\{(?:Attachments|Embed|Stickers|Reactions|Inline Emoji|Forwarded Message)\}\s*$/;

/** What others put below a message: how it looks in the export of Signal. */
const REACTED = /^\(- .{1,200}: [^\p{L}\s]{1,24} -\)\s*$/u;

/** Lines in which a program speaks of a conversation, one by one or many together. */
export class Asides {
  /** lines since a rule, where what it opens is not closed */
  #block: number | undefined;
  #isSection = false;

  /** Whether a line is one. */
  take(line: Line): boolean {
    if (RULE.test(line.text)) {
      this.#block = this.#block === undefined ? 0 : undefined;
      return true;
    }
    if (this.#block !== undefined) {
      const isIn = this.#block++ > 0 ? this.#block < LONGEST_BLOCK : OF_EXPORT.test(line.text);
      if (isIn) return true;
      this.#block = undefined;
    }
    if (SECTION.test(line.text)) this.#isSection = true;
    else if (this.#isSection) this.#isSection = !isBlank(line);
    return this.#isSection || REACTED.test(line.text) || isAside(line);
  }

  /** Nothing is known of what comes next. */
  end(): void {
    this.#block = undefined;
    this.#isSection = false;
  }
}
