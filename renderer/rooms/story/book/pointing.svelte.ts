const SOON = 180;
const LATER = 240;

const indexOf = (target: EventTarget | null): number | undefined => {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-i]') : null;
  return word ? Number(word.dataset.i) : undefined;
};
const inPanel = (target: EventTarget | null): boolean => target instanceof Element && !!target.closest('.runners');

/**
 * The word that the keys are at, and the one whose runners-up are shown: by focus and click at once and until one goes
 * elsewhere, by hovering a moment later and until the pointer leaves.
 */
export class Pointing {
  #at = $state(0);
  #open = $state<number | undefined>();
  #pinned = false;
  /** what lay under the pointer has gone: the word that it lies on now was not pointed at */
  #still = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get at(): number {
    return this.#at;
  }

  get open(): number | undefined {
    return this.#open;
  }

  /** Makes a word the one that Tab enters the text at. */
  rest(index: number): void {
    this.#at = index;
  }

  pin(index: number): void {
    clearTimeout(this.#timer);
    this.#at = index;
    this.#open = index;
    this.#pinned = true;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#open = undefined;
    this.#pinned = false;
  }

  /** Closes, and shows nothing by hovering until the pointer moves. */
  closeUntilMoved(): void {
    this.close();
    this.#still = true;
  }

  moved(): void {
    this.#still = false;
  }

  over({ target, pointerType }: PointerEvent): void {
    if (pointerType !== 'mouse' || this.#pinned || this.#still) return;
    if (inPanel(target)) return clearTimeout(this.#timer);
    const index = indexOf(target);
    if (index === undefined) return;
    this.#soon(() => {
      this.#at = index;
      this.#open = index;
    }, SOON);
  }

  out({ relatedTarget, pointerType }: PointerEvent): void {
    if (pointerType !== 'mouse' || this.#pinned || inPanel(relatedTarget)) return;
    if (indexOf(relatedTarget) === undefined) this.#soon(() => this.close(), LATER);
  }

  click({ target }: MouseEvent): void {
    if (inPanel(target)) return;
    const index = indexOf(target);
    if (index === undefined) this.close();
    else this.pin(index);
  }

  /** Esc closes what is shown, wherever the focus is: after a click it stays where it was. */
  press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#open === undefined) return;
    event.preventDefault();
    this.close();
  }

  /** One thing floats at a time: what is pressed elsewhere in the window closes it. */
  elsewhere({ target }: PointerEvent, leaf: HTMLElement | undefined): void {
    if (this.#open !== undefined && !(target instanceof Node && leaf?.contains(target))) this.close();
  }

  focus({ target }: FocusEvent): void {
    const index = indexOf(target);
    if (index !== undefined) this.pin(index);
  }

  blur({ currentTarget, relatedTarget }: FocusEvent): void {
    const stays = relatedTarget instanceof Node && (currentTarget as HTMLElement).contains(relatedTarget);
    if (!stays && this.#pinned) this.close();
  }

  #soon(act: () => void, wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, wait);
  }
}
