import type { DocumentSource, Extracted } from '../document.ts';
import type { Flow } from '../markup/flow.ts';
import type { MarkupHandler } from '../markup/xml.ts';
import { readXmlFile } from './xml-file.ts';

/** Some programs stress words of an entry as pages do. */
const TAG = /<\/?[A-Za-z][^<>]{0,200}>/g;

/** Puts an outline together (opml.org/spec2): each entry a line, the note that some programs give it below. */
class Outline implements MarkupHandler {
  readonly #flow: Flow;
  #depth = 0;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  open(name: string, attributes: Readonly<Record<string, string>>) {
    if (name !== 'outline') return;
    if (this.#depth++ === 0) this.#flow.leaveBlank();
    const { text = attributes.title ?? '', _note: note = '' } = attributes;
    for (const words of note ? [text, note] : [text]) {
      for (const line of words.replace(TAG, '').split('\n')) {
        if (line.trim() === '') this.#flow.leaveBlank();
        this.#flow.collapse(line);
        this.#flow.endParagraph();
      }
    }
  }

  close(name: string) {
    if (name === 'outline') this.#depth--;
  }

  /** Nothing is written between the elements. */
  text() {}
}

/** An outline (OPML), as programs for notes and for drafts of books save it. */
export const readOutline = (source: DocumentSource): Extracted =>
  readXmlFile(source, 'opml', (flow) => new Outline(flow));
