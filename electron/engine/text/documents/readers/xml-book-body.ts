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
}

const names = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Books of XML, by their outermost element. */
export const XML_BOOKS = {
  fictionbook: {
    within: names('body'),
    leftOut: names('description binary stylesheet image'),
    lines: names('p v subtitle text-author date tr'),
    apart: names('title subtitle epigraph poem stanza cite empty-line section annotation'),
  },
  docbook: {
    leftOut: names(
      'info bookinfo articleinfo chapterinfo setinfo partinfo prefaceinfo sectioninfo footnote footnoteref indexterm index toc lot xref remark mediaobject inlinemediaobject imageobject bibliography glossary colophon legalnotice revhistory',
    ),
    lines: names('para simpara line attribution row member term'),
    apart: names('title subtitle blockquote poetry linegroup stanza epigraph programlisting literallayout screen'),
  },
  tei: {
    within: names('text'),
    leftOut: names('teiHeader note fw facsimile sourceDoc standOff figure graphic index del'),
    replaced: names('sic orig abbr'),
    lines: names(
      'p ab l speaker stage item row byline docAuthor docDate opener closer salute signed dateline trailer u',
    ),
    apart: names('head lg quote epigraph titlePage docTitle titlePart sp'),
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

  constructor(book: XmlBook, flow: Flow) {
    this.#book = book;
    this.#words = XML_BOOKS[book];
    this.#flow = flow;
  }

  open(name: string, attributes: Readonly<Record<string, string>>) {
    if (this.#leftOut > 0) {
      this.#leftOut++;
      return;
    }
    const { within, leftOut, lines, apart } = this.#words;
    if (leftOut.has(name) || this.#isReplaced(name) || this.#isNote(name, attributes)) {
      this.#leftOut = 1;
      return;
    }
    if (within?.has(name)) this.#inside++;
    if (name === 'choice') this.#choices++;
    if (apart.has(name)) this.#flow.leaveBlank();
    else if (lines.has(name)) this.#flow.endParagraph();
    else if (name === 'lb' || name === 'br') this.#flow.breakLine();
  }

  close(name: string) {
    if (this.#leftOut > 0) {
      this.#leftOut--;
      return;
    }
    const { within, lines, apart } = this.#words;
    if (apart.has(name)) this.#flow.leaveBlank();
    else if (lines.has(name)) this.#flow.endParagraph();
    if (within?.has(name)) this.#inside--;
    if (name === 'choice') this.#choices--;
  }

  text(text: string) {
    if (this.#leftOut === 0 && (!this.#words.within || this.#inside > 0)) this.#flow.collapse(text);
  }

  #isReplaced(name: string): boolean {
    return this.#choices > 0 && this.#words.replaced?.has(name) === true;
  }

  /** The notes of a FictionBook have a body of their own, and a link of a kind of its own. */
  #isNote(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (this.#book !== 'fictionbook') return false;
    if (name === 'a') return attributes.type === 'note';
    return name === 'body' && /^(?:notes|comments|footnotes)$/i.test(attributes.name ?? '');
  }
}
