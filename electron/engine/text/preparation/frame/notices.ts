import { Navigation } from './navigation.ts';
import { isNotice } from './publishers.ts';

/** Lines behind a scanner's that go on with it, and those of which the next one is the end. */
const GOES_ON = /^\s*(?:in \d{4} with funding from|Original from)(?:\s.{2,60})?\s*$/i;
const GOES_ON_BELOW = /^\s*(?:in \d{4} with funding from|Original from)\s*$/i;
const NAME = /^\s*\p{Lu}.{2,70}[^.,;:!?…"”’\s]\s*$/u;

/** Tells lines that scanners and sites leave anywhere in a text. */
export class Notices {
  readonly navigation = new Navigation();
  #wasOne = false;
  #awaitsName = false;

  /** @param text of the next line that is not blank @param hinted whether it may be one by its words */
  isOne(text: string, hinted: boolean): boolean {
    if (!hinted && !this.#wasOne && !this.navigation.isOpen) return false;
    const isName = this.#awaitsName && NAME.test(text);
    const isNext = this.#wasOne && GOES_ON.test(text);
    this.#awaitsName = isNext && GOES_ON_BELOW.test(text);
    this.#wasOne = isName || isNext || (hinted && isNotice(text)) || this.navigation.isOne(text, hinted);
    return this.#wasOne;
  }
}
