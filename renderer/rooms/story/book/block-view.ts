import { drawBlock, drawnAlike, writeBlock, type Drawing } from './draw-block.ts';

/** Whether both read the same as plain text. */
const readAlike = (a: Drawing, b: Drawing): boolean =>
  a.block === b.block && a.given === b.given && a.unknown === b.unknown && a.capitals === b.capitals;

/** A block on the page: words that answer to the pointer where it is read, plain text elsewhere. */
export class BlockView {
  readonly node: HTMLElement;
  #wanted: Drawing | undefined;
  #shown: { readonly drawing: Drawing; readonly words: boolean } | undefined;
  /** near what is seen */
  near: boolean;
  /** the keys are at one of its words */
  held = false;

  constructor(node: HTMLElement, near: boolean) {
    this.node = node;
    this.near = near;
  }

  want(drawing: Drawing): void {
    this.#wanted = drawing;
  }

  has(index: number): boolean {
    const block = this.#wanted?.block;
    return block !== undefined && block.start <= index && index < block.end;
  }

  /** How many words it would have to draw. */
  get cost(): number {
    const { near, held } = this;
    const [shown, wanted] = [this.#shown, this.#wanted];
    if (!wanted || !(near || held)) return 0;
    const drawn = shown?.words && drawnAlike(shown.drawing, wanted) ? shown.drawing.block.end : wanted.block.start;
    return Math.max(0, wanted.block.end - drawn);
  }

  /** Shows what is wanted: as words where `near` or `held`. */
  draw(): void {
    const words = this.near || this.held;
    const [shown, wanted] = [this.#shown, this.#wanted];
    if (!wanted || (shown?.drawing === wanted && shown.words === words)) return;
    if (words) drawBlock(this.node, wanted, shown?.words ? shown.drawing : undefined);
    else if (!shown || shown.words || !readAlike(shown.drawing, wanted)) writeBlock(this.node, wanted);
    this.#shown = { drawing: wanted, words };
  }

  /** Something to read until there is time for words. */
  drawMeanwhile(): void {
    if (this.#shown || !this.#wanted) return;
    writeBlock(this.node, this.#wanted);
    this.#shown = { drawing: this.#wanted, words: false };
  }
}
