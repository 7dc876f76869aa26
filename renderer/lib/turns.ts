type Work = () => void;

/** When the next frame has been painted; without waiting for one where nobody sees it. */
function afterPaint(work: Work): void {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}

/** Work that can wait, one piece a frame: all at once it would hold up input, reports and what is seen first. */
class Turns {
  #waiting: Work[] = [];

  get waiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Does `work` once what asked before has been done and painted. @returns takes it back */
  take(work: Work): () => void {
    this.#waiting.push(work);
    if (this.#waiting.length === 1) afterPaint(this.#next);
    return () => {
      const at = this.#waiting.indexOf(work);
      // the first one keeps its place, by which the next are waited for
      if (at === 0) this.#waiting[0] = () => {};
      else if (at > 0) this.#waiting.splice(at, 1);
    };
  }

  #next = (): void => {
    const [work] = this.#waiting;
    try {
      work();
    } finally {
      this.#waiting.shift();
      if (this.waiting) afterPaint(this.#next);
    }
  };
}

export const turns = new Turns();
