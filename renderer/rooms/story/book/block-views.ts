import { BlockView } from './block-view.ts';
import type { Drawing } from './draw-block.ts';

/** Words drawn before one frame, so that none takes long. */
const WORDS_A_FRAME = 400;
/** How far from what is seen words are drawn beforehand, in heights of the page. */
const BEFOREHAND = '60%';

const endsSelection = (node: Node): boolean => {
  const selection = getSelection();
  return (
    !!selection && !selection.isCollapsed && (node.contains(selection.anchorNode) || node.contains(selection.focusNode))
  );
};

/** The blocks of the story on the page. Only those near what is seen consist of words, and few are drawn a frame. */
export class BlockViews {
  readonly #views = new Map<Element, BlockView>();
  readonly #waiting = new Set<BlockView>();
  #observer: IntersectionObserver | undefined;
  #left = WORDS_A_FRAME;
  #frameAsked = false;

  /** @param near whether it is likely to be seen, until that is known */
  add(node: HTMLElement, near: boolean): void {
    this.#views.set(node, new BlockView(node, near));
    const options = { root: node.closest('[data-scroller]'), rootMargin: `${BEFOREHAND} 0px` };
    this.#observer ??= new IntersectionObserver((entries) => this.#see(entries), options);
    this.#observer.observe(node);
  }

  remove(node: HTMLElement): void {
    const view = this.#views.get(node);
    if (view) this.#waiting.delete(view);
    this.#views.delete(node);
    this.#observer?.unobserve(node);
    if (this.#views.size) return;
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  show(node: HTMLElement, drawing: Drawing): void {
    const view = this.#views.get(node);
    view?.want(drawing);
    if (view) this.#ask(view);
  }

  /** A word, drawn if it was plain text. */
  word(index: number): HTMLElement | undefined {
    const view = this.#at(index);
    if (!view) return undefined;
    view.held = true;
    view.draw();
    return view.node.querySelector<HTMLElement>(`[data-i="${index}"]`) ?? undefined;
  }

  /** The word that the keys are at from now on. */
  hold(index: number): HTMLElement | undefined {
    const word = this.word(index);
    const at = this.#at(index);
    for (const view of this.#views.values()) {
      if (!view.held || view === at) continue;
      view.held = false;
      this.#later(view);
    }
    return word;
  }

  #at(index: number): BlockView | undefined {
    for (const view of this.#views.values()) if (view.has(index)) return view;
    return undefined;
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const view = this.#views.get(target);
      if (!view) continue;
      view.near = isIntersecting || endsSelection(target);
      this.#ask(view);
    }
  }

  #ask(view: BlockView): void {
    const { cost } = view;
    if (cost && this.#left <= 0 && !view.held) {
      view.drawMeanwhile();
      return this.#later(view);
    }
    view.draw();
    this.#waiting.delete(view);
    this.#left -= cost;
    if (this.#left <= 0) this.#nextFrame();
  }

  #later(view: BlockView): void {
    this.#waiting.add(view);
    this.#nextFrame();
  }

  #nextFrame(): void {
    if (this.#frameAsked) return;
    this.#frameAsked = true;
    requestAnimationFrame(() => {
      this.#frameAsked = false;
      this.#left = WORDS_A_FRAME;
      for (const view of [...this.#waiting]) if (this.#left > 0) this.#ask(view);
      if (this.#waiting.size) this.#nextFrame();
    });
  }
}
