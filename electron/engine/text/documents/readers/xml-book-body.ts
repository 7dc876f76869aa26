import type { OmittedKind } from '../../../../contract/document.ts';
import type { Flow } from '../markup/flow.ts';
import type { MarkupHandler } from '../markup/xml.ts';

/** What the elements of a kind of book are; names are local ones. */
interface Vocabulary {
  /** the element that holds what is read; all of the document, where none */
  readonly within?: ReadonlySet<string>;
  readonly leftOut: ReadonlySet<string>;
  /** left out of a `choice`, where what replaces them stands beside them; alone they are the text */
  readonly replaced?: ReadonlySet<string>;
  /** paragraphs and verses, each a line */
  readonly lines: ReadonlySet<string>;
  /** with a blank line round them */
  readonly apart: ReadonlySet<string>;
  /** raised, where the mark of a note stands in it or round it: that is left out */
  readonly raised?: ReadonlySet<string>;
  readonly links?: ReadonlySet<string>;
  /** apart, and their blanks and line ends are as they stand */
  readonly kept?: ReadonlySet<string>;
  /** what programs show in quotation marks */
  readonly said?: ReadonlySet<string>;
  /** apart, but within a paragraph words of it */
  readonly quoted?: ReadonlySet<string>;
  /** styles that make a heading of a paragraph, with a blank line round it */
  readonly headings?: RegExp;
  /** properties of a cell that begins a row, where rows have no element of their own */
  readonly firstCell?: RegExp;
}

const names = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Of tables, in all of them. */
const ROWS = names('row tr');
const CELLS = names('cell entry td th');
const BREAKS = names('lb br break');

/** What the writer would miss of what is left out, by the element that it stands in. */
const OMITTED: Readonly<Record<string, OmittedKind>> = {
  footnote: 'notes',
  note: 'notes',
  fn: 'notes',
  'fn-group': 'notes',
  body: 'notes',
  remark: 'comments',
  foot: 'notes',
  endnote: 'notes',
  section: 'heads',
  del: 'deletions',
  fw: 'heads',
  mediaobject: 'captions',
  inlinemediaobject: 'captions',
  figure: 'captions',
  media: 'captions',
  'disp-formula': 'formulas',
  'inline-formula': 'formulas',
  math: 'formulas',
  'tex-math': 'formulas',
  bibliography: 'references',
  glossary: 'references',
  index: 'references',
  'ref-list': 'references',
};
/** Of these: what is one note of many. */
const ITEMS: ReadonlySet<string> = new Set(['fn', 'section']);

/** What links of an article lead to that is a note. */
const NOTES = names('fn table-fn aff corresp author-notes');
/** UTF-16 units: what is longer is no mark of a note. */
const LONGEST_MARK = 80;

/** Books of XML, by their outermost element. */
export const XML_BOOKS = {
  fictionbook: {
    within: names('body'),
    leftOut: names('description binary stylesheet image'),
    lines: names('p v subtitle text-author date'),
    apart: names('title subtitle epigraph poem stanza cite empty-line section annotation'),
  },
  docbook: {
    leftOut: names(
      'info bookinfo articleinfo chapterinfo setinfo partinfo prefaceinfo sectioninfo footnote footnoteref indexterm index toc lot xref remark mediaobject inlinemediaobject imageobject bibliography glossary colophon legalnotice revhistory',
    ),
    lines: names('para simpara line attribution member term'),
    apart: names('title subtitle blockquote poetry linegroup stanza epigraph'),
    kept: names('programlisting literallayout screen'),
    said: names('quote'),
  },
  tei: {
    within: names('text'),
    leftOut: names('teiHeader note fw facsimile sourceDoc standOff figure graphic index del'),
    replaced: names('sic orig abbr'),
    lines: names('p ab l speaker stage item byline docAuthor docDate opener closer salute signed dateline trailer u'),
    apart: names('head lg epigraph titlePage docTitle titlePart sp'),
    quoted: names('quote'),
  },
  jats: {
    within: names('article-title subtitle abstract body back'),
    leftOut: names(
      'ref-list fn-group fn glossary label object-id alternatives graphic inline-graphic media disp-formula inline-formula math tex-math supplementary-material related-article trans-abstract kwd-group journal-meta contrib-group',
    ),
    lines: names('p verse-line attrib speaker term def-head'),
    apart: names('article-title subtitle title abstract disp-quote verse-group boxed-text speech fig table-wrap'),
    kept: names('preformat code'),
    raised: names('sup'),
    links: names('xref'),
  },
  abiword: {
    within: names('section'),
    leftOut: names('metadata styles foot endnote annotate toc field data'),
    lines: names('p'),
    apart: names('table'),
    headings: /^(?:(?:Numbered |Chapter |Section )?Heading\b|Title$|Subtitle$)/,
    firstCell: /(?:^|;)\s*left-attach\s*:\s*0\s*(?:;|$)/,
  },
} as const satisfies Record<string, Vocabulary>;

export type XmlBook = keyof typeof XML_BOOKS;

/** Puts the text of a book together; what notes say, pictures and what is said about the book are left out. */
export class XmlBookBody implements MarkupHandler {
  readonly #flow: Flow;
  readonly #book: XmlBook;
  readonly #words: Vocabulary;
  #inside = 0;
  #choices = 0;
  #leftOut = 0;
  #linked = 0;
  #paragraphs = 0;
  #kept = 0;
  /** the paragraph is one by its style */
  #isHeading = false;
  /** what stands in a raised element, of which the end shows whether it is the mark of a note */
  #raised: { text: string; isMark: boolean; open: number } | undefined;

  constructor(book: XmlBook, flow: Flow) {
    this.#book = book;
    this.#words = XML_BOOKS[book];
    this.#flow = flow;
  }

  open(name: string, attributes: Readonly<Record<string, string>>) {
    if (this.#leftOut > 0) {
      this.#leftOut++;
      if (ITEMS.has(name)) this.#flow.omissions.item('notes');
      return;
    }
    const { within, leftOut, lines, kept, raised, links } = this.#words;
    if (leftOut.has(name) || this.#isReplaced(name) || this.#isNote(name, attributes)) {
      this.#leftOut = 1;
      this.#flow.omissions.begin(OMITTED[name]);
      return;
    }
    if (within?.has(name)) this.#inside++;
    if (name === 'choice') this.#choices++;
    if (lines.has(name)) this.#paragraphs++;
    if (kept?.has(name)) this.#kept++;
    if (links?.has(name)) this.#linked++;
    if (raised?.has(name) && this.#raised) this.#raised.open++;
    else if (raised?.has(name)) this.#raised = { text: '', isMark: false, open: 1 };
    if (this.#raised && this.#linked > 0) this.#raised.isMark = true;
    if (this.#words.said?.has(name)) this.text('“');
    if (ROWS.has(name) || this.#beginsRow(name, attributes)) this.#flow.endRow();
    else if (CELLS.has(name)) this.#flow.nextCell();
    if (lines.has(name)) this.#isHeading = this.#words.headings?.test(attributes.style ?? '') === true;
    if (this.#isApart(name)) this.#flow.leaveBlank();
    else if (lines.has(name)) this.#flow.endParagraph();
    else if (BREAKS.has(name)) this.#flow.breakLine();
  }

  close(name: string) {
    if (this.#leftOut > 0) {
      if (--this.#leftOut === 0) this.#flow.omissions.end();
      return;
    }
    const { within, lines, kept, raised, links } = this.#words;
    if (this.#words.said?.has(name)) this.text('”');
    if (links?.has(name)) this.#linked--;
    if (raised?.has(name)) this.#lower();
    if (ROWS.has(name)) this.#flow.endRow();
    if (this.#isApart(name)) this.#flow.leaveBlank();
    else if (lines.has(name)) this.#flow.endParagraph();
    if (lines.has(name)) this.#paragraphs--;
    if (kept?.has(name)) this.#kept--;
    if (within?.has(name)) this.#inside--;
    if (name === 'choice') this.#choices--;
  }

  text(text: string) {
    if (this.#leftOut > 0) return this.#flow.omissions.say(text);
    if (this.#words.within && this.#inside === 0) return;
    if (!this.#raised) this.#write(text);
    else if (this.#raised.text.length < LONGEST_MARK) this.#raised.text += text;
    else {
      this.#write(this.#raised.text + text);
      this.#raised.text = '';
    }
  }

  #lower() {
    const raised = this.#raised;
    if (!raised || --raised.open > 0) return;
    this.#raised = undefined;
    if (!raised.isMark) this.#write(raised.text);
  }

  #write(text: string) {
    if (this.#kept > 0) this.#flow.keep(text);
    else this.#flow.collapse(text);
  }

  #isApart(name: string): boolean {
    const { apart, kept, lines, quoted } = this.#words;
    if (this.#isHeading && lines.has(name)) return true;
    return apart.has(name) || kept?.has(name) || (this.#paragraphs === 0 && quoted?.has(name) === true);
  }

  #beginsRow(name: string, { props = '' }: Readonly<Record<string, string>>): boolean {
    return CELLS.has(name) && this.#words.firstCell?.test(props.slice(0, 2_000)) === true;
  }

  #isReplaced(name: string): boolean {
    return this.#choices > 0 && this.#words.replaced?.has(name) === true;
  }

  /** The notes of a FictionBook have a body of their own, and a link of a kind of its own; those of an article a kind of link, heads and feet of AbiWord a kind of section. */
  #isNote(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.#book === 'abiword') return name === 'section' && attributes.type !== undefined;
    if (this.#book === 'jats') return name === 'xref' && NOTES.has(attributes['ref-type'] ?? '');
    if (this.#book !== 'fictionbook') return false;
    if (name === 'a') return attributes.type === 'note';
    return name === 'body' && /^(?:notes|comments|footnotes)$/i.test(attributes.name ?? '');
  }
}
