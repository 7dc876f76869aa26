import { framedCells, isFrameRule, type Framed } from '../tables/framed-rows.ts';
import type { TextHead } from './decoded-head.ts';

/** Lines before the frame: the question that was asked. */
const ASKED = /^(?:mysql|MariaDB \[[^\]]*\])> /;

/** A table as a database's terminal draws it, at the beginning of a text. */
export function framedIn({ text }: TextHead): Framed | undefined {
  const lines = text.trimStart().split('\n', 5);
  const [first, second = '', third = '', fourth = ''] = ASKED.test(lines[0]) ? lines.slice(1) : lines;
  if (isFrameRule(first)) {
    const names = framedCells(second, true);
    const isRow = names !== undefined && framedCells(fourth, true)?.length === names.length;
    return isRow && first.trim() === third.trim() ? { names, framed: true } : undefined;
  }
  if (!isFrameRule(second) || second.trim().startsWith('+')) return undefined;
  const names = framedCells(first, false) ?? [];
  return names.length > 1 && names.length === second.trim().split('+').length ? { names, framed: false } : undefined;
}
