import { piecesOfLine } from '../../../lib/prompt-pieces.ts';
import { spelt, type Block, type Paragraph, type Word } from '../../../../electron/typesetting/typeset.ts';

/** What stands in the margin: it leads to that place of the text. */
export interface MarginNote {
  readonly text: string;
  readonly href: string;
}

/** What a block is drawn from. */
export interface Drawing {
  readonly block: Block;
  /** the prompt, before the first block */
  readonly given: string;
  /** the words of it that the model does not know, a line each */
  readonly unknown: string;
  readonly capitals: boolean;
  /** of the told symbols, 1 where a copied span covers it; left out where these are not shown */
  readonly marks?: Uint8Array;
  /** what stands in the margin at a symbol */
  readonly note?: (index: number) => MarginNote | undefined;
}

const element = (name: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

const same = (a: Word | undefined, b: Word): boolean =>
  a === b || (a?.text === b.text && a.capital === b.capital && a.step === b.step && a.gap === b.gap);

/** Whether what both draw of one word is the same. */
export const drawnAlike = (a: Drawing, b: Drawing): boolean =>
  a.given === b.given &&
  a.unknown === b.unknown &&
  a.capitals === b.capitals &&
  a.marks === b.marks &&
  a.note === b.note;

/** A word with the blank before it and, where a copied span begins, the note in the margin. */
function drawWord(word: Word, { marks, note, capitals }: Drawing): Node[] {
  const { index, gap, step, breaks } = word;
  const nodes: Node[] = [];
  const said = note?.(index);
  if (said) {
    const aside = element('a', 'aside', said.text) as HTMLAnchorElement;
    aside.href = said.href;
    // by keys and by ear it is a link of what opens at the word
    aside.tabIndex = -1;
    aside.ariaHidden = 'true';
    nodes.push(aside);
  }
  const copied = marks?.[index] === 1;
  if (gap) nodes.push(copied && marks[index - 1] === 1 ? element('span', 'c', gap) : document.createTextNode(gap));
  const drawn = element(
    'span',
    `w p${step}${copied ? ' c' : ''}${breaks ? ' nl' : ''}`,
    breaks ? '' : spelt(word, capitals),
  );
  drawn.setAttribute('data-i', String(index));
  nodes.push(drawn);
  return nodes;
}

/** The prompt, the words marked that the model does not know. */
function drawGiven({ given, unknown }: Pick<Drawing, 'given' | 'unknown'>): HTMLElement {
  const drawn = element('span', 'given');
  const pieces = piecesOfLine(given, unknown.split('\n').filter(Boolean));
  drawn.append(...pieces.map((piece) => (piece.unknown ? element('span', 'unknown', piece.text) : piece.text)));
  return drawn;
}

/** Blanks that set a paragraph in as far as a book does: one alone is the space between two words. */
const SET_IN = /^(?:[^\S\n]*[\t\u3000]|[^\S\n]{2})/u;

/** Whether the text itself sets the paragraph in: then the page does not. */
function setsItselfIn({ words }: Paragraph): boolean {
  let beginning = '';
  for (const { gap, text } of words) {
    beginning += gap + text;
    if (/\S/.test(beginning)) break;
  }
  return SET_IN.test(beginning);
}

/** The line of a paragraph, with the prompt where it is the first. */
function lineOf(node: HTMLElement, at: number, { block, given, unknown }: Drawing): HTMLElement {
  const { apart, ours } = block.paragraphs[at];
  const setIn = !(at === 0 && given) && setsItselfIn(block.paragraphs[at]);
  let line = node.children[at] as HTMLElement | undefined;
  if (!line) {
    line = element('p', '');
    if (at === 0 && given) line.append(drawGiven({ given, unknown }));
    node.append(line);
  }
  line.classList.toggle('apart', apart);
  line.classList.toggle('ours', ours);
  line.classList.toggle('set-in', setIn);
  return line;
}

/** Leaves in a paragraph what did not change and draws the rest. */
function drawParagraph(line: HTMLElement, { words }: Paragraph, drawing: Drawing, before?: Paragraph): void {
  let kept = 0;
  while (kept < words.length && same(before?.words[kept], words[kept])) kept++;
  if (kept === words.length && before?.words.length === kept) return;
  const last = kept ? line.querySelector(`[data-i="${words[kept - 1].index}"]`) : line.querySelector('.given');
  while (line.lastChild && line.lastChild !== last) line.lastChild.remove();
  line.append(...words.slice(kept).flatMap((word) => drawWord(word, drawing)));
}

/**
 * Draws a block by hand: a story has ten thousand words and more, of which all but the newest stay as they are, so none
 * has any machinery of its own.
 * @param before what `node` shows
 */
export function drawBlock(node: HTMLElement, drawing: Drawing, before?: Drawing): void {
  const { block } = drawing;
  const anew = !before || !drawnAlike(before, drawing);
  if (anew) node.replaceChildren();
  block.paragraphs.forEach((paragraph, at) => {
    const line = lineOf(node, at, drawing);
    drawParagraph(line, paragraph, drawing, anew ? undefined : before.block.paragraphs[at]);
  });
  while (node.children.length > block.paragraphs.length) node.lastElementChild?.remove();
}

/** Writes a block as plain text: the same to read, to copy and to search, a hundredth of the work. */
export function writeBlock(node: HTMLElement, drawing: Drawing): void {
  node.replaceChildren();
  drawing.block.paragraphs.forEach(({ words }, at) => {
    const text = words.map((word) => word.gap + (word.breaks ? '' : spelt(word, drawing.capitals))).join('');
    lineOf(node, at, drawing).append(text);
  });
}
