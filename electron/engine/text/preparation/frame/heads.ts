import { isBlank, type Line } from '../line.ts';
import { isBetween, isHint, isRule } from './hint.ts';
import { OF_BOXES, PUBLISHERS, type Publisher } from './publishers.ts';

/** Lines of a box above a text, and of what stands above it. */
const BOX_LINES = 16;
const ABOVE_BOX = 40;
const BOXED = PUBLISHERS.filter(({ boxed }) => boxed !== undefined);
/** Whose head may be no more than a title. */
export const TITLED = PUBLISHERS.find(({ titles }) => titles);

/** Where a publisher's head begins among lines of which the last is its last one. */
export function headOf(lines: readonly Line[], { heads, opens }: Publisher): number {
  if (!heads) return 0;
  let head = Math.max(
    0,
    lines.findLastIndex(({ text }) => opens?.test(text)),
  );
  for (let at = head - 1; at >= 0 && (isBlank(lines[at]) || heads.test(lines[at].text)); at--)
    if (!isBlank(lines[at])) head = at;
  return head;
}

/** Where a publisher's box begins that the last of some lines ends, and whose it is; undefined where it ends none. */
export function boxOf(lines: readonly Line[]): { first: number; publisher: Publisher } | undefined {
  const last = lines.length - 1;
  if (last >= ABOVE_BOX + BOX_LINES || !isRule(lines[last].text)) return undefined;
  const first = lines.findLastIndex(({ text }, at) => at < last && isRule(text));
  if (first < 0 || first > ABOVE_BOX || last - first > BOX_LINES) return undefined;
  const box = lines.slice(first + 1, last);
  const publisher = BOXED.find(({ boxed }) => box.some(({ text }) => boxed!.test(text)));
  return publisher && box.some(({ text }) => OF_BOXES.test(text)) ? { first, publisher } : undefined;
}

/** How many lines at the beginning are no more than a publisher's title, with the blank ones about it. */
export function titleLines(lines: readonly Line[]): number {
  const title = lines.findIndex((line) => !isBlank(line));
  if (title < 0 || title + 1 === lines.length || !isBlank(lines[title + 1])) return 0;
  const { text } = lines[title];
  if (!isHint(text) || !TITLED?.titles?.test(text)) return 0;
  const next = lines.findIndex((line, at) => at > title && !isBlank(line));
  return next < 0 ? 0 : next;
}

/** Where the title of a book begins whose head the last of some lines opens: the last paragraph before it, above a rule. */
export function titleBefore(lines: readonly Line[]): number {
  let title = lines.length - 2;
  while (title > 0 && isBetween(lines[title])) title--;
  while (title > 0 && !isBlank(lines[title])) title--;
  return title;
}
