import type { DocumentKind } from '../../../contract/document.ts';
import { packedText } from './archives/packed-text.ts';
import { decodeFile } from '../encodings/decode-file.ts';
import { TextNormalizer } from '../encodings/normalize.ts';
import type { DocumentSource, DocumentText } from './document.ts';
import { recognise } from './recognition/recognise.ts';
import { openSource, type OpenOptions } from './source.ts';

async function* normalised(chunks: AsyncIterable<string>, signal: AbortSignal | undefined): AsyncGenerator<string> {
  const normalizer = new TextNormalizer();
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    const text = normalizer.push(chunk);
    if (text) yield text;
  }
  const rest = normalizer.end();
  if (rest) yield rest;
}

/**
 * Opens a file as what it is, and tells its text: of plain text every character, of a document what its writer wrote, of an
 * archive of one text that.
 * Nothing is written anywhere; what is no document and no text is refused by what it is.
 *
 * @param from path of a file, or its bytes in pieces
 * @throws AesopError what the system says of the file, encoding-unknown, document-unread, document-damaged,
 * document-large, document-locked, document-slow, document-wordless, column-unknown, document-pictures, those of decodeFile; the
 * signal's reason when aborted. All but the first three also while the pieces are read.
 */
export async function openDocument(
  from: string | AsyncIterable<Uint8Array>,
  options: OpenOptions = {},
): Promise<DocumentText> {
  const { signal } = options;
  signal?.throwIfAborted();
  const opened = await openSource(from, options);
  const source = options.plain ? opened : await packedText(opened, options);
  try {
    return await read(source, options.plain ? 'text' : await recognise(source), signal);
  } catch (thrown) {
    await source.release();
    throw thrown;
  }
}

async function read(source: DocumentSource, kind: DocumentKind, signal?: AbortSignal): Promise<DocumentText> {
  const { name, encoding, size, path } = source;
  if (kind === 'text') {
    const { chunks, reader } = await decodeFile(path ?? source.bytes(), { name, encoding });
    return { kind, chunks, reader, size, found: () => ({ kind }) };
  }
  const { READERS } = await import('./readers.ts');
  const { chunks, reader, found, raw, title } = await READERS[kind](source);
  return { kind, chunks: normalised(chunks, signal), reader, size, found, raw, title };
}
