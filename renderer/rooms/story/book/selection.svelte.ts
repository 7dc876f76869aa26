import type { Passage } from '../../../../electron/contract/passage.ts';

/** A word on the page, by its place in the story. */
export type WordAt = (index: number) => HTMLElement | undefined;

/** A stretch of the told symbols. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word alone is looked at, not kept. */
const LEAST = 2;

const indexOf = (word: HTMLElement): number => Number(word.dataset.i);

/** The first of the words, in their order, for which something holds that holds for all behind it. */
function firstWhere(words: ArrayLike<HTMLElement>, holds: (word: HTMLElement) => boolean): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(words[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words of a text that a range touches with more than its edge. */
export function stretchOfRange(text: HTMLElement, range: Range): Stretch | undefined {
  const words = text.querySelectorAll<HTMLElement>('[data-i]');
  const first = firstWhere(words, (word) => range.comparePoint(word, word.childNodes.length) >= 0);
  const behind = firstWhere(words, (word) => range.comparePoint(word, 0) > 0);
  let [from, to] = [first, behind - 1];
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const touches = (at: number, node: Node) => at < words.length && at >= 0 && words[at].contains(node);
  if (touches(from, startContainer) && startOffset > 0 && startOffset === startContainer.textContent?.length) from++;
  if (touches(to, endContainer) && endOffset === 0) to--;
  return from <= to ? { start: indexOf(words[from]), end: indexOf(words[to]) + 1 } : undefined;
}

/** Which words of the story are selected, by the pointer or by keys. */
export class StorySelection {
  #now = $state.raw<Stretch | undefined>();
  #pressed = $state(false);
  /** the passage that was brought into sight, and whether another selection was begun since */
  #brought: string | undefined;
  #touched = false;
  /** where it began by keys */
  #anchor: number | undefined;

  /** What could be kept, once the pointer lets go. */
  get now(): Stretch | undefined {
    return this.#pressed ? undefined : this.#now;
  }

  get any(): boolean {
    return this.#now !== undefined;
  }

  press({ target }: PointerEvent): void {
    if ((target as Element).closest('.panel')) return;
    this.#pressed = true;
    this.#anchor = undefined;
    this.#touched = true;
  }

  release(): void {
    this.#pressed = false;
  }

  /** Looks what is selected of a text. */
  look(text: HTMLElement | undefined): void {
    const selection = getSelection();
    const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    const within = range && text?.isConnected && range.intersectsNode(text) ? stretchOfRange(text, range) : undefined;
    this.#now = within && within.end - within.start >= LEAST ? within : undefined;
    if (!range) this.#anchor = undefined;
  }

  /** From where it began, or from `at`, to another word. */
  extend(at: number, to: number, word: WordAt): void {
    this.#touched = true;
    const anchor = (this.#anchor ??= at);
    this.select(anchor, to, word);
    this.#anchor = anchor;
  }

  /** From one word to another, both included, whichever comes first. */
  select(from: number, to: number, word: WordAt): void {
    const [a, b] = [word(from), word(to)];
    if (!a || !b) return;
    const ends = (node: HTMLElement, last: boolean): [Node, number] => [node, last ? node.childNodes.length : 0];
    getSelection()?.setBaseAndExtent(...ends(a, from > to), ...ends(b, from <= to));
  }

  /** Brings a kept passage into sight, once, and selects it, as often as the words are drawn anew until another is selected. */
  bring({ id, start, length }: Passage, word: WordAt): void {
    if (this.#brought === id && this.#touched) return;
    if (this.#brought !== id) word(start)?.scrollIntoView?.({ block: 'center' });
    this.#brought = id;
    this.#touched = false;
    this.select(start, start + length - 1, word);
  }

  clear(): void {
    this.#anchor = undefined;
    this.#touched = true;
    if (this.#now) getSelection()?.removeAllRanges();
    this.#now = undefined;
  }
}
