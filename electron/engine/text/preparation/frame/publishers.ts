import { isOfSite } from './sites.ts';
import { isOfTheft } from './thefts.ts';

/** What one publisher puts before and behind every book. */
export interface Publisher {
  readonly name: string;
  /** a line that such a head begins with or holds: from it on, its last line is waited for */
  readonly opens?: RegExp;
  /** the same, where it is the first line of all: elsewhere it is the first one of a tail */
  readonly begins?: RegExp;
  /** the last line of the head */
  readonly starts?: RegExp;
  /** a line that stands above a book of which nothing else is framed */
  readonly titles?: RegExp;
  /** `starts` says nothing by itself, only behind `opens` */
  readonly afterOpening?: true;
  /** lines that are not blank down to `starts`, where a story may hold such a line, too */
  readonly longest?: number;
  /** lines that stand above `opens`, where what is above them is the text's: its title, or what came before */
  readonly heads?: RegExp;
  /** the first line of the tail */
  readonly ends?: RegExp;
  /** which says nothing without a head of the same */
  readonly endsOnlyItsOwn?: true;
  /** what the tail must hold, where its first line alone says too little; the first line may be proof itself */
  readonly proof?: RegExp;
  /** without proof, it is a tail if nearly nothing follows */
  readonly mayBeBrief?: true;
  /** what a box of rules above the text holds, where its head is one: what stands above the box is the text's */
  readonly boxed?: RegExp;
  /** the last line of the tail, where it is known; without it, all that follows is the tail */
  readonly closes?: RegExp;
}

/** The names and words are those of the publishers' own files, of all their years. */
export const PUBLISHERS: readonly Publisher[] = [
  {
    name: 'Project Gutenberg Australia',
    opens: /^\W*A? ?Project Gutenberg (?:of )?Australia e-?(?:book|text)/i,
    begins: /^\W*Project Gutenberg (?:of )?Australia\W*$/i,
    starts:
      /^(?:\W*(?:View our licen[cs]e and header|To contact Project Gutenberg (?:of )?Australia)|.*gutenberg\.net\.au\W*$)/i,
    afterOpening: true,
    ends: /^\W*(?:This site is full of FREE e-?books|Project Gutenberg (?:of )?Australia\W*$)/i,
  },
  {
    name: 'Project Gutenberg Canada',
    opens: /^\W*(?:The Project Gutenberg Canada|A? ?Distributed Proofreaders Canada) e-?book/i,
    starts: /^\W*This e-?book was produced by/i,
    afterOpening: true,
    endsOnlyItsOwn: true,
    ends: /^\W*\[?(?:The )?End of .{2,100}\bby .{2,60}\]\W*$/i,
  },
  {
    name: 'Gutenberg',
    opens:
      /^[\s*#]*(?:(?:This (?:is )?)?(?:the |a )?(?:copyrighted )?Project Gutenberg(?:['’]s)?\b|START\*\*THE SMALL PRINT|(?:The Legal )?Small Print\b|Welcome To The World of Free Plain Vanilla)/i,
    titles:
      /^\W*(?:This is the (?:[A-Z][a-z]{2,8} )?(?:\d{4} )?)?(?:The )?Project Gutenberg(?:['’]s)? (?:e-?text|e-?book|edition|release) of\b(?!.*[.!?]["”]?\s*$)/i,
    starts: /^\s*\*{2,3} ?START OF (?:THE|THIS) PROJECT GUTENBERG\b|\*END\*? ?THE SMALL PRINT/i,
    // no sentence that somebody wrote about it
    ends: /^\s*\*{2,3} ?END OF (?:THE|THIS) PROJECT GUTENBERG\b|^\W*(?:This is the )?(?:End|Ende|Fin|Fine|Einde|Slut|Loppu|Fim)(?: (?:af|d[aeiou]|de[lrst]|della|dello|dies(?:e|es|er)|deze|het|of|paa|the|this|van|v[ao]n|vom)){0,4} Proje[ck]?t Gutenberg\b(?:['’]s\b| e-?(?:text|book)|(?!.*[.!?]["”]?\s*$))/i,
    proof: /^\s*\*{2,3} ?END OF|General Terms of Use|SMALL PRINT|Updated editions will replace/i,
    mayBeBrief: true,
    closes: /\bto hear about new e-?books\.\s*$/i,
  },
  {
    name: 'Projekt Gutenberg-DE',
    begins: /^\W*(?:Projekt )?Gutenberg-DE\W*$/i,
    // a table of what the book is, of which the rest is credits
    starts: /^type\t[a-z ]{3,30}\s*$/,
    afterOpening: true,
    mayBeBrief: true,
    ends: /^\W*(?:Dieser? (?:Text|E-?Book|Datei)\b.{0,60}Projekt Gutenberg-DE|Projekt Gutenberg-DE\W*$)/i,
  },
  {
    name: 'Wikisource',
    opens: /^\W*Export\S* \S+ Wikisource\b/i,
    starts: /^\W*Export\S* \S+ Wikisource\b/i,
    ends: /^\W*(?:About this digital edition|À propos de cette édition (?:électronique|numérique)|Über diese (?:digitale|elektronische) (?:Edition|Ausgabe)|(?:Acerca de|Sobre) esta ed\S{1,40} \S{1,40}|Informazioni su questa edizione \S{1,40})\W*$/i,
    // the tail of « Ebooks libres et gratuits » begins alike
    proof: /Wikisource|Ebooks libres et gratuits/i,
  },
  {
    name: 'Ebooks libres et gratuits',
    opens: /^\W*[ÉE]dition du groupe « ?Ebooks libres et gratuits ?»\W*$/i,
    starts: /^\W*[ÉE]dition du groupe « ?Ebooks libres et gratuits ?»\W*$/i,
  },
  {
    name: 'Standard Ebooks',
    opens: /\bvolunteers for Standard Ebooks\b|^\W*This ebook is the product of many hours of hard work/i,
    starts: /\bstandardebooks\.org\W*$/i,
    afterOpening: true,
    ends: /^\W*(?:Colophon|Uncopyright)\W*$/,
    proof: /Standard Ebooks/i,
  },
  {
    name: 'Google Books',
    heads: /^\W*Google\W*$/,
    opens:
      /^\W*(?:This is a (?:digital copy|reproduction) of a (?:library )?book that was|Dies ist ein digitales Exemplar eines Buches|Ceci est une copie num[ée]rique d['’]un ouvrage|Esta es una copia digital de un libro|Questa [èe] una copia digitale di un libro)/i,
    starts: /https?\s?:\s?\/\/\s?books\s?\.\s?google\s?\.\s?\w{2,3}\W*$/i,
    afterOpening: true,
  },
  {
    name: 'Internet Archive',
    opens: /^\W*Full text of ["“]/,
    starts: /^\W*See other formats\W*$/i,
    afterOpening: true,
  },
  {
    name: 'Feedbooks',
    opens: /^\W*(?:Note|Remarque|Hinweis|Nota|Note de l['’]éditeur): This book is brought to you by Feedbooks/i,
    starts: /^\W*Strictly for personal use, do not use this file for commercial purposes\W*$/i,
    afterOpening: true,
    ends: /^\W*(?:Loved this book|www\.feedbooks\.com)\W*$/i,
    proof: /feedbooks/i,
  },
  {
    name: 'Smashwords',
    opens: /^\W*(?:Published (?:by|at) .{0,80})?Smashwords(?: Edition\b.{0,40})?\W*$/i,
    starts:
      /\bThank you for (?:your support|respecting the (?:hard )?work of th(?:is|e) author)\W*$|\bpurchase an additional copy for each (?:recipient|person)\W*$/i,
    afterOpening: true,
    ends: /^\W*(?:(?:Connect|Contact) with (?:me|[\p{L} .]{2,40})|Discover other titles by .{2,80})\W*$/iu,
    proof: /smashwords/i,
  },
  {
    name: 'Archive of Our Own',
    opens: /^\W*Posted originally on the Archive of Our Own at\b|^\s*Archive Warnings?:\s*$/i,
    starts: /^\s*(?:Stats:\s*)?Published: ?\d{4}-\d\d-\d\d.{0,120}(?:Words|Chapters): ?[\d,]+/i,
    afterOpening: true,
    ends: /^\W*Please drop by the Archive and comment to let the (?:author|creator)s? know/i,
    mayBeBrief: true,
  },
  {
    name: 'FanFicFare',
    opens: /^Packaged: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\s*$/,
    starts: /^Summary: /,
    afterOpening: true,
    longest: 30,
    ends: /^End file\.\s*$/,
    endsOnlyItsOwn: true,
    mayBeBrief: true,
  },
  {
    name: 'FanFiction.Net',
    opens:
      /^(?:Storylink: https?:\/\/(?:www\.|m\.)?(?:fanfiction\.net|fictionpress\.com)\/|Source: Fan[Ff]iction\.[Nn]et\s*$)/,
    starts: /^Summary: /,
    afterOpening: true,
    longest: 30,
  },
  {
    name: 'Liber Liber',
    opens: /^\W*(?:QUESTO E-BOOK:?|Questo (?:e-book|testo) è stato realizzato .{0,40}sostegno di:?)\W*$/i,
    starts: /\bliberliber\.it\/(?:sostieni|aiuta|online\/aiuta)/i,
    afterOpening: true,
  },
  {
    name: 'Bibliothèque électronique du Québec',
    opens: /^\W*La Bibliothèque électronique du Québec\W*$/i,
    starts: /^\W*Volume \d{1,5} ?: ?version [\d.]{1,6}\W*$/i,
    afterOpening: true,
    ends: /^\W*Cet ouvrage est le \d{1,5}\S{0,4} publié/i,
    proof: /Bibliothèque électronique du Québec/i,
  },
  {
    name: 'Wolne Lektury',
    ends: /^\W*Ta lektura, podobnie jak tysiące innych/i,
    proof: /wolnelektury\.pl/i,
  },
  {
    name: 'Lib.ru',
    boxed: /^\s*(?:OCR(?:$|[\s:,&-])|Spell ?-?check|Origin:|(?:©|\(c\)) ?Copyright\b.{0,40}[А-яЁё])|\blib\.ru\b/i,
  },
  {
    name: 'RoyalLib',
    begins: /^[^\p{L}\p{N}]*Спасибо, что скачали книгу в .{0,60}Royallib\.(?:ru|com)/iu,
    starts: /^[^\p{L}\p{N}]*Приятного чтения[^\p{L}\p{N}]*$/iu,
    afterOpening: true,
    ends: /^[^\p{L}\p{N}]*Спасибо, что скачали книгу в .{0,60}библиотеке/iu,
    proof: /Royallib/i,
  },
  {
    name: 'ЛитРес',
    ends: /^[^\p{L}\p{N}]*(?:Конец ознакомительного фрагмента|Текст предоставлен (?:ООО|издательством) .{0,40}ЛитРес)/iu,
    proof: /ЛитРес|litres\.ru/i,
  },
  {
    name: '青空文庫',
    opens: /^【テキスト中に現れる記号について】/,
    starts: /^-{20,}\s*$/,
    afterOpening: true,
    heads: /^-{5,}\s*$/,
    ends: /^底本：/,
    proof: /青空文庫/,
  },
];

/** A box holds a line in the language of those who draw it. */
export const OF_BOXES = /[\u0400-\u04ff]/;

/** Lines of their own that scanners and those who give books away leave on any page. */
const OF_SCANNERS =
  /^\s*(?:Digiti[sz]ed by (?:the )?(?:Google(?: Original from .{3,60})?|Goo\w{1,6}|[VL]j?[O0]{2}\S{1,6}(?: \w{1,3})?|Internet Archive\b.{0,80}|Microsoft\W{0,9})|(?:in \d{4} )?with funding from .{2,60}|https?:\/\/(?:www\.)?archive\.org\/details\/\S+|Free e-?books at Planet e-?Book\b.{0,80}|Download free eBooks of classic literature, books and novels at Planet eBook\b.{0,120}|Generated (?:for|on|by) .{0,160}hdl\.handle\.net\/\S+|Public Domain(?:, |\s+in the )\S.{0,40}hathitrust\.org\/\S+|Source gallica\.bnf\.fr \/ .{3,60}|Libro descargado en www\.elejandria\.com.{0,120}|Lib\.ru(?:\/[\p{L}]{1,20})?: ?(?:["«]?библиотека Максима Мошкова|\[Регистрация\]).{0,160}|(?:Популярность: \d{1,9}, )?Last-modified: \w{3}, \d{1,2} \w{3} \d{4} [\d:]{5,8} GMT|Оцените этот текст:.{0,120}|Project Runeberg(?: \|.{1,200}|, \w{3} \w{3} +\d{1,2} .{0,100})|<< (?:prev|föreg)\. ?(?:page|sida).{0,100}|(?:Below is the raw OCR text|Här nedan syns (?:den )?maskintolkade text).{0,200}|(?:This page has (?:never )?been proofread|Denna sida har (?:aldrig )?korrekturlästs).{0,160}|https?:\/\/(?:www\.)?runeberg\.org\/\S+|This content downloaded from .{0,140}|All use subject to \S*jstor\.org\S*)\s*$/iu;

/** Whether a line is one of those, or of a site that copies novels. */
export const isNotice = (text: string): boolean => OF_SCANNERS.test(text) || isOfSite(text) || isOfTheft(text);

/** Who made the file, just behind its head: a paragraph of the frame. */
export const CREDITS =
  /^\s*\[?(?:(?:This )?(?:e-?text|e-?book|file) (?:was |is )?(?:originally )?(?:produced|prepared|created|converted|scanned)|(?:E-?text |HTML version )?(?:produced|prepared|scanned|transcribed|digitized) (?:by|from)|E-?text prepared by|Credits?:|Note: (?:The )?(?:Project Gutenberg (?:also )?has|Images of the original pages)|(?:author|title|booktitle|publisher|series|year|firstpub|translator|editor)\t\S)/i;
