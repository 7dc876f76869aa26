import type { Line } from '../line.ts';
import { countOf, MARKS } from '../marks.ts';

const HAN = /[\u3001-\u30ff\u4e00-\u9fff]/;
/** Quotes, dashes and dots of Chinese and Japanese are as wide as its characters. */
function wideMarks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x2014 && unit <= 0x2026 && (unit <= 0x2014 || unit >= 0x2026 || (unit >= 0x2018 && unit <= 0x201d)))
      count++;
  }
  return count > 0 && HAN.test(text) ? count : 0;
}
/** Columns of a line's first units. */
export const columns = (text: string, marks: number) =>
  (marks & MARKS.wide) === 0 ? text.length : text.length + countOf(text, MARKS.wide) + wideMarks(text);

export const columnsOf = ({ text, marks, typed }: Line): number => typed ?? columns(text, marks);
