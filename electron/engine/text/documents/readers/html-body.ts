import { posix } from 'node:path';
import { unescapedAddress } from '../markup/address.ts';
import type { Flow } from '../markup/flow.ts';
import { CAP, DropCap, isCalledCap } from '../markup/drop-cap.ts';
import { LONGEST_MARK, MOST_NOTES, NOTE_BLOCKS, NOTE_LINK, NOTE_MARK } from '../markup/html-notes.ts';
import type { MarkupHandler } from '../markup/xml.ts';
import type { OmittedKind } from '../../../../contract/document.ts';
import {
  BLOCKS,
  furnitureIn,
  HEADINGS,
  isAuthorsNote,
  isFurniture,
  isLeftOut,
  isStanza,
  KEPT_BLANKS,
  LEFT_OUT,
  omittedIn,
} from '../markup/html-elements.ts';

/** Elements of tables and lists in which a letter stands for what begins with it. */
const NO_CAPS = new Set(['td', 'th', 'dt']);
/** What an editor puts into a paragraph without words, so that it is seen. */
const SHOWN_EMPTY = /^[ \t\r\n]*\u00a0\s*$/;
const LEFTOVER = /^[\s\]>]*$/;

/** What a page is of, as far as it says what stands beside the text. */
export interface PageOf {
  /** a site, whose menus and sides have names that say so */
  isSite: boolean;
  /** it has an element for what it is about: a head outside of it is the site's */
  hasMain: boolean;
  /** which document of a book it is; a page by itself has no others */
  document?: string;
}

/** Text in a superscript or a link within the page, which may turn out to be the mark of a note. */
interface Held {
  element: string;
  /** of that element and others of its name in it that are open */
  open: number;
  raised: boolean;
  linked: boolean;
  /** where the link leads to, and what leads to it */
  to: string;
  names: (string | undefined)[];
  text: string;
}

/** A block or heading that is open. */
interface Block {
  readonly name: string;
  /** how many lines there were before it */
  readonly lines: number;
  readonly id: string | undefined;
  readonly isStanza: boolean;
}

/** Path and fragment of a link; a sign that parts them is one of the name where it is escaped. */
const addressOf = (href: string): [path: string, fragment: string] => {
  const at = href.indexOf('#');
  return [unescapedAddress(href.slice(0, at)), unescapedAddress(href.slice(at + 1))];
};

/** Puts the text of a page together. */
export class HtmlBody implements MarkupHandler {
  readonly #flow: Flow;
  /** the outermost element that is left out, and how many of its name are open in it */
  #leftOut: { element: string; open: number; note?: Block } | undefined;
  #held: Held | undefined;
  #cap: DropCap | undefined;
  #kept = 0;
  #begun = false;
  /** sections and articles that are open: a footer in one of them is the writer's */
  #sections = 0;
  #mains = 0;
  #cells: number[] = [];
  /** of the cell so far: what stands beside several is no more of their line */
  #paragraphs = 0;
  readonly #page: PageOf;
  /** the innermost last */
  readonly #blocks: Block[] = [];
  /** how many of each name are */
  readonly #open = new Map<string, number>();
  /** what the marks of notes led to */
  readonly #notes: Set<string>;
  /** Google writes heads, feet, notes and comments of a document as divisions of its body, and nothing else */
  #ofGoogle = false;

  /** quotations that are open of what the author says to readers, behind which a blank line is left */
  #apart = 0;

  /** @param notes what marks of notes led to in the pages before */
  constructor(flow: Flow, page: PageOf = { isSite: false, hasMain: false }, notes = new Set<string>()) {
    this.#flow = flow;
    this.#page = page;
    this.#notes = notes;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string) {
    this.#begun = true;
    const { note } = this.#leftOut ?? {};
    if (note?.name === 'div' && this.#leftOut?.open === 1 && BLOCKS.has(name)) {
      // a division may hold anything behind its note
      this.#leftOut = undefined;
      this.#flow.omissions.end();
      this.#enterBlock(note);
      this.#line();
    }
    if (this.#leftOut) {
      if (name === this.#leftOut.element) this.#leftOut.open++;
      if (name === 'li' || omittedIn(name, attributes) === 'notes') this.#flow.omissions.item('notes');
      else if (this.#ofGoogle && name === 'a') this.#tellGoogle(attributes.id);
      return;
    }
    const aside = this.#isAside(name, attributes);
    if (prefix !== 'svg' && !LEFT_OUT.has(name) && !aside && !isLeftOut(attributes))
      return this.#enter(name, attributes);
    this.#leftOut = { element: name, open: 1 };
    this.#flow.omissions.begin(aside ? this.#omittedAside(attributes) : omittedIn(name, attributes));
  }

  close(name: string) {
    if (this.#leftOut) {
      if (name === this.#leftOut.element && --this.#leftOut.open === 0) {
        this.#leftOut = undefined;
        this.#flow.omissions.end();
        if (BLOCKS.has(name) || name === 'nav') this.#line();
      }
      return;
    }
    this.#cap?.close(name);
    if (this.#held?.element === name && --this.#held.open === 0) this.#release();
    if (HEADINGS.has(name) || (this.#blocks.at(-1)?.isStanza && this.#blocks.at(-1)?.name === name)) {
      this.#endCap();
      this.#flow.leaveBlank();
    } else if (BLOCKS.has(name)) this.#line();
    else if (name === 'q') this.#write('”');
    if (name === 'blockquote' && this.#apart > 0 && --this.#apart === 0) this.#flow.leaveBlank();
    if (KEPT_BLANKS.has(name)) this.#kept = Math.max(0, this.#kept - 1);
    if (name === 'article' || name === 'section' || name === 'blockquote') this.#sections--;
    if (name === 'main') this.#mains--;
    if (this.#isOpen(name)) while (this.#leaveBlock()?.name !== name);
    if (name === 'tr') {
      this.#cells.pop();
      this.#flow.endRow();
    }
  }

  text(text: string) {
    if (this.#leftOut) return this.#flow.omissions.say(text);
    // what is left of a document type with its own definitions
    if (!this.#begun && LEFTOVER.test(text)) return;
    this.#write(text);
  }

  /** To be called at the end of the document. */
  end() {
    this.#release();
    const cap = this.#cap;
    this.#cap = undefined;
    if (cap?.letter) this.#write(cap.letter);
  }

  /** Whether an element stands beside what somebody wrote: at the head, the foot or the side of the page. */
  #isAside(name: string, attributes: Readonly<Record<string, string>>): boolean {
    const isOfPage = this.#sections + this.#mains === 0;
    if (name === 'footer' && this.#sections === 0) return true;
    if (isOfPage && /^(banner|contentinfo)$/i.test(attributes.role ?? '')) return true;
    if (!this.#page.isSite) return false;
    if (this.#ofGoogle && name === 'div' && this.#blocks.at(-1)?.name === 'body') return true;
    const isOutside = this.#page.hasMain && isOfPage;
    return (isOutside && (name === 'aside' || name === 'header')) || isFurniture(name, attributes);
  }

  #omittedAside(attributes: Readonly<Record<string, string>>): OmittedKind | undefined {
    return this.#ofGoogle ? 'heads' : furnitureIn(attributes);
  }

  /** What stands beside a document of Google is told apart by the address of the mark that it begins with. */
  #tellGoogle(id: string | undefined) {
    if (id?.startsWith('ftnt')) this.#flow.omissions.begin('notes');
    else if (id?.startsWith('cmnt')) this.#flow.omissions.begin('comments');
  }

  #enter(name: string, attributes: Readonly<Record<string, string>>) {
    const { href } = attributes;
    const linked = name === 'a' && href?.includes('#') === true;
    const raised = name === 'sup' || (linked && NOTE_LINK.test(`${attributes.class ?? ''} ${href}`.slice(0, 500)));
    if (this.#held) {
      if (name === this.#held.element) this.#held.open++;
      this.#held.linked ||= linked;
      this.#held.raised ||= raised;
    } else if (linked || raised) this.#held = { element: name, open: 1, raised, linked, to: '', names: [], text: '' };
    if (this.#held && linked) {
      this.#held.to ||= this.#placeOf(...addressOf(href));
      this.#held.names.push(attributes.id, attributes.name);
    }
    if (HEADINGS.has(name) || name === 'hr' || isStanza(attributes)) {
      this.#endCap();
      this.#release();
      this.#flow.leaveBlank();
    } else if (BLOCKS.has(name)) this.#line();
    else if (name === 'br') {
      this.#release();
      this.#cap?.endLine();
      this.#flow.breakLine();
    } else if (name === 'q') this.#write('“');
    this.#enterCap(name, attributes);
    if (KEPT_BLANKS.has(name)) this.#kept++;
    if (name === 'article' || name === 'section' || name === 'blockquote') this.#sections++;
    if (name === 'main') this.#mains++;
    if (BLOCKS.has(name) || HEADINGS.has(name))
      this.#enterBlock({ name, lines: this.#flow.lines, id: attributes.id, isStanza: isStanza(attributes) });
    if (name === 'blockquote' && (this.#apart > 0 || isAuthorsNote(attributes))) this.#apart++;
    if (name === 'body') this.#ofGoogle = / doc-content$/.test(attributes.class ?? '');
    if (name === 'p') this.#paragraphs++;
    if (name === 'tr') {
      this.#cells.push(0);
      this.#flow.endRow();
    }
    if ((name === 'td' || name === 'th') && this.#cells.length) {
      const isSingle = this.#paragraphs < 2;
      this.#paragraphs = 0;
      if (this.#cells[this.#cells.length - 1]++ > 0) {
        this.#release();
        if (isSingle) this.#flow.nextCell();
      }
    }
  }

  #enterBlock(block: Block) {
    this.#blocks.push(block);
    this.#open.set(block.name, (this.#open.get(block.name) ?? 0) + 1);
  }

  #leaveBlock(): Block | undefined {
    const block = this.#blocks.pop();
    if (block) this.#open.set(block.name, (this.#open.get(block.name) ?? 1) - 1);
    return block;
  }

  #isOpen(name: string): boolean {
    return (this.#open.get(name) ?? 0) > 0;
  }

  /** A large letter may be a picture, which is called by it. */
  #enterCap(name: string, attributes: Readonly<Record<string, string>>) {
    const { alt = '' } = attributes;
    this.#cap?.open(name);
    if (!HEADINGS.has(name) && !NO_CAPS.has(name) && isCalledCap(attributes))
      this.#cap ??= new DropCap(name, attributes);
    if (name === 'img' && this.#cap && CAP.test(alt)) this.#write(alt);
  }

  /** What was taken for a letter that waits for its word, and is none, is written. */
  #endCap() {
    if (!this.#cap?.isNone) return;
    const { letter } = this.#cap;
    this.#cap = undefined;
    this.#write(letter);
  }

  #line() {
    this.#endCap();
    this.#release();
    this.#cap?.endLine();
    this.#flow.endParagraph();
  }

  #write(text: string) {
    if (this.#cap) {
      const taken = this.#cap.take(text);
      if (!taken) return;
      this.#cap = undefined;
      this.#write(taken.text);
      if (taken.parted) this.#line();
      if (taken.rest) this.#write(taken.rest);
      return;
    }
    if (!this.#held) return this.#toFlow(text);
    this.#held.text += text;
    if (this.#held.text.length > LONGEST_MARK) this.#release();
  }

  #toFlow(text: string) {
    if (SHOWN_EMPTY.test(text) && !this.#cells.length) this.#flow.blankParagraph();
    if (this.#kept) this.#flow.keep(text.replaceAll('\u00a0', ' '));
    else this.#flow.collapse(text);
  }

  #release() {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    if (!held.linked || !NOTE_MARK.test(held.text)) return this.#toFlow(held.text);
    const own = [this.#blocks.at(-1)?.id, ...held.names].map((name) => name && this.#placeOf('', name));
    if (this.#leaveNote(own)) return;
    if (!held.raised && !/^\s*\[|[↩↑⤴]/.test(held.text)) return this.#toFlow(held.text);
    if (this.#notes.size < MOST_NOTES && !own.includes(held.to)) this.#notes.add(held.to);
  }

  /** A place in this page or another of its book, the same from every document of it. */
  #placeOf(path: string, fragment: string): string {
    const { document } = this.#page;
    if (document === undefined) return fragment;
    return `${path ? posix.join(posix.dirname(document), path) : document}\0${fragment}`;
  }

  /**
   * What a mark led to, and itself begins with a mark that leads back: the block that it begins is the note.
   * @param names of that mark and of its block, as they are linked to
   */
  #leaveNote(names: readonly (string | undefined)[]): boolean {
    const block = this.#blocks.at(-1);
    if (!block || !NOTE_BLOCKS.has(block.name) || block.lines < this.#flow.lines) return false;
    if (!names.some((name) => name && this.#notes.has(name))) return false;
    this.#leaveBlock();
    this.#leftOut = { element: block.name, open: 1, note: block };
    this.#flow.omissions.begin('notes');
    return true;
  }
}
