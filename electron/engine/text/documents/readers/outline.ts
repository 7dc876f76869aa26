import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { Flow } from '../markup/flow.ts';
import { toldBy } from '../markup/told.ts';
import { MarkupParser, type MarkupHandler } from '../markup/xml.ts';
import { textOf } from '../text-source.ts';

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
export function readOutline(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.opml') };
  const text = textOf(source, declaredEncoding(source.head));
  const flow = new Flow();
  const parser = new MarkupParser(new Outline(flow), 'xml', called, source.watch);
  return {
    ...text,
    chunks: toldBy(text.chunks, parser, flow, called),
    found: () => ({ kind: 'opml', ...flow.omissions.found }),
  };
}
