/** What one publisher puts before and behind every book. */
export interface Publisher {
  readonly name: string;
  /** a line that such a head begins with or holds: from it on, its last line is waited for */
  readonly opens?: RegExp;
  /** the last line of the head */
  readonly starts?: RegExp;
  /** `starts` says nothing by itself, only behind `opens` */
  readonly afterOpening?: true;
  /** the first line of the tail */
  readonly ends?: RegExp;
  /** what the tail must hold, where its first line alone says too little; the first line may be proof itself */
  readonly proof?: RegExp;
  /** without proof, it is a tail if nearly nothing follows */
  readonly mayBeBrief?: true;
  /** the last line of the tail, where it is known; without it, all that follows is the tail */
  readonly closes?: RegExp;
}

/** The names and words are those of the publishers' own files, of all their years. */
export const PUBLISHERS: readonly Publisher[] = [
  {
    name: 'Project Gutenberg Australia',
    opens: /^\W*A? ?Project Gutenberg (?:of )?Australia e-?(?:book|text)/i,
    starts:
      /^\W*(?:View our licen[cs]e and header|To contact Project Gutenberg (?:of )?Australia|.*gutenberg\.net\.au\W*$)/i,
    afterOpening: true,
    ends: /^\W*(?:This site is full of FREE e-?books|Project Gutenberg (?:of )?Australia\W*$)/i,
  },
  {
    name: 'Project Gutenberg Canada',
    opens: /^\W*(?:The Project Gutenberg Canada|A? ?Distributed Proofreaders Canada) e-?book/i,
    starts: /^\W*This e-?book was produced by/i,
    afterOpening: true,
    ends: /^\W*\[?(?:The )?End of .{2,100}\bby .{2,60}\]\W*$/i,
  },
  {
    name: 'Gutenberg',
    opens:
      /^[\s*#]*(?:(?:This (?:is )?)?(?:the |a )?(?:copyrighted )?Project Gutenberg(?:['’]s)?\b|START\*\*THE SMALL PRINT|(?:The Legal )?Small Print\b|Welcome To The World of Free Plain Vanilla)/i,
    starts: /^\s*\*{2,3} ?START OF (?:THE|THIS) PROJECT GUTENBERG\b|\*END\*? ?THE SMALL PRINT/i,
    // no sentence that somebody wrote about it
    ends: /^\s*\*{2,3} ?END OF (?:THE|THIS) PROJECT GUTENBERG\b|^\W*(?:This is the )?(?:End|Ende|Fin|Fine|Einde|Slut|Loppu|Fim)(?: (?:af|d[aeiou]|de[lrst]|della|dello|dies(?:e|es|er)|deze|het|of|paa|the|this|van|v[ao]n|vom)){0,4} Proje[ck]?t Gutenberg\b(?:['’]s\b| e-?(?:text|book)|(?!.*[.!?]["”]?\s*$))/i,
    proof: /^\s*\*{2,3} ?END OF|General Terms of Use|SMALL PRINT|Updated editions will replace/i,
    mayBeBrief: true,
    closes: /\bto hear about new e-?books\.\s*$/i,
  },
  {
    name: 'Projekt Gutenberg-DE',
    mayBeBrief: true,
    ends: /^\W*(?:Dieser? (?:Text|E-?Book|Datei)\b.{0,60}Projekt Gutenberg-DE|Projekt Gutenberg-DE\W*$)/i,
  },
  {
    name: 'Wikisource',
    opens: /^\W*Export\S* \S+ Wikisource\b/i,
    starts: /^\W*Export\S* \S+ Wikisource\b/i,
    ends: /^\W*(?:About this digital edition|À propos de cette édition (?:électronique|numérique)|Über diese (?:digitale|elektronische) (?:Edition|Ausgabe)|(?:Acerca de|Sobre) esta ed\S+ \S+|Informazioni su questa edizione \S+)\W*$/i,
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
    name: '青空文庫',
    opens: /^【テキスト中に現れる記号について】/,
    starts: /^-{20,}\s*$/,
    afterOpening: true,
    ends: /^底本：/,
    proof: /青空文庫/,
  },
];

/** Lines of their own that scanners leave on any page. */
export const NOTICE =
  /^\s*(?:Digiti[sz]ed by (?:the )?(?:Google|Goo\w{1,6}|[VL]j?[O0]{2}\S{1,6}(?: \w{1,3})?|Internet Archive\b.{0,80}|Microsoft\W*)|(?:in \d{4} )?with funding from .{2,60}|https?:\/\/(?:www\.)?archive\.org\/details\/\S+)\s*$/i;

/** Who made the file, just behind its head: a paragraph of the frame. */
export const CREDITS =
  /^\s*\[?(?:(?:This )?(?:e-?text|e-?book|file) (?:was |is )?(?:produced|prepared|created|converted|scanned)|(?:E-?text |HTML version )?(?:produced|prepared|scanned|transcribed|digitized) (?:by|from)|E-?text prepared by|Credits?:)/i;
