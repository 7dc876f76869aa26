const NAMES: Record<string, string> = {
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  big5: 'Big5',
  shift_jis: 'Shift-JIS',
  'windows-1252': 'Windows-1252',
  'windows-1251': 'Windows-1251',
  ibm866: 'CP866',
  macintosh: 'Mac Roman',
  'x-mac-cyrillic': 'Mac Cyrillic',
  'x-mac-ce': 'Mac Central European',
  'x-mac-greek': 'Mac Greek',
  'x-mac-turkish': 'Mac Turkish',
  'x-mac-icelandic': 'Mac Icelandic',
  'x-mac-croatian': 'Mac Croatian',
  johab: 'Johab',
  tcvn: 'TCVN3',
  'georgian-ps': 'Georgian PS',
  'georgian-academy': 'Georgian Academy',
  'hz-gb-2312': 'HZ',
};

/** What begins the name of a table that is written in capitals as a whole. */
const FAMILY = /^(?:iso|koi|euc|cp|utf|rk|pt|viscii|armscii)/;

const tableName = (table: string): string =>
  NAMES[table.toLowerCase()] ?? (FAMILY.test(table) ? table.toUpperCase() : table.replace(/^windows/, 'Windows'));

/** An encoding as people write it: of files that were put together, both. */
export const encodingName = (encoding: string): string => encoding.split('+').map(tableName).join(' + ');

/** For the `lang` of a text: Chinese written in the script that the encoding is for. */
export function languageTag(language: string, encoding = ''): string | undefined {
  if (language === 'und') return undefined;
  if (language === 'zh') return /\bbig5\b/i.test(encoding) ? 'zh-Hant' : 'zh-Hans';
  return language;
}
