import { isSuspended } from '../hyphens.ts';
import { UNSPACED } from './measure.ts';

const HYPHEN = /\p{L}[-\u2010]$/u;
const DASH = /[\p{L}\p{N},.!?](?:--|—|―)$/u;
/** No option of a program. */
const LEADING_DASH = /^(?:--(?![\w-]{1,40}=)|—|―)\p{L}/u;
/** Marks of scripts with and without blanks alike: what stands beside them says of which they are. */
const LAST = /(.)[\u2018-\u201d\u2014\u2026]{0,6}$/u;
const FIRST = /^[\u2018-\u201d\u2014\u2026]{0,6}(.)/u;
const LEAST_UNSPACED = 0x0e00;

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** What stood between two halves of a line before it was wrapped: a blank, or nothing. @param language ISO 639-1 or `und` */
export function between(before: string, after: string, language: string): '' | ' ' {
  const comma = before.endsWith(',') || before.endsWith('.');
  if ((comma || isLetter(before.charCodeAt(before.length - 1))) && isLetter(after.charCodeAt(0))) return ' ';
  if (HYPHEN.test(before) && /^[\p{L}\p{N}]/u.test(after)) return isSuspended(before, after, language) ? ' ' : '';
  if (DASH.test(before) || LEADING_DASH.test(after)) return '';
  if (before.charCodeAt(before.length - 1) < LEAST_UNSPACED || after.charCodeAt(0) < LEAST_UNSPACED) return ' ';
  const last = LAST.exec(before)?.[1] ?? '';
  const first = FIRST.exec(after)?.[1] ?? '';
  return UNSPACED.test(last) && UNSPACED.test(first) ? '' : ' ';
}
