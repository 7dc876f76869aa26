import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Values by the column that they stand in, as they are written there. */
export type Cells = Readonly<Record<string, string>>;

/** A line of a table: a file, what is asked of it, and what must come of that. */
export interface Row {
  /** what the row is about, in the names of tests */
  readonly name: string;
  readonly file: string;
  /** what a model of the file is asked; empty in tables that ask nothing */
  readonly ask: string;
  /** what it is asked about */
  readonly given: string;
  /** only the cells that are filled: an empty one says nothing */
  readonly right: Cells;
  /** name of what is not right yet */
  readonly known: string;
  /** the cells that are not right yet, with what they are instead */
  readonly today: Cells;
  /** the ways into the program that this is known of; none: all of them */
  readonly where: readonly string[];
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where a file of the tables lies. */
export const pathOf = (file: string): string => here(`./texts/${file}`);

/** The end of a cell of `today` that gives only the beginning of a value. */
export const AND_SO_ON = '…';

/** Between the parts of a cell that lists some. */
const SEPARATOR = ' | ';

/** The parts of a cell that lists some; none where it is empty. */
export const listed = (cell = ''): string[] => (cell ? cell.split(SEPARATOR) : []);
export const asList = (parts: readonly string[]): string => parts.join(SEPARATOR);

/** A cell as it is meant: \n, \t, \\ and \u200b are written as in JSON, quotes plainly. */
const unescaped = (cell: string): string => JSON.parse(`"${cell.replaceAll('"', '\\"')}"`) as string;

/** The rows of a table as it stands in its file: names of the columns first, tabs between cells. */
export function readTable(text: string): Row[] {
  const [head, ...lines] = text.trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length > columns.length) throw new Error(`More cells than columns: ${line}`);
    const filled = columns.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : []));
    const { file, ask = '', given = '', known = '', today = '{}', where = '', ...right } = Object.fromEntries(filled);
    return {
      name: [file, ask, given].filter(Boolean).join(' '),
      file,
      ask,
      given: unescaped(given),
      right: Object.fromEntries(Object.entries(right).map(([column, cell]) => [column, unescaped(cell)])),
      known,
      today: JSON.parse(today) as Cells,
      where: listed(where),
    };
  });
}

const table = (name: string): readonly Row[] => readTable(readFileSync(here(`./${name}.tsv`), 'utf8'));

/** How files read, before anything is done with their text. */
export const TEXTS = table('texts');
/** What is learnt of files where nothing is asked for. */
export const LEARNT = table('learnt');
/** What models of files answer. */
export const MODELS = table('models');
