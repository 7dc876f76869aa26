import type { MarkupHandler } from '../markup/xml.ts';

/** What a style of a Word document says about a paragraph or a run of text. */
export interface WordStyle {
  heading: boolean;
  hidden: boolean;
  contents: boolean;
  basedOn?: string;
}

const HEADING = /^(heading \d|title|subtitle)$/i;
const CONTENTS = /^(toc|contents|index) ?\d/i;
/** Styles on which others may be based, one on the other. */
const MOST_BASES = 12;

export const isOn = (value: string | undefined) => !/^(0|false|off)$/i.test(value ?? '');

/** Reads word/styles.xml: ids of styles differ from language to language, their names inside do not. */
export class WordStyles implements MarkupHandler {
  readonly #styles = new Map<string, WordStyle>();
  #style: WordStyle | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string) {
    const attribute = (local: string) => attributes[prefix ? `${prefix}:${local}` : local];
    const value = attribute('val');
    if (name === 'style') {
      this.#style = { heading: false, hidden: false, contents: false };
      this.#styles.set(attribute('styleId') ?? '', this.#style);
    } else if (!this.#style) return;
    else if (name === 'name') {
      this.#style.heading = HEADING.test(value ?? '');
      this.#style.contents = CONTENTS.test(value ?? '');
    } else if (name === 'basedOn') this.#style.basedOn = value;
    else if (name === 'vanish') this.#style.hidden = isOn(value);
    else if (name === 'outlineLvl') this.#style.heading ||= Number(value) < 9;
  }

  close(name: string) {
    if (name === 'style') this.#style = undefined;
  }

  text() {
    // styles say nothing
  }

  /** Whether a style, or one that it is based on, is a heading, hidden, a line of a table of contents. */
  is(id: string | undefined, what: 'heading' | 'hidden' | 'contents'): boolean {
    let style = this.#styles.get(id ?? '');
    for (let bases = 0; style && bases < MOST_BASES; bases++) {
      if (style[what]) return true;
      style = this.#styles.get(style.basedOn ?? '');
    }
    return false;
  }
}
