import { headOf, LEAST_PAGE, type Head } from './page-heads.ts';

/** Pages whose heads are sure to be some, by how many of them a sentence goes on over the head. */
const LEAST = 3;
const LEAST_WITHIN = 2;
/** By how many pages the next one is further on: a page without a head may be between two. */
const FURTHER = 2;
/** What so many pages have is seen by itself. */
const MOST = 12;
const MOST_HEADS = 200;

const isBehind = (page: number, before: Head) => page > before.page && page <= before.page + FURTHER;

/** Finds a few pages, one behind the other, whose heads bear their numbers, whatever words stand beside those. */
export class PageRuns {
  #run: Head[] = [];
  /** the last one, where it goes on with nothing */
  #other: Head | undefined;
  readonly #heads = new Map<string, Head>();

  /**
   * @param at characters of the text before it
   * @returns what is to be told whether a sentence goes on over it
   */
  see(key: string, text: string, page: number, at: number): Head {
    const head: Head = { ...headOf(key, text), page, at, times: 1, characters: text.length + 1 };
    const last = this.#run.at(-1);
    if (last && isBehind(page, last)) {
      if (this.#run.length < MOST) this.#run.push(head);
      this.#other = undefined;
    } else if (!last || (this.#other && isBehind(page, this.#other))) {
      this.#close();
      this.#run = this.#other ? [this.#other, head] : [head];
      this.#other = undefined;
    } else this.#other = head;
    return head;
  }

  #close(): void {
    const run = this.#run;
    const within = run.filter(({ withinProse }) => withinProse > 0).length;
    if (run.length < LEAST || within < Math.max(LEAST_WITHIN, run.length - 2)) return;
    if (run[run.length - 1].at - run[0].at < LEAST_PAGE * (run.length - 1)) return;
    for (const head of run) {
      const same = this.#heads.get(head.key);
      if (same) {
        same.times++;
        same.within += head.within;
        same.characters += head.characters;
      } else if (this.#heads.size < MOST_HEADS) this.#heads.set(head.key, { ...head });
    }
  }

  /** The heads of all such pages, by their keys. */
  found(): ReadonlyMap<string, Head> {
    this.#close();
    this.#run = [];
    return this.#heads;
  }
}
