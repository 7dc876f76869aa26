import type { Line } from '../line.ts';
import { MARKS } from '../marks.ts';
import {
  ADDRESS_ALONE,
  aside,
  ASIDE_HINT,
  CLOCK_HINT,
  dayAlone,
  FORMATS,
  IS_DAY,
  NAME_ALONE,
  SENT_ON,
  STAMP_REACH,
  timeAlone,
} from './formats.ts';

/** Longest name that stands alone, UTF-16 units. */
const LONGEST_NAME = 60;
/** Marks that a program puts round a name or a message for its own display. */
const DISPLAY = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What programs write beside a name: how much somebody has said in a group of QQ, a number that Discord gave. */
const LEVEL = /^【[^【】]{1,12}】(?=.)/;
const NUMBER = /#\d{4}$/;

/** A text without them. */
export const bare = (text: string): string => text.replace(DISPLAY, '');

export interface Message {
  /** of the format that its line is of */
  readonly format: string;
  readonly name: string;
  readonly said: string;
  readonly heads: boolean;
  readonly weak: boolean;
  /** among messages of another format, it is what somebody says */
  readonly own: boolean;
  /** it tells what somebody does, or the program speaks */
  readonly does: boolean;
  /** what is said in several lines stands in quotation marks */
  readonly quotes: boolean;
  /** the program speaks, nobody else */
  readonly notice: boolean;
}

/** A quick look: whether a line may hold when. */
export const mayBeStamped = ({ text, marks }: Line): boolean =>
  (marks & MARKS.digit) !== 0 && CLOCK_HINT.test(text.length > STAMP_REACH ? text.slice(0, STAMP_REACH) : text);
/** Whether a line that may says nothing else. */
export const isTimeAlone = ({ text }: Line): boolean => text.length <= STAMP_REACH && timeAlone().test(text);
/** Whether a line that says nothing but when says the day, too, as those do that have a name below. */
export const mayBeNamedBelow = ({ text }: Line): boolean => dayAlone().test(text);
/** Whether a program speaks of the conversation, or says which day it is. */
export const isAside = ({ text, marks }: Line): boolean =>
  text.length <= STAMP_REACH &&
  ((((marks & MARKS.digit) !== 0 || ASIDE_HINT.test(text)) && aside().test(text)) ||
    (text.includes('聊天记录') && SENT_ON.test(text)));
/** Whether a line may be a name, with the time in the next one. */
export const isNameAlone = ({ text, marks }: Line): boolean =>
  (marks & (MARKS.ink | MARKS.stop | MARKS.tag)) === MARKS.ink && text.length <= LONGEST_NAME && NAME_ALONE.test(text);

/** Whether a line below a time is who speaks since. */
export const isNamedBelow = (line: Line): boolean =>
  isNameAlone(line) || (line.text.length <= LONGEST_NAME && ADDRESS_ALONE.test(line.text));

/** A line as a message, undefined where it is none. */
export function messageOf({ text, marks }: Line): Message | undefined {
  const plain = (marks & MARKS.unseen) === 0 ? text : bare(text);
  for (const {
    name: format,
    line,
    heads = false,
    weak = false,
    quotes = false,
    own = false,
    does = false,
    marks: needed,
    holds,
  } of FORMATS) {
    if ((needed !== undefined && (marks & needed) === 0) || (holds !== undefined && !plain.includes(holds))) continue;
    if (heads && plain.length > STAMP_REACH) continue;
    const match = line().exec(plain);
    if (!match) continue;
    const { name = '', said = '' } = match.groups ?? {};
    if (IS_DAY.test(name.trim().replace(/,$/, ''))) continue;
    const plainName = name.trim().replace(/^~\s?| \(pinned\)$|[,:]$/g, '');
    return {
      format,
      name: plainName.replace(format === 'qq' ? LEVEL : NUMBER, ''),
      said: said.trim(),
      heads,
      weak,
      quotes,
      own,
      does,
      notice: name === '',
    };
  }
  return undefined;
}
