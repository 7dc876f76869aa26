import { isBlank, type Line } from '../line.ts';

/** When imessage-exporter says that a message was sent; a reply comes twice, once indented below what it answers. */
const WHEN = '\\p{Lu}\\p{Ll}{2} \\d{1,2}, \\d{4} {1,2}\\d{1,2}:\\d{2}:\\d{2} [AP]M';
const HEAD = new RegExp(`^(?<indent> {0,8})${WHEN}(?: \\(.{1,80}\\))?\\s*$`, 'u');
/** What somebody did to the conversation. */
const DONE = new RegExp(
  `^${WHEN} \\S.{0,59}? (?:renamed the conversation to|named the conversation|changed the (?:group photo|chat background)|removed the (?:group photo|chat background)|added \\S.{0,59} to the conversation|removed \\S.{0,59} from the conversation|left the conversation)`,
  'u',
);
const TAPBACKS = /^ {0,8}(?:Tapbacks|Reactions):\s*$/;
const TAPBACK = /^ {0,8}(?:\S{1,14} by \S.{0,60}|(?:\p{Lu}\p{Ll}+ )?Sticker from \S.{0,200})\s*$/u;
const OF_PROGRAM =
  /^ {0,8}(?:This message responded to an earlier message\.|This message was deleted from the conversation!|Attachment missing!|Sent with (?:Confetti|Echo|Fireworks|Balloons|Heart|Lasers|Shooting Star|Sparkles|Spotlight|Slam|Loud|Gentle|Invisible Ink)|\S.{0,59} deleted a message\.)\s*$/;
const LONGEST = 400;

/** What imessage-exporter writes beside what is said. */
export class Beside {
  #isOne = false;
  #isReply = false;
  #areTapbacks = false;

  /** Whether a line is such. */
  take(line: Line): boolean {
    const { text } = line;
    if (text.length > LONGEST) return (this.#isReply &&= text.startsWith(' '));
    const head = HEAD.exec(text);
    if (head) {
      this.#isOne = true;
      this.#areTapbacks = false;
      this.#isReply = head.groups?.indent !== '';
      return this.#isReply;
    }
    if (!this.#isOne) return false;
    if (this.#isReply) {
      if (isBlank(line) || text.startsWith(' ')) return !isBlank(line);
      this.#isReply = false;
    }
    if (this.#areTapbacks && TAPBACK.test(text)) return true;
    this.#areTapbacks = TAPBACKS.test(text);
    return this.#areTapbacks || OF_PROGRAM.test(text) || DONE.test(text);
  }

  end(): void {
    this.#isReply = false;
    this.#areTapbacks = false;
  }
}
