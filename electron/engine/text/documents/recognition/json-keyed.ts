import { sampleJson } from '../json/sample.ts';
import { fieldsOf, isObject } from '../tables/object-rows.ts';
import type { TextHead } from './decoded-head.ts';

/** So many entries of one form say that a document is a table; fewer may be settings. */
const LEAST_ENTRIES = 3;
const LEAST_NUMBERED = 2;
const isNumber = (key: string) => /^\d{1,20}$/.test(key);

/** A document of JSON whose keys are columns with numbered cells, or rows with named ones. */
export interface KeyedTable {
  readonly shape: 'columns' | 'entries';
  readonly names: string[];
}

/** Whether rows have most of their fields in common. */
export function areAlike(rows: readonly Record<string, unknown>[]): boolean {
  const [first] = rows;
  const shared = (row: Record<string, unknown>) => Object.keys(row).filter((name) => Object.hasOwn(first, name)).length;
  return rows.every((row) => 2 * shared(row) >= Math.max(1, Object.keys(first).length, Object.keys(row).length));
}

/** Whether the cells of a document are texts by their names or numbers; most of several words, or it holds settings. */
function areTexts(values: readonly unknown[], whole: boolean): boolean {
  // of a text that is cut off, nothing is there
  const cells = whole ? values : values.filter((value) => typeof value === 'string');
  const texts = cells.filter((value): value is string => typeof value === 'string');
  if (texts.length < LEAST_ENTRIES || texts.length < values.length - 1 || texts.length < cells.length) return false;
  return texts.filter((text) => /\S\s+\S/.test(text)).length > texts.length / 2;
}

/** A document that is an object of objects, as a table: one column behind the other, or one row. */
export function keyedIn({ text, whole }: TextHead): KeyedTable | undefined {
  if (!/^\s*\{\s*"/.test(text)) return undefined;
  const [document, ...others] = sampleJson(text);
  if (!isObject(document) || others.length > 0) return undefined;
  const all = Object.values(document);
  if (areTexts(all, whole)) return { shape: 'entries', names: [''] };
  if (!all.every(isObject)) return undefined;
  // the last one may be cut off
  const rows = whole || all.length < 2 ? all : all.slice(0, -1);
  const filled = rows.filter((row) => Object.keys(row).length > 0);
  if (filled.length > 0 && filled.every((row) => Object.keys(row).every(isNumber)))
    return Object.keys(filled[0]).length >= LEAST_NUMBERED
      ? { shape: 'columns', names: Object.keys(document) }
      : undefined;
  const least = Object.keys(document).every(isNumber) ? LEAST_NUMBERED : LEAST_ENTRIES;
  if (rows.length < least || filled.length < rows.length || !areAlike(rows)) return undefined;
  return { shape: 'entries', names: [...new Set(rows.flatMap((row) => fieldsOf(row).map(([name]) => name)))] };
}
