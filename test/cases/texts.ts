import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const FIELDS = ['encoding', 'lines', 'characters', 'sha256'] as const;
type Field = (typeof FIELDS)[number];

/** What a text must come to, whichever way it goes in: `sha256` is of its normalised form in UTF-8. */
export type Reading = Record<Field, string | number>;

/** A small file that a person's report led to. */
export interface TextCase {
  readonly file: string;
  readonly path: string;
  readonly right: Reading;
  /** what is not right yet: the list is to shrink */
  readonly known: readonly Field[];
}

function caseOf(line: string): TextCase {
  const [file, encoding, lines, characters, sha256, known = ''] = line.split('\t');
  return {
    file,
    path: here(`./texts/${file}`),
    right: { encoding, lines: Number(lines), characters: Number(characters), sha256 },
    known: FIELDS.filter((field) => known.split(', ').includes(field)),
  };
}

/** Every row of texts.tsv: a report becomes a file in texts/ and a line there. */
export const TEXT_CASES: readonly TextCase[] = readFileSync(here('./texts.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(caseOf);

/** Compares a reading with the right one. What is known to be wrong must still be: once mended, it leaves the table. */
export function expectReading({ file, right, known }: TextCase, found: Reading): void {
  const wrong = FIELDS.filter((field) => found[field] !== right[field]);
  const values = Object.fromEntries(FIELDS.map((field) => [field, found[field]]));
  expect(wrong, `${file} reads as ${JSON.stringify(values)}`).toEqual(known);
}
