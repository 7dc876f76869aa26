/** An encoding: how it is called, how it is read, and what is written in it. */
export interface Table {
  name: string;
  /** other names that people and programs give it, parted by spaces; signs and case aside */
  labels?: string;
  /** a byte a character; whatever TextDecoder makes of it, or iconv-lite; shifts between tables of seven bits; two bytes a syllable */
  decoder: 'bytes' | 'stream' | 'iconv' | 'utf-7' | 'shifts' | 'johab';
  /** its name in iconv-lite, where TextDecoder has not the table or not in every version */
  iconv?: string;
  /** the characters of its 256 bytes, where neither has it */
  characters?: string;
  /** ISO 639-1 of the languages that are written in it as a rule; missing where it is never guessed by its letters */
  languages?: string;
  /** how much rarer it is met than UTF-8 and the Windows tables, in nats */
  rarity?: number;
}

/** UTF-8, UTF-16 and UTF-32, where a byte order mark says which end comes first. */
export const UNICODE: readonly Table[] = [
  { name: 'utf-8', labels: 'utf-8-sig cp65001 ascii us-ascii', decoder: 'stream', languages: '' },
  { name: 'utf-16le', labels: 'utf16 ucs2 unicode', decoder: 'stream', languages: '' },
  { name: 'utf-16be', decoder: 'stream', languages: '', rarity: 2 },
  { name: 'utf-32', labels: 'ucs4', decoder: 'iconv' },
  { name: 'utf-32le', decoder: 'iconv' },
  { name: 'utf-32be', decoder: 'iconv' },
  { name: 'utf-7', labels: 'unicode-1-1-utf-7 cp65000', decoder: 'utf-7' },
];

export const EAST_ASIAN: readonly Table[] = [
  { name: 'gb18030', labels: 'gbk gb2312 cp936 ms936 euc-cn', decoder: 'stream', languages: 'zh-Hans' },
  { name: 'big5', labels: 'cp950 ms950 big5-hkscs', decoder: 'iconv', iconv: 'big5hkscs', languages: 'zh-Hant' },
  { name: 'shift_jis', labels: 'sjis cp932 ms932 windows-31j', decoder: 'stream', languages: 'ja' },
  { name: 'euc-jp', labels: 'ujis', decoder: 'stream', languages: 'ja', rarity: 1 },
  { name: 'iso-2022-jp', labels: 'jis', decoder: 'stream' },
  { name: 'euc-kr', labels: 'cp949 ms949 uhc', decoder: 'iconv', iconv: 'cp949', languages: 'ko' },
  { name: 'johab', labels: 'cp1361 ms1361', decoder: 'johab', languages: 'ko', rarity: 4 },
  { name: 'iso-2022-kr', decoder: 'shifts' },
  { name: 'iso-2022-cn', decoder: 'shifts' },
  { name: 'hz-gb-2312', labels: 'hz', decoder: 'shifts' },
];

export const WEST = 'en de fr es it pt ca nl sv da nb fi is ga la id';
export const EAST = 'pl cs sk hu ro hr sl sq de';

export const WINDOWS: readonly Table[] = [
  {
    name: 'windows-1252',
    labels: 'cp1252 ansi latin1 l1 cp819',
    decoder: 'bytes',
    iconv: 'win1252',
    languages: WEST,
  },
  { name: 'windows-1250', labels: 'cp1250', decoder: 'bytes', iconv: 'win1250', languages: EAST },
  { name: 'windows-1251', labels: 'cp1251', decoder: 'bytes', iconv: 'win1251', languages: 'ru uk be bg sr mk' },
  { name: 'windows-1253', labels: 'cp1253', decoder: 'bytes', iconv: 'win1253', languages: 'el' },
  { name: 'windows-1254', labels: 'cp1254 latin5', decoder: 'bytes', iconv: 'win1254', languages: 'tr' },
  { name: 'windows-1255', labels: 'cp1255', decoder: 'bytes', iconv: 'win1255', languages: 'he' },
  { name: 'windows-1256', labels: 'cp1256', decoder: 'bytes', iconv: 'win1256', languages: 'ar fa' },
  { name: 'windows-1257', labels: 'cp1257', decoder: 'bytes', iconv: 'win1257', languages: 'lt lv et' },
  { name: 'windows-1258', labels: 'cp1258', decoder: 'bytes', iconv: 'win1258', languages: 'vi', rarity: 2 },
  { name: 'tcvn', labels: 'tcvn3 abc tcvn-5712', decoder: 'bytes', iconv: 'tcvn', languages: 'vi', rarity: 1 },
  { name: 'viscii', labels: 'viscii1.1-1', decoder: 'bytes', iconv: 'viscii', languages: 'vi', rarity: 4 },
  { name: 'windows-874', labels: 'cp874 tis-620 iso-8859-11', decoder: 'bytes', iconv: 'win874', languages: 'th' },
];

/**
 * The tables of ISO. Where a Windows table has the same letters, only its quotes and dashes, in place of controls, tell
 * them apart; a text without any is read alike in both, and called by the Windows name.
 */
export const ISO: readonly Table[] = [
  { name: 'iso-8859-1', decoder: 'bytes', iconv: 'win1252' },
  { name: 'iso-8859-2', labels: 'latin2 l2', decoder: 'bytes', iconv: 'iso88592', languages: EAST, rarity: 1 },
  { name: 'iso-8859-3', labels: 'latin3', decoder: 'bytes', iconv: 'iso88593' },
  { name: 'iso-8859-4', labels: 'latin4', decoder: 'bytes', iconv: 'iso88594', languages: 'lt lv et', rarity: 2 },
  {
    name: 'iso-8859-5',
    labels: 'cyrillic',
    decoder: 'bytes',
    iconv: 'iso88595',
    languages: 'ru uk be bg sr mk',
    rarity: 2,
  },
  { name: 'iso-8859-6', labels: 'arabic asmo-708', decoder: 'bytes', iconv: 'iso88596', languages: 'ar', rarity: 1 },
  { name: 'iso-8859-7', labels: 'greek elot-928', decoder: 'bytes', iconv: 'iso88597', languages: 'el', rarity: 1 },
  {
    name: 'iso-8859-8',
    labels: 'hebrew iso-8859-8-i',
    decoder: 'bytes',
    iconv: 'iso88598',
    languages: 'he',
    rarity: 1,
  },
  { name: 'iso-8859-9', decoder: 'bytes', iconv: 'win1254' },
  { name: 'iso-8859-10', labels: 'latin6', decoder: 'bytes', iconv: 'iso885910' },
  { name: 'iso-8859-13', labels: 'latin7', decoder: 'bytes', iconv: 'iso885913', languages: 'lt lv et', rarity: 1 },
  { name: 'iso-8859-14', labels: 'latin8', decoder: 'bytes', iconv: 'iso885914' },
  {
    name: 'iso-8859-15',
    labels: 'latin9 l9',
    decoder: 'bytes',
    iconv: 'iso885915',
    languages: `${WEST} et`,
    rarity: 2,
  },
  { name: 'iso-8859-16', labels: 'latin10', decoder: 'bytes', iconv: 'iso885916', languages: 'ro hu pl hr', rarity: 1 },
];

/** Tables of the Soviet Union and of the countries after it. */
export const SOVIET: readonly Table[] = [
  { name: 'koi8-r', labels: 'koi koi8', decoder: 'bytes', iconv: 'koi8r', languages: 'ru bg' },
  { name: 'koi8-u', labels: 'koi8-ru', decoder: 'bytes', iconv: 'koi8u', languages: 'uk ru be', rarity: 1 },
  { name: 'rk1048', labels: 'kz-1048 strk1048-2002', decoder: 'bytes', iconv: 'rk1048', languages: 'kk', rarity: 1 },
  {
    name: 'pt154',
    labels: 'ptcp154 cp154 cyrillic-asian',
    decoder: 'bytes',
    iconv: 'pt154',
    languages: 'kk',
    rarity: 2,
  },
  { name: 'armscii-8', labels: 'armscii8', decoder: 'bytes', iconv: 'armscii8', languages: 'hy', rarity: 1 },
  { name: 'georgian-ps', labels: 'geostd8', decoder: 'bytes', iconv: 'georgianps', languages: 'ka', rarity: 4 },
  { name: 'georgian-academy', decoder: 'bytes', iconv: 'georgianacademy', languages: 'ka', rarity: 4 },
];
