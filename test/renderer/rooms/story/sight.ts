/** What a person sees, in a page without a layout: everything, unless a test says otherwise. */
export class Sight implements IntersectionObserver {
  static #all = new Set<Sight>();
  static #seen = true;

  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  readonly #tell: IntersectionObserverCallback;
  readonly #watched = new Set<Element>();

  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
    Sight.#all.add(this);
  }

  static everything(): void {
    Sight.#seen = true;
  }

  static nothing(): void {
    Sight.#seen = false;
  }

  /** An element comes into sight or goes out of it. */
  static of(target: Element, isIntersecting: boolean): void {
    for (const sight of Sight.#all) if (sight.#watched.has(target)) sight.#say(target, isIntersecting);
  }

  observe(target: Element): void {
    this.#watched.add(target);
    const seen = Sight.#seen;
    queueMicrotask(() => this.#watched.has(target) && this.#say(target, seen));
  }

  unobserve(target: Element): void {
    this.#watched.delete(target);
  }

  disconnect(): void {
    this.#watched.clear();
    Sight.#all.delete(this);
  }

  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }

  #say(target: Element, isIntersecting: boolean): void {
    this.#tell([{ target, isIntersecting } as IntersectionObserverEntry], this);
  }
}

globalThis.IntersectionObserver = Sight;
