import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { AesopError } from '../../../../contract/errors.ts';
import { DOCUMENT_LIMITS } from '../../../../contract/limits.ts';
import { message } from '../../../../contract/message.ts';
import type { DocumentSource } from '../document.ts';
import { damaged, locked, tooLarge, type Called } from '../refusals.ts';
import { wholeBytes } from '../whole-bytes.ts';
import { checked } from './checksum.ts';

/** A zip archive whose members are read one after the other, in memory; nothing of it is ever written. */
export interface Archive {
  /** of files, in their order, each once; folders are left out */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** unpacked, in bytes, as the archive says: one that becomes more is torn; 0 where it is not there */
  readonly size: (name: string) => number;
  /**
   * The bytes of a member in pieces.
   * @throws AesopError document-damaged, document-large, document-locked
   */
  readonly read: (name: string) => AsyncIterable<Uint8Array>;
  readonly close: () => void;
}

export const ZIP = 'PK\x03\x04';
/** Whether a file begins as an archive does that holds something. */
export const isZip = (head: Uint8Array): boolean => [...ZIP].every((sign, at) => head[at] === sign.charCodeAt(0));

const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: false } as const;

async function entriesOf(zip: ZipFile, called: Called): Promise<Map<string, Entry>> {
  const { members } = DOCUMENT_LIMITS;
  const entries = new Map<string, Entry>();
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    if (++seen > members) throw damaged(called, message('phrases.archive-crowded', { limit: members }));
    if (!entry.fileName.endsWith('/') && !entries.has(entry.fileName)) entries.set(entry.fileName, entry);
  }
  return entries;
}

async function* member(zip: ZipFile, entry: Entry | undefined, called: Called): AsyncGenerator<Uint8Array> {
  if (!entry) throw damaged(called, message('phrases.archive-lacks'));
  if (entry.isEncrypted()) throw locked(called);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    yield* checked(stream, entry.crc32);
  } catch (thrown) {
    throw damaged(called, message('phrases.archive-torn'), String(thrown));
  }
}

/**
 * Opens a document that is a zip archive.
 * @throws AesopError document-damaged where it is torn or a name in it leads out of it, document-large
 */
export async function openArchive(source: DocumentSource, called: Called): Promise<Archive> {
  let zip: ZipFile | undefined;
  try {
    const opened = source.path
      ? await openPromise(source.path, OPTIONS)
      : await fromBufferPromise(await wholeBytes(source, called), OPTIONS);
    zip = opened;
    const entries = await entriesOf(opened, called);
    let left: number = DOCUMENT_LIMITS.unpacked;
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(name),
      size: (name) => entries.get(name)?.uncompressedSize ?? 0,
      read: (name) => {
        const entry = entries.get(name);
        left -= entry?.uncompressedSize ?? 0;
        if (left < 0) throw tooLarge(called, DOCUMENT_LIMITS.unpacked);
        return member(opened, entry, called);
      },
      close: () => opened.close(),
    };
  } catch (thrown) {
    zip?.close();
    if (thrown instanceof AesopError) throw thrown;
    throw damaged(called, message('phrases.archive-torn'), String(thrown));
  }
}
