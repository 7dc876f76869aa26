const NAMES: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  big5: 'Big5',
  shift_jis: 'Shift-JIS',
  'euc-kr': 'EUC-KR',
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

/** An encoding as people write it. */
export function encodingName(encoding: string): string {
  return (
    NAMES[encoding.toLowerCase()] ??
    encoding
      .replace(/^windows/, 'Windows')
      .replace(/^(iso|koi|euc|cp|utf|rk|pt|viscii|armscii)/, (family) => family.toUpperCase())
  );
}

/** For the `lang` of a text: Chinese written in the script that the encoding is for. */
export function languageTag(language: string, encoding = ''): string | undefined {
  if (language === 'und') return undefined;
  if (language === 'zh') return encoding.toLowerCase() === 'big5' ? 'zh-Hant' : 'zh-Hans';
  return language;
}
