import { BarredLines, framedCells, isBesideRows, isFrameRule, type Framed } from '../tables/framed-rows.ts';
import type { TextHead } from './decoded-head.ts';

/** Lines before the frame: the question that was asked. */
const ASKED = /^(?:mysql|MariaDB \[[^\]]*\])> /;

/** Whether nothing but rows stands there: a text may begin with a table, too. */
function areRows(lines: readonly string[], { names, framed }: Framed): boolean {
  const barred = new BarredLines(names.length);
  for (const line of lines) {
    if (!barred.isOpen && isBesideRows(line)) continue;
    if (framed && !barred.isOpen && !line.startsWith('|')) return false;
    if (framed) barred.take(line);
    else if ((framedCells(line, framed)?.length ?? 0) < names.length) return false;
  }
  return true;
}

/** A table as a database's terminal draws it, which is all of a text. */
export function framedIn(head: TextHead): Framed | undefined {
  const framed = begunIn(head);
  if (!framed) return undefined;
  const lines = head.text.trimStart().split('\n');
  if (!head.whole) lines.pop();
  return areRows(lines, framed) ? framed : undefined;
}

function begunIn({ text }: TextHead): Framed | undefined {
  const lines = text.trimStart().split('\n', 5);
  const [first, second = '', third = '', fourth = ''] = ASKED.test(lines[0]) ? lines.slice(1) : lines;
  if (isFrameRule(first)) {
    const names = framedCells(second, true);
    return names && first.trim() === third.trim() && fourth.startsWith('|') ? { names, framed: true } : undefined;
  }
  if (!isFrameRule(second) || second.trim().startsWith('+')) return undefined;
  const names = framedCells(first, false) ?? [];
  return names.length > 1 && names.length === second.trim().split('+').length ? { names, framed: false } : undefined;
}
