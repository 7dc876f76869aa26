import type { OmittedKind } from '../../../../contract/document.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import type { Flow } from '../markup/flow.ts';
import type { MarkupHandler } from '../markup/xml.ts';
import { endless, type Called } from '../refusals.ts';
import { withoutPageNumber } from './contents-line.ts';

/** Elements whose text is not of the story; `tracked-changes` holds what was deleted. */
const LEFT_OUT = new Set(
  (
    'note annotation tracked-changes page-number page-count hidden-text hidden-paragraph ruby-text forms script ' +
    'scripts index-title-template title desc settings font-face-decls event-listeners variable-decls sequence-decls ' +
    'user-field-decls binary-data'
  ).split(' '),
);
/** Those of them that the writer would miss. */
const OMITTED: Readonly<Record<string, OmittedKind>> = {
  note: 'notes',
  annotation: 'comments',
  'hidden-text': 'hidden',
  'hidden-paragraph': 'hidden',
  'ruby-text': 'readings',
};
const CONTENTS = new Set(['table-of-content', 'table-index', 'alphabetical-index', 'user-index']);
/** Longest run of spaces that one element stands for, and spaces that all of them do. */
const MOST_SPACES = 1_000;
const ALL_SPACES = DOCUMENT_LIMITS.record;

interface Style {
  parent?: string;
  hidden: boolean;
}

/** Puts the text of an OpenDocument text together; its own styles stand before it. */
export class OdtBody implements MarkupHandler {
  readonly #called: Called;
  readonly #flow: Flow;
  readonly #styles = new Map<string, Style>();
  #style: Style | undefined;
  #inText = false;
  #leftOut = 0;
  #contents = 0;
  readonly #paragraphs: { text: string; heading: boolean }[] = [];
  readonly #cells: number[] = [];
  #spaces = ALL_SPACES;

  constructor(flow: Flow, called: Called) {
    this.#called = called;
    this.#flow = flow;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string) {
    if (this.#leftOut) {
      this.#leftOut++;
      if (name === 'deletion') this.#flow.omissions.begin('deletions');
      return;
    }
    if (!this.#inText) return this.#define(name, attributes, prefix);
    const style = attributes['text:style-name'] ?? '';
    const hidden = this.#styleIs(style, 'hidden') || (name === 'section' && attributes['text:display'] === 'none');
    if (LEFT_OUT.has(name) || hidden) {
      this.#leftOut = 1;
      this.#flow.omissions.begin(hidden ? 'hidden' : OMITTED[name]);
    } else if (name === 'h' || name === 'p')
      this.#paragraphs.push({ text: '', heading: name === 'h' || this.#styleIs(style, 'title') });
    else if (name === 's') this.#addSpaces(Number(attributes['text:c'] ?? 1) || 1);
    else if (name === 'tab') this.#add('\t');
    else if (name === 'line-break') this.#add('\n');
    else if (CONTENTS.has(name)) this.#contents++;
    else if (name === 'table-row') {
      this.#cells.push(0);
      this.#flow.endRow();
    } else if (name === 'table-cell' && this.#cells.length && this.#cells[this.#cells.length - 1]++ > 0)
      this.#flow.nextCell();
  }

  close(name: string) {
    if (this.#leftOut) {
      this.#leftOut--;
      if (name === 'deletion' || !this.#leftOut) this.#flow.omissions.end();
      return;
    }
    if (!this.#inText) {
      if (name === 'style') this.#style = undefined;
    } else if (name === 'h' || name === 'p') this.#endParagraph();
    else if (CONTENTS.has(name)) this.#contents--;
    else if (name === 'text') this.#inText = false;
    else if (name === 'table-row') {
      this.#cells.pop();
      this.#flow.endRow();
    }
  }

  text(text: string) {
    if (this.#leftOut) return this.#flow.omissions.say(text);
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    // blanks are one space, and none where the line begins or another is before it
    const plain = text.replace(/[ \t\r\n]+/g, ' ');
    this.#add(/(^|[ \t\n])$/.test(paragraph.text.slice(-1)) && plain.startsWith(' ') ? plain.slice(1) : plain);
  }

  #addSpaces(count: number) {
    const spaces = Math.max(1, Math.min(count, MOST_SPACES, this.#spaces));
    this.#spaces -= spaces;
    this.#add(' '.repeat(spaces));
  }

  #add(text: string) {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    paragraph.text += text;
    if (paragraph.text.length > DOCUMENT_LIMITS.record) throw endless(this.#called);
  }

  #define(name: string, attributes: Readonly<Record<string, string>>, prefix: string) {
    if (name === 'text' && prefix === 'office') this.#inText = true;
    else if (name === 'style') {
      this.#style = { parent: attributes['style:parent-style-name'], hidden: false };
      this.#styles.set(attributes['style:name'] ?? '', this.#style);
    } else if (name === 'text-properties' && this.#style) this.#style.hidden = attributes['text:display'] === 'none';
  }

  /** A style that is not defined here is one of the program's own, by its name. */
  #styleIs(name: string, what: 'hidden' | 'title'): boolean {
    const style = this.#styles.get(name);
    if (what === 'hidden') return style?.hidden === true;
    return /^(Title|Subtitle)$/.test(style?.parent ?? name);
  }

  #endParagraph() {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const { text, heading } = paragraph;
    if (!text.trim()) {
      if (!this.#cells.length) this.#flow.breakLine();
      return;
    }
    if (heading) this.#flow.leaveBlank();
    this.#flow.keep(this.#contents ? withoutPageNumber(text) : text);
    if (heading) this.#flow.leaveBlank();
    else this.#flow.endParagraph();
  }
}
