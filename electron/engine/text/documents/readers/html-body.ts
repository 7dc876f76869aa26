import type { Flow } from '../markup/flow.ts';
import { CAP, DropCap, isCalledCap } from '../markup/drop-cap.ts';
import type { MarkupHandler } from '../markup/xml.ts';
import { BLOCKS, HEADINGS, isLeftOut, KEPT_BLANKS, LEFT_OUT } from '../markup/html-elements.ts';

/** The mark of a note: a number or a sign, in brackets or not, and the arrow that leads back from it. */
const NOTE_MARK = /^\s*[[({]?\s*(\d{1,4}|[ivxlc]{1,6}|[a-z]|note \d{1,3}|[*†‡§¶]{1,4}|[↩↑^⤴]\ufe0e?)\s*[\])}]?\s*$/i;
/** Classes and addresses of links that lead to a note, or back. */
const NOTE_LINK =
  /(foot|end)?note[-_]?(ref|back|anchor|return|call)|noteref|#_?(fn|ftn|edn|note|footnote|endnote|cite_note|sdfootnote)/i;
const LONGEST_MARK = 20;
const LEFTOVER = /^[\s\]>]*$/;

/** Text in a superscript or a link within the page, which may turn out to be the mark of a note. */
interface Held {
  element: string;
  /** of that element and others of its name in it that are open */
  open: number;
  raised: boolean;
  linked: boolean;
  text: string;
}

/** Puts the text of a page together. */
export class HtmlBody implements MarkupHandler {
  readonly #flow: Flow;
  /** the outermost element that is left out, and how many of its name are open in it */
  #leftOut: { element: string; open: number } | undefined;
  #held: Held | undefined;
  #cap: DropCap | undefined;
  #kept = 0;
  #begun = false;
  /** sections and articles that are open: a footer in one of them is the writer's */
  #sections = 0;
  #cells: number[] = [];

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string) {
    this.#begun = true;
    if (this.#leftOut) {
      if (name === this.#leftOut.element) this.#leftOut.open++;
      return;
    }
    const pageFooter = name === 'footer' && this.#sections === 0;
    if (prefix !== 'svg' && !LEFT_OUT.has(name) && !pageFooter && !isLeftOut(attributes)) this.#enter(name, attributes);
    else this.#leftOut = { element: name, open: 1 };
  }

  close(name: string) {
    if (this.#leftOut) {
      if (name === this.#leftOut.element && --this.#leftOut.open === 0) {
        this.#leftOut = undefined;
        if (BLOCKS.has(name) || name === 'nav') this.#line();
      }
      return;
    }
    this.#cap?.close(name);
    if (this.#held?.element === name && --this.#held.open === 0) this.#release();
    if (HEADINGS.has(name)) this.#flow.leaveBlank();
    else if (BLOCKS.has(name)) this.#line();
    else if (name === 'q') this.#write('”');
    if (KEPT_BLANKS.has(name)) this.#kept = Math.max(0, this.#kept - 1);
    if (name === 'article' || name === 'section' || name === 'blockquote') this.#sections--;
    if (name === 'tr') {
      this.#cells.pop();
      this.#flow.endRow();
    }
  }

  text(text: string) {
    if (this.#leftOut) return;
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

  #enter(name: string, attributes: Readonly<Record<string, string>>) {
    const { href } = attributes;
    const linked = name === 'a' && href?.includes('#') === true;
    const raised = name === 'sup' || (linked && NOTE_LINK.test(`${attributes.class ?? ''} ${href}`.slice(0, 500)));
    if (this.#held) {
      if (name === this.#held.element) this.#held.open++;
      this.#held.linked ||= linked;
      this.#held.raised ||= raised;
    } else if (linked || raised) this.#held = { element: name, open: 1, raised, linked, text: '' };
    if (HEADINGS.has(name)) {
      this.#release();
      this.#flow.leaveBlank();
    } else if (BLOCKS.has(name)) this.#line();
    else if (name === 'br') {
      this.#release();
      this.#cap?.endLine();
      this.#flow.breakLine();
    } else if (name === 'hr') {
      this.#release();
      this.#flow.leaveBlank();
    } else if (name === 'q') this.#write('“');
    this.#enterCap(name, attributes);
    if (KEPT_BLANKS.has(name)) this.#kept++;
    if (name === 'article' || name === 'section' || name === 'blockquote') this.#sections++;
    if (name === 'tr') {
      this.#cells.push(0);
      this.#flow.endRow();
    }
    if ((name === 'td' || name === 'th') && this.#cells.length && this.#cells[this.#cells.length - 1]++ > 0) {
      this.#release();
      this.#flow.nextCell();
    }
  }

  /** A large letter may be a picture, which is called by it. */
  #enterCap(name: string, attributes: Readonly<Record<string, string>>) {
    const { alt = '' } = attributes;
    this.#cap?.open(name);
    if (isCalledCap(attributes)) this.#cap ??= new DropCap(name);
    if (name === 'img' && this.#cap && CAP.test(alt)) this.#write(alt);
  }

  #line() {
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
    if (this.#kept) this.#flow.keep(text.replaceAll('\u00a0', ' '));
    else this.#flow.collapse(text);
  }

  #release() {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    if (!(held.linked && (held.raised || /^\s*\[|[↩↑⤴]/.test(held.text)) && NOTE_MARK.test(held.text)))
      this.#toFlow(held.text);
  }
}
