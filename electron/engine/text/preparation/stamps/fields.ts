import { isBlank, rewritten, type Line } from '../line.ts';

/** What sigtop writes of a conversation of Signal at its beginning, and above each message: who, of which kind, when. */
const OF_ALL = /^Conversation: \S/;
const WHO = /^From: (?<name>\S[^()]{0,79}?)(?: \([^()]{3,60}\))?\s*$/;
const KIND = /^(?:Type|Sent): /;
const MORE = /^(?:Type|Sent|Received|Attachment|Reaction|Edited): /;
/** What is answered, and how a message was before and after it was changed. */
const ANSWERED = /^>/;
const VERSION = /^\|(?: |$)/;
const NEXT_VERSION = /^\| Version: \d/;
const OF_VERSION = /^\| (?:Version|Sent|Attachment): |^\| ?>|^\|\s*$/;

/** A line of such an export that is not what somebody says as it stands. */
type Field = { readonly name: string; readonly from: Line } | { readonly said: Line } | 'left out' | 'held';

/** A conversation whose messages have their fields above them, one a line. */
export class Fields {
  #isOne: boolean | undefined;
  #afterBlank = true;
  /** nothing is said yet below the fields */
  #isHead = false;
  /** what is answered stands there */
  #isAnswered = false;
  /** versions of the message so far, the newest first */
  #versions = 0;
  /** who, of which only the next line says whether it is */
  #who: Line | undefined;

  /** @returns undefined where a line is what somebody says, or the text is no such conversation */
  take(line: Line): Field | undefined {
    const from = this.#who;
    if (from && KIND.test(line.text)) return this.#begin(from);
    if (this.#isOne === undefined) {
      if (isBlank(line)) return undefined;
      this.#isOne = OF_ALL.test(line.text);
      return this.#isOne ? 'left out' : undefined;
    }
    return this.#isOne ? this.#fieldOf(line) : undefined;
  }

  /** What was held and is nobody, now that the next line is known, or will not be. */
  release(next?: Line): Line | undefined {
    const line = next && KIND.test(next.text) ? undefined : this.#who;
    if (line) this.#isHead = false;
    if (line) this.#who = undefined;
    return line;
  }

  #begin(from: Line): Field {
    this.#who = undefined;
    this.#isHead = true;
    this.#isAnswered = false;
    this.#versions = 0;
    return { name: WHO.exec(from.text)?.groups?.name ?? '', from };
  }

  #fieldOf(line: Line): Field | undefined {
    const { text } = line;
    const begins = this.#afterBlank;
    this.#afterBlank = isBlank(line);
    if (begins && WHO.test(text)) {
      this.#who = line;
      return 'held';
    }
    if (begins && OF_ALL.test(text)) return 'left out';
    if (!this.#isHead) return undefined;
    if (this.#afterBlank) return this.#versions > 0 ? undefined : 'left out';
    if (!begins && !this.#isAnswered && MORE.test(text)) return 'left out';
    this.#isAnswered = ANSWERED.test(text);
    if (this.#isAnswered) return 'left out';
    if (VERSION.test(text)) return this.#inVersion(line);
    this.#isHead = false;
    return undefined;
  }

  /** Of the versions of a message, the newest is what is said. */
  #inVersion(line: Line): Field {
    if (NEXT_VERSION.test(line.text)) this.#versions++;
    if (this.#versions > 1 || OF_VERSION.test(line.text)) return 'left out';
    return { said: rewritten(line, line.text.slice(2)) };
  }
}
