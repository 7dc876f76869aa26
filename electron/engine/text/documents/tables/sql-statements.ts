/** A table of a database; its columns by their names, none where a statement does not say them. */
export interface SqlTable {
  readonly name: string;
  readonly columns: readonly string[];
}

const NAME = '([\\w$.\\p{L}`"\\[\\]]{1,200})';
const COLUMNS = '(?: ?\\(([^()]*)\\))?';
const INSERTS = new RegExp(
  `^(?:INSERT|REPLACE) (?:(?:OR \\w{1,10}|IGNORE|LOW_PRIORITY|DELAYED) )?(?:INTO )?${NAME}${COLUMNS} ?VALUES?$`,
  'iu',
);
/** UTF-16 units up to the first row. */
const LONGEST_INSERT = 1 << 13;
const ENDS_SO = /VALUES?\s{0,10}$/i;
const COPIES = new RegExp(`^COPY ${NAME}${COLUMNS} FROM stdin\\b`, 'iu');
const CREATES = new RegExp(`^CREATE (?:TEMP(?:ORARY)? )?TABLE (?:IF NOT EXISTS )?${NAME} ?\\(`, 'iu');
/** SQLite and PostgreSQL, in whose dumps this stands above all tables, write a backslash as it is. */
const KEEPS_BACKSLASHES = /^\s*(?:PRAGMA\s|SET\s+standard_conforming_strings\s*=\s*on\b)/i;
/** What stands among the columns of a table, and is none. */
const NO_COLUMN = /^(?:PRIMARY|UNIQUE|KEY|INDEX|CONSTRAINT|FOREIGN|CHECK|FULLTEXT|SPATIAL|EXCLUDE|LIKE)\b/i;

/** With one blank between words. */
const plain = (head: string): string => head.replace(/\s+/g, ' ').trim();
const bare = (name: string): string => name.replace(/[`"[\]]/g, '').trim();
/** Without the name of the database before it. */
const tableOf = (name: string): string => bare(name).split('.').at(-1) ?? '';

function found([, name, columns = '']: RegExpExecArray): SqlTable {
  return { name: tableOf(name), columns: columns.split(',').map(bare).filter(Boolean) };
}

/** Whether a backslash in texts behind a statement stands for itself. */
export const keepsBackslashes = (head: string): boolean => KEEPS_BACKSLASHES.test(head);

/** A text behind what is called with it: SQLite writes `replace('a\\nb','\\n',char(10))` for a text of two lines. */
export const textOf = (call: string, text: string): string =>
  /replace\($/i.test(call.trimEnd()) ? text.replaceAll('\\n', '\n').replaceAll('\\r', '') : text;

/** The table into which rows are put that stand behind a statement's head. */
export function insertsInto(head: string): SqlTable | undefined {
  // asked at every bracket
  const match = head.length < LONGEST_INSERT && ENDS_SO.test(head.slice(-20)) ? INSERTS.exec(plain(head)) : null;
  return match ? found(match) : undefined;
}

/** The same where they stand in lines behind it. */
export function copiedTo(head: string): SqlTable | undefined {
  const match = COPIES.exec(plain(head));
  return match ? found(match) : undefined;
}

/** Parts that commas divide, outside brackets. */
function parts(text: string): string[] {
  const all: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length && depth >= 0; at++) {
    const sign = text[at];
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    if (depth < 0 || (sign === ',' && depth === 0)) {
      all.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return all;
}

/** A table that a statement makes. */
export function createdIn(head: string): SqlTable | undefined {
  const statement = plain(head);
  const [begin, name] = CREATES.exec(statement) ?? [];
  if (begin === undefined) return undefined;
  const inside = statement.slice(begin.length);
  const columns = parts(inside)
    .filter((part) => part !== '' && !NO_COLUMN.test(part))
    .map((part) => bare(part.split(/\s/, 1)[0]));
  return { name: tableOf(name), columns };
}
