import { MARKS } from '../marks.ts';
import type { Line } from '../line.ts';

/** Who wrote what is quoted below, and when, as programs put it. */
const SAYS_WHO = /^\s?(?:On|Am|Le|El|Il|Op|Em|Den|W dniu|在|于)\s?\S/u;
const WROTE =
  /(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał\(?a?\)?|写道)[^:]{0,90}\s?[:：]\s*$/iu;
const WHEN = /\d[:.h]\d{2}|@/;
/** Such a line may be broken into two, UTF-16 units of each. */
const LONGEST = 240;

export const mayAttribute = ({ text, marks }: Line): boolean =>
  (marks & MARKS.digit) !== 0 && text.length <= LONGEST && SAYS_WHO.test(text);
export const isAttribution = (text: string): boolean => WHEN.test(text) && WROTE.test(text);

export const isQuoted = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first === 62 || (first === 32 && text.charCodeAt(1) === 62);
};

/** Columns from which on a quoted line was perhaps too long for the program that sent it. */
const LONG = 60;
/** Whether a line may be the rest of the quoted one before it, which somebody's program broke. */
export const mayBeRest = (quoted: string, text: string): boolean =>
  quoted.length >= LONG && text.length < LONG && /^\p{Ll}/u.test(text) && !/[.!?:]["”’)]?\s*$/.test(quoted);

/** Stands above a signature. */
export const isSignatureMark = (text: string): boolean => text === '-- ' || text === '--';
