import type { OmittedKind } from '../../../../contract/document.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { writtenOver } from '../equation-field.ts';
import { isFramedCap } from '../markup/drop-cap.ts';
import type { Flow } from '../markup/flow.ts';
import type { MarkupHandler } from '../markup/xml.ts';
import { endless, type Called } from '../refusals.ts';
import { symbolOf } from './docx-symbols.ts';
import { withoutPageNumber } from './contents-line.ts';
import { isOn, type WordStyles } from './docx-styles.ts';

/** Elements whose text is not of the story: deletions, what a newer element says once more, prompts, comments. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delInstrText',
  'delText',
  'rt',
  'pPrChange',
  'rPrChange',
]);
/** Those of them that the writer would miss, and what leads to what stands in another member. */
const OMITTED: Readonly<Record<string, OmittedKind>> = { del: 'deletions', rt: 'readings' };
const REFERENCES: Readonly<Record<string, OmittedKind>> = {
  footnoteReference: 'notes',
  endnoteReference: 'notes',
  commentReference: 'comments',
};
/** Fields whose result is a number that belongs to a page. */
const PAGE_FIELD = /^\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES|NOTEREF|FOOTNOTEREF)\b/i;

/** Frames of a letter that its paragraph begins with, by where they stand. */
const FRAMED_CAPS = new Set(['drop', 'margin']);
/** Where no paragraph goes on beyond. */
const ENDS = new Set(['body', 'tc', 'txbxContent']);

const CONTENTS_FIELD = /^\s*TOC\b/i;

interface Field {
  instruction: string;
  /** its result, as opposed to its instruction, is coming */
  result: boolean;
  /** of those that it stands in: nothing in them is text, or they are contents */
  readonly outer: { readonly isSilent: boolean; readonly isContents: boolean };
}

const OUTSIDE = { isSilent: false, isContents: false };
const isSilentIn = (field: Field): boolean =>
  field.outer.isSilent || !field.result || PAGE_FIELD.test(field.instruction);
const isContentsIn = (field: Field): boolean => field.outer.isContents || CONTENTS_FIELD.test(field.instruction);

interface Paragraph {
  text: string[];
  length: number;
  heading: boolean;
  contents: boolean;
  hidden: boolean;
  /** its end was deleted: the next paragraph goes on */
  goesOn: boolean;
  /** stands in a frame before the paragraph that it begins */
  isCap: boolean;
}

const newParagraph = (): Paragraph => ({
  text: [],
  length: 0,
  heading: false,
  contents: false,
  hidden: false,
  goesOn: false,
  isCap: false,
});

/** Puts the text of a Word document's body together. */
export class WordBody implements MarkupHandler {
  readonly #called: Called;
  readonly #flow: Flow;
  readonly #styles: WordStyles;
  readonly #paragraphs: Paragraph[] = [];
  readonly #fields: Field[] = [];
  #leftOut = 0;
  /** what the next paragraph begins with */
  #carried: Paragraph | undefined;
  /** properties of a paragraph, of its end, of a run */
  #inParagraphProperties = false;
  #inRunProperties = false;
  #runHidden = false;
  #runIsMark = false;
  #takes = false;
  #instructs = false;
  #cells: number[] = [];

  constructor(flow: Flow, styles: WordStyles, called: Called) {
    this.#called = called;
    this.#flow = flow;
    this.#styles = styles;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string) {
    const attribute = (local: string) => attributes[prefix ? `${prefix}:${local}` : local];
    const isProperty = this.#inRunProperties || this.#inParagraphProperties;
    if (this.#leftOut || LEFT_OUT.has(name)) {
      this.#instructs = name === 'instrText' && !this.#leftOut;
      if (isProperty && !this.#leftOut) this.#property(name, attribute);
      else if (!this.#leftOut) this.#flow.omissions.begin(OMITTED[name]);
      this.#leftOut++;
      return;
    }
    const { [name]: leadsTo } = REFERENCES;
    if (leadsTo) this.#flow.omissions.add(leadsTo);
    if (name === 'tbl') this.#endCarried();
    if (isProperty) this.#property(name, attribute);
    else if (name === 'p') this.#beginParagraph();
    else if (name === 'pPr') this.#inParagraphProperties = true;
    else if (name === 'rPr') this.#inRunProperties = true;
    else if (name === 'r') this.#runHidden = this.#runIsMark = false;
    else if (name === 't') this.#takes = prefix !== 'a';
    else if (name === 'tab' || name === 'ptab') this.#add('\t');
    else if (name === 'br' || name === 'cr') this.#add('\n');
    else if (name === 'noBreakHyphen') this.#add('-');
    else if (name === 'sym') this.#add(symbolOf(attribute('font'), attribute('char')));
    else if (name === 'fldChar') this.#field(attribute('fldCharType'));
    else if (name === 'fldSimple') this.#beginField(attribute('instr') ?? '', true);
    else if (
      (name === 'footnoteReference' || name === 'endnoteReference') &&
      isOn(attribute('customMarkFollows') ?? '0')
    )
      this.#runIsMark = true;
    else if (name === 'tr') {
      this.#cells.push(0);
      this.#flow.endRow();
    } else if (name === 'tc' && this.#cells.length && this.#cells[this.#cells.length - 1]++ > 0) this.#flow.nextCell();
  }

  close(name: string) {
    if (this.#leftOut) {
      if (--this.#leftOut === 0) this.#flow.omissions.end();
      this.#instructs = false;
      return;
    }
    if (ENDS.has(name)) this.#endCarried();
    if (name === 'p') this.#endParagraph();
    else if (name === 'pPr') this.#inParagraphProperties = this.#inRunProperties = false;
    else if (name === 'rPr') this.#inRunProperties = false;
    else if (name === 't') this.#takes = false;
    else if (name === 'r') this.#runHidden = this.#runIsMark = false;
    else if (name === 'fldSimple') this.#fields.pop();
    else if (name === 'tr') {
      this.#cells.pop();
      this.#flow.endRow();
    }
  }

  text(text: string) {
    if (this.#leftOut && !this.#instructs) this.#flow.omissions.say(text);
    const field = this.#fields.at(-1);
    if (this.#instructs && field && field.instruction.length < 1000) field.instruction += text;
    if (this.#takes && !this.#leftOut) this.#add(text.replace(/[\r\n\t]+/g, ' '));
  }

  #add(text: string) {
    const field = this.#fields.at(-1);
    if (this.#runIsMark || (field && isSilentIn(field))) return;
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    if (this.#runHidden || paragraph.hidden) return this.#flow.omissions.piece('hidden', text);
    this.#flow.omissions.seen();
    paragraph.length += text.length + 1;
    if (paragraph.length > DOCUMENT_LIMITS.record) throw endless(this.#called);
    paragraph.text.push(text);
  }

  #property(name: string, attribute: (local: string) => string | undefined) {
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'rPr') this.#inRunProperties = true;
    else if (name === 'vanish' && !this.#inParagraphProperties) this.#runHidden = isOn(attribute('val'));
    else if (name === 'rStyle') this.#runHidden ||= this.#styles.is(attribute('val'), 'hidden');
    if (!paragraph || !this.#inParagraphProperties) return;
    const style = attribute('val');
    if (name === 'pStyle') {
      paragraph.heading = this.#styles.is(style, 'heading');
      paragraph.contents = this.#styles.is(style, 'contents');
      paragraph.hidden = this.#styles.is(style, 'hidden');
    } else if (name === 'outlineLvl') paragraph.heading = Number(style) < 9;
    else if (name === 'framePr') paragraph.isCap = FRAMED_CAPS.has(attribute('dropCap') ?? '');
    else if (this.#inRunProperties && (name === 'del' || name === 'moveFrom')) paragraph.goesOn = true;
  }

  #beginField(instruction: string, result: boolean) {
    const field = this.#fields.at(-1);
    const outer = field ? { isSilent: isSilentIn(field), isContents: isContentsIn(field) } : OUTSIDE;
    this.#fields.push({ instruction, result, outer });
  }

  #field(type: string | undefined) {
    if (type === 'begin') this.#beginField('', false);
    const field = this.#fields.at(-1);
    if (type === 'separate' && field) field.result = true;
    if (type === 'end') {
      this.#fields.pop();
      const written = field && !field.result ? writtenOver(field.instruction) : '';
      if (written) this.#add(written);
    }
  }

  #beginParagraph() {
    const { text = [], length = 0 } = this.#carried ?? {};
    this.#carried = undefined;
    this.#paragraphs.push({ ...newParagraph(), text, length });
  }

  #endParagraph() {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const isCap = paragraph.isCap && isFramedCap(paragraph.text.join(''));
    const goesOn = paragraph.hidden || paragraph.goesOn || isCap;
    if (!goesOn) this.#write(paragraph);
    else if (paragraph.length > 0) this.#carried = paragraph;
  }

  #endCarried() {
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried) this.#write(carried);
  }

  #write(paragraph: Paragraph) {
    const text = paragraph.text.join('');
    const field = this.#fields.at(-1);
    const contents = paragraph.contents || (field !== undefined && isContentsIn(field));
    if (!text.trim()) {
      if (this.#cells.length === 0) this.#flow.breakLine();
      return;
    }
    if (paragraph.heading) this.#flow.leaveBlank();
    this.#flow.keep(contents ? withoutPageNumber(text) : text);
    if (paragraph.heading) this.#flow.leaveBlank();
    else this.#flow.endParagraph();
  }
}
