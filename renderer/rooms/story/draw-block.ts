import type { Block, Paragraph, Word } from './text/typeset.ts';

/** What a block is drawn from. */
export interface Drawing {
  readonly block: Block;
  /** the prompt, before the first block */
  readonly given: string;
  /** of the told symbols, 1 where a copied span covers it; left out where these are not shown */
  readonly marks?: Uint8Array;
  /** what stands in the margin at a symbol */
  readonly notes?: ReadonlyMap<number, string>;
}

const element = (name: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const same = (a: Word | undefined, b: Word): boolean => a?.text === b.text && a.step === b.step && a.gap === b.gap;

/** A word with the blank before it and, where a copied span begins, the note in the margin. */
function drawWord({ index, gap, text, step, breaks }: Word, { marks, notes }: Drawing): Node[] {
  const nodes: Node[] = [];
  const note = notes?.get(index);
  if (note) {
    const aside = element('span', 'aside', note);
    aside.ariaHidden = 'true';
    nodes.push(aside);
  }
  const copied = marks?.[index] === 1;
  if (gap) nodes.push(copied && marks[index - 1] === 1 ? element('span', 'c', gap) : document.createTextNode(gap));
  const word = element('span', `w p${step}${copied ? ' c' : ''}${breaks ? ' nl' : ''}`, breaks ? '' : text);
  word.dataset.i = String(index);
  nodes.push(word);
  return nodes;
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
  const { given, marks, notes, block } = drawing;
  const anew = before?.given !== given || before.marks !== marks || before.notes !== notes;
  if (anew) node.replaceChildren();
  block.paragraphs.forEach((paragraph, at) => {
    let line = node.children[at] as HTMLElement | undefined;
    if (!line) {
      line = element('p', '');
      if (at === 0 && given) line.append(element('span', 'given', given));
      node.append(line);
    }
    line.classList.toggle('apart', paragraph.apart);
    line.classList.toggle('ours', paragraph.ours);
    drawParagraph(line, paragraph, drawing, anew ? undefined : before?.block.paragraphs[at]);
  });
  while (node.children.length > block.paragraphs.length) node.lastElementChild?.remove();
}
