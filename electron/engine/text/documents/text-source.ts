import { createHash } from 'node:crypto';
import type { RawText } from '../../../contract/document.ts';
import { TextReader, type Decoding } from '../encodings/decode.ts';
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
  const hash = createHash('sha256');
  let characters = 0;
  let lines = 0;
  let ended = true;
  async function* chunks(): AsyncGenerator<string> {
    const measure = (text: string) => {
      hash.update(text, 'utf8');
      characters += text.length;
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
      if (text) ended = text.endsWith('\n');
      return text;
    };
    for await (const bytes of source.bytes()) {
      tap?.(bytes);
      const text = source.watch.work(bytes.length, () => measure(reader.push(bytes)));
      if (text) yield text;
    }
    const rest = measure(reader.end());
    if (rest) yield rest;
  }
  let sha256: string | undefined;
  const raw = () => {
    sha256 ??= hash.digest('hex');
    return { characters, lines: lines + (ended ? 0 : 1), sha256 };
  };
  return { chunks: chunks(), reader, raw };
}
