import { EAST, WEST, type Table } from './tables.ts';

/** WHATWG has one of these, under IBM's name. */
export const DOS: readonly Table[] = [
  { name: 'ibm866', labels: 'cp866 866', decoder: 'bytes', iconv: 'cp866', languages: 'ru uk be bg', rarity: 1 },
  {
    name: 'cp850',
    labels: 'ibm850 850',
    decoder: 'bytes',
    iconv: 'cp850',
    languages: 'en de fr es it pt ca nl sv da nb fi is ga',
    rarity: 2,
  },
  {
    name: 'cp437',
    labels: 'ibm437 437 dos oem',
    decoder: 'bytes',
    iconv: 'cp437',
    languages: 'en de fr es it nl sv fi',
    rarity: 2.5,
  },
  { name: 'cp737', labels: 'ibm737', decoder: 'bytes', iconv: 'cp737', languages: 'el', rarity: 2 },
  { name: 'cp775', labels: 'ibm775', decoder: 'bytes', iconv: 'cp775', languages: 'lt lv et', rarity: 2 },
  { name: 'cp852', labels: 'ibm852 852', decoder: 'bytes', iconv: 'cp852', languages: EAST, rarity: 2 },
  { name: 'cp855', labels: 'ibm855', decoder: 'bytes', iconv: 'cp855', languages: 'ru bg sr mk be', rarity: 3 },
  { name: 'cp857', labels: 'ibm857', decoder: 'bytes', iconv: 'cp857', languages: 'tr', rarity: 2 },
  { name: 'cp862', labels: 'ibm862', decoder: 'bytes', iconv: 'cp862', languages: 'he', rarity: 2 },
  { name: 'cp720', labels: 'ibm720', decoder: 'bytes', iconv: 'cp720', languages: 'ar fa', rarity: 2 },
  { name: 'cp860', labels: 'ibm860', decoder: 'bytes', iconv: 'cp860', languages: 'pt', rarity: 4 },
  { name: 'cp861', labels: 'ibm861', decoder: 'bytes', iconv: 'cp861', languages: 'is', rarity: 2 },
  { name: 'cp863', labels: 'ibm863', decoder: 'bytes', iconv: 'cp863', languages: 'fr', rarity: 4 },
  { name: 'cp864', labels: 'ibm864', decoder: 'bytes', iconv: 'cp864', languages: 'ar', rarity: 2 },
  { name: 'cp865', labels: 'ibm865', decoder: 'bytes', iconv: 'cp865', languages: 'da nb', rarity: 4 },
  { name: 'cp869', labels: 'ibm869', decoder: 'bytes', iconv: 'cp869', languages: 'el', rarity: 3 },
  { name: 'cp1125', labels: 'ibm1125 ruscii cp866u', decoder: 'bytes', iconv: 'cp1125', languages: 'uk', rarity: 2 },
];

export const MACINTOSH: readonly Table[] = [
  { name: 'macintosh', labels: 'mac macroman x-mac-roman', decoder: 'bytes', languages: WEST, rarity: 3 },
  {
    name: 'x-mac-cyrillic',
    labels: 'maccyrillic x-mac-ukrainian',
    decoder: 'bytes',
    languages: 'ru uk be bg sr mk',
    rarity: 2,
  },
  {
    name: 'x-mac-ce',
    labels: 'maccentraleurope maclatin2',
    decoder: 'bytes',
    iconv: 'maccenteuro',
    languages: 'pl cs sk hu',
    rarity: 3,
  },
  { name: 'x-mac-greek', labels: 'macgreek', decoder: 'bytes', iconv: 'macgreek', languages: 'el', rarity: 2 },
  { name: 'x-mac-turkish', labels: 'macturkish', decoder: 'bytes', iconv: 'macturkish', languages: 'tr', rarity: 2 },
  { name: 'x-mac-icelandic', labels: 'maciceland', decoder: 'bytes', iconv: 'maciceland', languages: 'is', rarity: 3 },
  {
    name: 'x-mac-croatian',
    labels: 'maccroatian',
    decoder: 'bytes',
    iconv: 'maccroatian',
    languages: 'hr sl',
    rarity: 3,
  },
];
