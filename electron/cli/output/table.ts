import type { TerminalTexts, TerminalTranslator } from '../../messages/terminal.ts';
import { onOneLine } from './plain-text.ts';
import { cut, pad, textWidth } from './text-width.ts';

export interface Column {
  readonly title: string;
  /** numbers are read from the right */
  readonly align?: 'left' | 'right';
  /** columns; what is longer is cut */
  readonly maximum?: number;
  /** left out where no row has anything in it */
  readonly optional?: true;
}

/** A column by the name that the messages have for its title. */
export interface NamedColumn extends Omit<Column, 'title'> {
  readonly name: keyof TerminalTexts['columns'];
}

/** Columns under their titles in the language that is spoken. */
export function titled(columns: readonly NamedColumn[], translator: TerminalTranslator): Column[] {
  return columns.map(({ name, ...rest }) => ({ title: translator.text(`columns.${name}`), ...rest }));
}

/** Rows under their titles, as lines without trailing spaces; wide characters count as two columns. */
export function tableLines(all: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const shown = all.map(({ optional }, index) => !optional || rows.some((row) => row[index] !== ''));
  const columns = all.filter((_, index) => shown[index]);
  const cells = [all.map(({ title }) => title), ...rows].map((row) =>
    row
      .filter((_, index) => shown[index])
      .map((cell, index) => cut(onOneLine(cell), columns[index].maximum ?? Infinity)),
  );
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => textWidth(row[index]))));
  return cells.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index], columns[index].align === 'right' ? 'left' : 'right'))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * Facts as `name  value` lines, the names in one column.
 * @param least columns of the names at least, so that several lists align
 */
export function factLines(
  facts: readonly (readonly [name: string, value: string])[],
  indent = '',
  least = 0,
): string[] {
  const width = Math.max(least, ...facts.map(([name]) => textWidth(name)));
  return facts.map(([name, value]) => `${indent}${pad(name, width)}  ${onOneLine(value)}`.trimEnd());
}
