import { message } from '../../../../contract/message.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { declaredEncoding } from '../markup/declared-encoding.ts';
import { MarkupParser, type MarkupHandler } from '../markup/xml.ts';
import { wordless } from '../refusals.ts';
import { textOf } from '../text-source.ts';
import { Speech } from './speech.ts';

/** Timed text: each paragraph is a cue. */
class TimedText implements MarkupHandler {
  readonly speech = new Speech();
  #open = false;
  #line = '';

  open(name: string) {
    if (name === 'p') {
      this.#open = true;
      this.speech.beginCue();
    } else if (name === 'br') this.#say();
  }

  close(name: string) {
    if (name !== 'p') return;
    this.#say();
    this.#open = false;
  }

  text(text: string) {
    if (this.#open) this.#line += text;
  }

  #say() {
    this.speech.say(this.#line);
    this.#line = '';
  }
}

/** Subtitles of broadcasters and platforms (TTML, DFXP). */
export function readTimedText(source: DocumentSource): Extracted {
  const called = { name: source.name, kind: message('documents.subtitles') };
  const text = textOf(source, declaredEncoding(source.head));
  const handler = new TimedText();
  const { speech } = handler;
  const parser = new MarkupParser(handler, 'xml', called, source.watch);
  async function* chunks(): AsyncGenerator<string> {
    for await (const piece of text.chunks) {
      parser.push(piece, 0);
      yield speech.take();
    }
    parser.end();
    if (speech.isEmpty) throw wordless(called);
    yield speech.end();
  }
  return { ...text, chunks: chunks(), found: () => ({ kind: 'subtitles', format: 'ttml', cues: speech.cues }) };
}
