import type { RawText } from '../../../contract/document.ts';
import { TextReader, type Decoding } from '../encodings/decode.ts';
import { TextMeasure, withoutMarks } from '../text-measure.ts';
import type { DocumentSource } from './document.ts';

/** A document that is made of text, decoded. */
export interface TextSource {
  readonly chunks: AsyncIterable<string>;
  readonly reader: Decoding;
  readonly raw: () => RawText;
}

/**
 * Decodes a document that is made of text, and measures that text as it came.
 * @param encoding what the document says of itself, where nobody asked for another
 * @param tap takes the bytes too, where they say more than their text
 * @throws AesopError encoding-unknown; while reading also text-empty, text-binary, text-undecodable
 */
export function textOf(source: DocumentSource, encoding?: string, tap?: (bytes: Uint8Array) => void): TextSource {
  const reader = new TextReader({ name: source.name, encoding: source.encoding ?? encoding });
  const measure = new TextMeasure();
  async function* chunks(): AsyncGenerator<string> {
    const measured = (text: string) => {
      measure.push(withoutMarks(text));
      return text;
    };
    for await (const bytes of source.bytes()) {
      tap?.(bytes);
      const text = source.watch.work(bytes.length, () => measured(reader.push(bytes)));
      if (text) yield text;
    }
    const rest = measured(reader.end());
    if (rest) yield rest;
  }
  return { chunks: chunks(), reader, raw: () => measure.total };
}
