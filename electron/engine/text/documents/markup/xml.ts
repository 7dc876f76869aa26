import { Parser } from 'htmlparser2';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import { createDecoder, type StreamDecoder } from '../../encodings/text-decoder.ts';
import { encodingOfMark, resolveEncoding } from '../../encodings/encodings.ts';
import { damaged, tooDeep, type Called } from '../refusals.ts';
import type { Watch } from '../watch.ts';

/** What is told of a document of markup; names of elements are without their prefix. */
export interface MarkupHandler {
  /** @param name local name; `prefix` is what stands before the colon */
  open(name: string, attributes: Readonly<Record<string, string>>, prefix: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Characters that are handed to the parser at once: what it does with them takes milliseconds. */
const PIECE = 16 * 1024;
const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** The encoding of an XML document: its mark, its declaration, else UTF-8. */
function decoderOf(first: Uint8Array): StreamDecoder {
  const marked = encodingOfMark(first);
  const declared = DECLARED.exec(Buffer.from(first.subarray(0, 200)).toString('latin1'))?.[1];
  try {
    // a declaration that can be read byte for byte is not in UTF-16, whatever it says
    const named = declared && !/^utf-?16/i.test(declared) ? resolveEncoding(declared) : 'utf-8';
    return createDecoder(marked ?? named);
  } catch {
    return createDecoder('utf-8');
  }
}

/**
 * A parser that tells a handler what comes, in bounded depth. It knows the five entities of XML, numbers, and in HTML
 * those of HTML; a document's own entities stay what is written, so that none can grow.
 */
export class MarkupParser {
  readonly #parser: Parser;
  readonly #called: Called;
  readonly #watch: Watch;
  #written = 0;

  /** @param html whether elements may be left open and names of characters are known */
  constructor(handler: MarkupHandler, html: 'html' | 'xhtml' | 'xml', called: Called, watch: Watch) {
    this.#called = called;
    this.#watch = watch;
    let depth = 0;
    const most = html === 'xml' ? DOCUMENT_LIMITS.depth : DOCUMENT_LIMITS.looseDepth;
    this.#parser = new Parser(
      {
        onopentag(name, attributes) {
          if (++depth > most) throw tooDeep(called, most);
          const colon = name.indexOf(':');
          handler.open(name.slice(colon + 1), attributes, colon < 0 ? '' : name.slice(0, colon));
        },
        onclosetag(name) {
          depth--;
          handler.close(localName(name));
        },
        ontext: (text) => handler.text(text),
      },
      { xmlMode: html === 'xml', recognizeSelfClosing: html !== 'html', recognizeCDATA: html !== 'html' },
    );
  }

  /** @throws AesopError document-damaged, document-slow */
  push(text: string, bytes = text.length) {
    for (let at = 0; at < text.length; at += PIECE) {
      const piece = text.slice(at, at + PIECE);
      this.#watch.work((bytes * piece.length) / text.length, () => this.#parser.write(piece));
      this.#written += piece.length;
      if (this.#written - this.#parser.endIndex > DOCUMENT_LIMITS.record)
        throw damaged(this.#called, message('phrases.mark-endless', { limit: DOCUMENT_LIMITS.record / 2 ** 20 }));
    }
  }

  end() {
    this.#watch.work(0, () => this.#parser.end());
  }
}

/** Parses a member of an archive, piece by piece; `after` is called after each. */
export async function parseXml(
  bytes: AsyncIterable<Uint8Array>,
  parser: MarkupParser,
  after: () => Promise<void> | void = () => undefined,
): Promise<void> {
  for await (const _ of parsePieces(bytes, parser)) await after();
}

/** The same as a generator that pauses after each piece, for what is handed on while it is read. */
export async function* parsePieces(bytes: AsyncIterable<Uint8Array>, parser: MarkupParser): AsyncGenerator<void> {
  let decoder: StreamDecoder | undefined;
  for await (const piece of bytes) {
    decoder ??= decoderOf(piece);
    parser.push(decoder.decode(piece, false), piece.length);
    yield;
  }
  parser.push(decoder?.decode(new Uint8Array(), true) ?? '');
  parser.end();
  yield;
}
