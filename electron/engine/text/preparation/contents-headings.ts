import type { Line } from './line.ts';
import { MARKS } from './marks.ts';

/** What stands above lists of contents; each begins with its first letter, or with all that this may be in brackets. */
const HEADINGS: readonly string[] = [
  'contents',
  'chapters',
  'illustrations',
  'table of (?:contents|chapters|illustrations)',
  'list of (?:contents|chapters|illustrations)',
  'inhalt(?:sverzeichnis|sübersicht)?',
  'inhoud(?:sopgave)?',
  'innehåll(?:sförteckning)?',
  'indhold(?:sfortegnelse)?',
  'innhold(?:sfortegnelse)?',
  'efnisyfirlit',
  'sisällys(?:luettelo)?',
  'sisukord',
  'table des mati[èe]res',
  'sommaire',
  '[íi]ndice(?: general| geral| generale)?',
  '[íi]ndex de continguts',
  'taula de continguts',
  'sommario',
  'sum[áa]rio',
  'cuprins',
  'obsah',
  'spis (?:treści|rzeczy)',
  'tartalom(?:jegyzék)?',
  'sadržaj',
  'kazalo',
  'saturs',
  'turinys',
  '[iİ]ç[iİ]ndek[iİ]ler',
  'mục lục',
  'daftar isi',
  'περιεχόμενα',
  'содержание',
  'оглавление',
  'зміст',
  'съдържание',
  'садржај',
  'תוכן (?:ה)?עניינים',
  'المحتويات',
  'فهرست',
  'สารบัญ',
  '目\\s*[录錄次]',
  'もくじ',
  '차\\s*례',
  '목\\s*차',
];
const HEADING = new RegExp(`^\\s*(?:${HEADINGS.join('|')})[.:：]?\\s*$`, 'iu');
const FIRST = new RegExp(
  `^\\s*[${HEADINGS.map((each) => /^\[.+?(?=\])|^./u.exec(each)![0].replace('[', '')).join('')}]`,
  'iu',
);
/** Without the blanks about it, and with them. */
const LONGEST = 26;
const LONGEST_WITH_BLANKS = 120;

/** Whether a line is what stands above a list of contents. Most are too long, or begin with another letter. */
export const isContentsHeading = ({ text, marks }: Line): boolean =>
  text.length <= ((marks & MARKS.blanks) === 0 ? LONGEST : LONGEST_WITH_BLANKS) &&
  FIRST.test(text) &&
  HEADING.test(text);
