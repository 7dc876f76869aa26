const NAME = /^[№#\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .()#/:-]*$/u;
const NUMBER = /^[\d.,+-]+$/;
const DATE = /^\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}(?!\d)/;
const LONGEST_NAME = 40;
const MOST_WORDS = 4;
const KNOWN =
  /^(id|text|title|name|content|body|label|date|time|url|author|user(name)?|message|sentence|quote|joke|lyrics?|story|likes|score|category|language|lang|comment|review|index|question|answer|source|target|prompt|response|headline|tweet|poem|文本|内容|內容|标题|標題|作者|编号|編號|本文|題名|タイトル|제목|내용|текст|заголовок|автор|дата|titel|autor|texte|titre|auteur|texto|título|fecha|data)$/iu;

const looksLikeName = (cell: string) =>
  cell.length <= LONGEST_NAME &&
  NAME.test(cell) &&
  !NUMBER.test(cell) &&
  !/[.!?]$/.test(cell) &&
  cell.split(/\s+/).length <= MOST_WORDS;

/** What stands where a number or a date is not known. */
const MISSING =
  /^(?:n\/?a|n\.? ?d\.?|nan|nil|null|none|unknown|missing|tb[acd]|undated|ongoing|present|unbekannt|keine|inconnu|desconocido|未知|不详|不詳|无|無|不明|なし)$/i;

/** Rows of numbers and dates that say that what stands above them is no such thing. */
const LEAST_COUNTED = 2;
const SAID = /\s\S.*[.!…。！][”"’»)]?\s*$|[^\s]{4}[。！]\s*$/u;

/** Whether a column has a name above nothing but numbers, or dates: other names beside it may be whole questions. */
function isCounted(name: string, cells: readonly string[]): boolean {
  if (!looksLikeName(name) || DATE.test(name) || MISSING.test(name)) return false;
  return cells.length >= LEAST_COUNTED && [NUMBER, DATE].some((kind) => cells.every((cell) => kind.test(cell)));
}

/**
 * Whether the first row names the columns: short names, each once unless they are usual ones, and the rows below are made of something else:
 * numbers, sentences.
 */
export function hasHeader([first, ...rest]: readonly (readonly string[])[]): boolean {
  if (!first || !rest.length) return false;
  const cells = first.map((cell) => cell.trim());
  // spreadsheets write empty columns behind the last one
  const width = 1 + cells.findLastIndex((name, at) => name !== '' || rest.some((row) => row[at]?.trim()));
  const names = cells.slice(0, width);
  const named = names.filter(Boolean);
  // it says something as those below it do
  const isSaid = first.some((cell, at) => SAID.test(cell) && rest.every((row) => SAID.test(row[at] ?? '')));
  if (
    !(isSaid && !names.some((name) => KNOWN.test(name))) &&
    new Set(names).size === names.length &&
    names.every(Boolean) &&
    names.some((name, at) => isCounted(name, rest.map((row) => row[at]?.trim() ?? '').filter(Boolean)))
  )
    return true;
  // programs leave the column of row numbers without a name
  if (named.length < Math.max(1, names.length - 1) || !named.every(looksLikeName)) return false;
  const known = named.filter((name) => KNOWN.test(name)).length;
  // telephones write “Number, Name” twice: of who sent, and of who received
  if (new Set(named).size < named.length) return known > 1;
  if (known) return true;
  return first.some((name, column) => {
    const cells = rest.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    if (!cells.length) return false;
    const numbers = cells.filter((cell) => NUMBER.test(cell)).length;
    const mean = cells.reduce((sum, { length }) => sum + length, 0) / cells.length;
    return (
      (numbers === cells.length && !NUMBER.test(name) && !MISSING.test(name.trim())) || mean > 3 * name.length + 10
    );
  });
}

/** Rows above the names of columns that say what a table is of. */
const MOST_TITLES = 3;
const isTitle = (row: readonly string[]) => row.filter((cell) => cell.trim()).length === 1;

/** How many rows of one cell stand above a row that names several columns. */
export function titlesOver(rows: readonly (readonly string[])[]): number {
  const titles = rows.findIndex((row) => !isTitle(row));
  return titles > 0 && titles <= MOST_TITLES && hasHeader(rows.slice(titles)) ? titles : 0;
}
