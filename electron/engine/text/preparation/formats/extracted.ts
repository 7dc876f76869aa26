import { isBlank, lineOf, type Line } from '../line.ts';
import { MARKS } from '../marks.ts';
import type { Opening, Stage, Step } from '../step.ts';

/** Stands above an article, which has its title in the line below, too; a title may have quotes of its own. */
const ARTICLE =
  /^<doc id="[^"<>]{1,80}"(?=[^<>]{0,2000} (?:url|title)=)(?: (?!title=)[a-z_]{1,20}="[^"<>]{0,2000}"){0,6}(?: title="[^<>]{0,2000}")?>[ \t]*$/;
const END = /^[ \t]*<\/doc>[ \t]*$/;

class Extracted implements Stage {
  readonly #opening: Opening;
  #articles = 0;
  #ends = 0;
  /** nothing was written yet, or a blank line last */
  #apart = true;

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  line(line: Line): void {
    const { emit, tally } = this.#opening;
    const tagged = (line.marks & MARKS.tag) !== 0;
    const begins = tagged && ARTICLE.test(line.text);
    if (begins) this.#articles++;
    else if (tagged && this.#articles > 0 && END.test(line.text)) this.#ends++;
    else {
      this.#apart = isBlank(line);
      return emit(line);
    }
    tally.note(line.text.length + 1, line.text, '');
    // its title is no line of the article before
    if (begins && !this.#apart) emit(lineOf('', true));
    if (begins) this.#apart = true;
  }

  found() {
    if (this.#articles === 0) return undefined;
    return { sure: this.#ends > 0 || this.#articles > 1, counts: { articles: this.#articles } };
  }
}

/** Leaves out the lines between which WikiExtractor puts each article of an encyclopedia: <doc id="12" url="…" title="…">. */
export const extracted: Step = {
  name: 'wikiextractor',
  leads: 'where sure',
  open: (opening) => new Extracted(opening),
};
