import type { DocumentFound, DocumentKind, RawText } from '../../../contract/document.ts';
import type { Decoding } from '../encodings/decode.ts';
import type { Watch } from './watch.ts';

/** A file as its reader gets it. */
export interface DocumentSource {
  /** what it is called in errors */
  readonly name: string;
  /** where it lies, if it is a file of this machine */
  readonly path: string | undefined;
  /** bytes in all, 0 where that is not known before */
  readonly size: number;
  /** its first bytes */
  readonly head: Uint8Array;
  /** more of its first bytes, before all of them are asked for */
  readonly longerHead: (most: number) => Promise<Uint8Array>;
  /** all of them, to be asked for once */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** nothing more of it is read, and what it lies in is closed */
  readonly release: () => Promise<void>;
  /** bytes that were asked for so far */
  readonly seen: () => number;
  /** read as this encoding instead of guessing, where it is made of text */
  readonly encoding: string | undefined;
  /** of a table: the column that is the text, by its name or its number from 1 on */
  readonly column: string | undefined;
  readonly watch: Watch;
}

/** A document that is read while its text is used. */
export interface DocumentText {
  readonly kind: DocumentKind;
  /** the text, NFC, LF, in pieces of up to some megabytes */
  readonly chunks: AsyncIterable<string>;
  /** how its bytes were read; whole once the pieces have ended */
  readonly reader: Decoding;
  /** bytes in all, 0 where that is not known before */
  readonly size: number;
  /** what was found in it; whole once the pieces have ended */
  readonly found: () => DocumentFound;
  /** of what is made of text: that text as it came, once the pieces have ended */
  readonly raw?: () => RawText;
  /** the title that it says it has, once the pieces have ended; empty where there is none */
  readonly title?: () => string;
}

/** What a reader makes of a document: its text, not normalised yet. */
export interface Extracted {
  readonly chunks: AsyncIterable<string>;
  readonly reader: Decoding;
  readonly found: () => DocumentFound;
  readonly raw?: () => RawText;
  readonly title?: () => string;
}

/** @throws AesopError for what cannot be read, also while its pieces are asked for */
export type DocumentReader = (source: DocumentSource) => Extracted | Promise<Extracted>;
