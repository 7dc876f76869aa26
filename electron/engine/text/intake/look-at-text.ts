import type { DocumentFound, RawText } from '../../../contract/document.ts';
import type { Finding } from '../../../contract/preparation.ts';
import type { TextReading } from '../corpus.ts';
import { openDocument, type OpenOptions } from '../documents/index.ts';
import { detectLanguage, LANGUAGE_SAMPLE } from '../language.ts';
import { rejoined } from '../rejoined.ts';
import { TextMeasure, withoutMarks } from '../text-measure.ts';
import type { TextWork } from '../text-work.ts';

/** Where a text is read from: a file, or its bytes in pieces. */
export type Intake = string | AsyncIterable<Uint8Array>;

export interface LookOptions extends OpenOptions {
  /** takes the normalised text piece by piece, to keep it for the second reading */
  keep(piece: string): void | Promise<void>;
  /** takes the share of the bytes read, 0 to 1 */
  onProgress?: (fraction: number) => void;
  /** what looks at the text */
  work: TextWork;
}

/** What one reading of a file tells: what it is, what its text is like, what could be done to that. */
export interface TextLook {
  reading: TextReading;
  document: DocumentFound;
  /** before anything is done to it; of what is made of text, with its marks */
  source: RawText;
  /** the text that was kept, where it was measured as it is */
  measured: RawText | undefined;
  /** UTF-16 units of the text that was kept */
  characters: number;
  /** ISO 639-1, `und` where it cannot be told */
  language: string;
  findings: Finding[];
  /** that the document says it has; empty where there is none */
  title: string;
}

/**
 * Reads a file once, in constant memory, for all that must be known before its text is prepared and cut.
 * @throws AesopError as `openDocument`; the signal's reason when aborted
 */
export async function lookAtText(from: Intake, options: LookOptions): Promise<TextLook> {
  const { keep, onProgress, signal, work } = options;
  const document = await openDocument(from, options);
  const { kind, chunks, reader, size } = document;
  const measure = new TextMeasure();
  let marked = false;
  async function* kept(): AsyncGenerator<string> {
    for await (const piece of chunks) {
      signal?.throwIfAborted();
      const bare = withoutMarks(piece);
      marked ||= bare !== piece;
      measure.push(bare);
      await keep(piece);
      if (size) onProgress?.(Math.min(1, reader.bytes / size));
      yield piece;
    }
  }
  const pieces = kept();
  let head = '';
  while (head.length < LANGUAGE_SAMPLE) {
    const next = await pieces.next();
    if (next.done) break;
    head += next.value;
  }
  const language = detectLanguage(head.slice(0, LANGUAGE_SAMPLE));
  const findings = await work.examine(rejoined([head], pieces), { language, kind });
  const { total, characters } = measure;
  return {
    ...{ reading: reader, document: document.found(), characters, language, findings },
    source: document.raw?.() ?? total,
    measured: marked ? undefined : total,
    title: document.title?.() ?? '',
  };
}
