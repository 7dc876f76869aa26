import { UNSPACED } from './measure.ts';

const HYPHEN = /\p{L}[-\u2010]$/u;
const DASH = /[\p{L}\p{N},.!?](?:--|—|―)$/u;
const LEADING_DASH = /^(?:--|—|―)\p{L}/u;
const LAST = /.$/u;
const FIRST = /^./u;

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** What stood between two halves of a line before it was wrapped: a blank, or nothing. */
export function between(before: string, after: string): '' | ' ' {
  const comma = before.endsWith(',') || before.endsWith('.');
  if ((comma || isLetter(before.charCodeAt(before.length - 1))) && isLetter(after.charCodeAt(0))) return ' ';
  if (HYPHEN.test(before) && /^[\p{L}\p{N}]/u.test(after)) return '';
  if (DASH.test(before) || LEADING_DASH.test(after)) return '';
  const last = LAST.exec(before)?.[0] ?? '';
  const first = FIRST.exec(after)?.[0] ?? '';
  return last > '\u0dff' && first > '\u0dff' && UNSPACED.test(last) && UNSPACED.test(first) ? '' : ' ';
}
