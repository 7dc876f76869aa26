import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { isTight } from '../../contract/limits.ts';
import { message, type Message } from '../../contract/message.ts';
import { observed } from './observed.ts';
import {
  dataOffset,
  directoryEntries,
  END_BYTES,
  findDirectory,
  isLocalHeader,
  isZip64,
  LOCAL_BYTES,
  type ListedEntry,
} from './zip-records.ts';

const PIECE = 1 << 18;
/** A zip's comment, which comes last, is at most this long. */
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 1 << 20;
const [STORED, DEFLATED] = [0, 8];

/** What is wrong with an archive; without a problem it is no archive at all. */
export class UnfitArchive extends Error {
  readonly problem: Message | undefined;

  constructor(problem?: Message) {
    super(problem?.message ?? 'no zip');
    this.problem = problem;
  }
}

/** Whether a file lies in its archive as it is. */
export const isStored = ({ method }: PackedFile): boolean => method === STORED;

/** A file in an archive, and where its bytes lie in it. */
export interface PackedFile extends ListedEntry {
  readonly start: number;
}

async function readAt(archive: FileHandle, offset: number, length: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await archive.read(buffer, 0, length, offset);
  return bytesRead < length ? undefined : buffer;
}

/** No name of an archive ever becomes a path: of each only the last part is looked at. */
const lastPart = ({ name }: ListedEntry) => basename(name.replaceAll('\\', '/'));

function checkEntry(entry: ListedEntry, file: string): void {
  const { method, packed, size } = entry;
  if (isZip64(entry)) throw new UnfitArchive(message('phrases.archive-zip64'));
  if (entry.encrypted) throw new UnfitArchive(message('phrases.archive-encrypted', { file }));
  if (method !== STORED && method !== DEFLATED)
    throw new UnfitArchive(message('phrases.archive-method', { file, method }));
  if (method === STORED && packed !== size) throw new UnfitArchive(message('phrases.archive-torn'));
  if (isTight(packed, size)) throw new UnfitArchive(message('phrases.archive-tight', { file, packed, bytes: size }));
}

async function located(archive: FileHandle, entry: ListedEntry): Promise<PackedFile> {
  const header = await readAt(archive, entry.offset, LOCAL_BYTES);
  if (!header || !isLocalHeader(header)) throw new UnfitArchive(message('phrases.archive-torn'));
  return { ...entry, start: dataOffset(entry.offset, header) };
}

/** Two files that share bytes are how a small archive holds large ones many times. */
function checkPlaces(files: readonly PackedFile[], directory: number): void {
  const inTurn = [...files].sort((a, b) => a.offset - b.offset);
  inTurn.forEach(({ start, packed }, at) => {
    const next = inTurn[at + 1]?.offset ?? directory;
    if (start + packed > next) throw new UnfitArchive(message('phrases.archive-overlap'));
  });
}

/** What an archive's directory lists, and where that directory lies. @throws UnfitArchive where it is no zip */
async function listed(archive: FileHandle): Promise<{ entries: Iterable<ListedEntry>; directory: number }> {
  const { size } = await archive.stat();
  const length = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const tail = await readAt(archive, size - length, length);
  const place = tail && findDirectory(tail);
  if (place?.zip64) throw new UnfitArchive(message('phrases.archive-zip64'));
  const directory = place && place.bytes <= LARGEST_DIRECTORY && (await readAt(archive, place.offset, place.bytes));
  if (!directory) throw new UnfitArchive();
  return { entries: directoryEntries(directory), directory: place.offset };
}

/**
 * The files of an archive that are wanted, by the last part of their names; everything else in there is passed over.
 * @param wanted whether a file is, by that part
 * @throws UnfitArchive where it is no zip, holds one of them twice, or holds them in a way that none of ours are
 */
async function findWanted(
  archive: FileHandle,
  wanted: (entry: ListedEntry, file: string) => boolean,
  most = Infinity,
): Promise<Map<string, PackedFile>> {
  const { entries, directory } = await listed(archive);
  const found = new Map<string, PackedFile>();
  for (const entry of entries) {
    const file = lastPart(entry);
    if (!wanted(entry, file)) continue;
    if (found.has(file)) throw new UnfitArchive(message('phrases.archive-twice', { file }));
    if (found.size >= most) throw new UnfitArchive(message('phrases.archive-crowded', { limit: most }));
    checkEntry(entry, file);
    found.set(file, await located(archive, entry));
  }
  checkPlaces([...found.values()], directory);
  return found;
}

/** The files of those names in an archive, in whatever folder of it. @throws UnfitArchive as `findWanted` */
export async function findPacked<Name extends string>(
  archive: FileHandle,
  names: readonly Name[],
): Promise<Map<Name, PackedFile>> {
  const known: readonly string[] = names;
  return (await findWanted(archive, (_, file) => known.includes(file))) as Map<Name, PackedFile>;
}

/**
 * Every plain file of an archive; hidden ones, links, and what would lead out of it are passed over.
 * @param most files that there may be
 * @throws UnfitArchive as `findWanted`
 */
export function findEvery(archive: FileHandle, most: number): Promise<Map<string, PackedFile>> {
  const within = ({ name }: ListedEntry) => !/^[/\\]|(^|[/\\])\.\.([/\\]|$)|\0/.test(name);
  return findWanted(archive, (entry, file) => entry.plain && within(entry) && !file.startsWith('.'), most);
}

function checked(crc: number, file: string): Transform {
  let seen = 0;
  return observed(
    (piece) => (seen = crc32(piece, seen)),
    () => {
      if (seen !== crc) throw new UnfitArchive(message('phrases.archive-crc', { file }));
    },
  );
}

/** Bytes of an open file piece by piece. A stream of its own would leave a listener on the file. */
async function* piecesOf(archive: FileHandle, start: number, bytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes; at += PIECE) {
    const piece = await readAt(archive, start + at, Math.min(PIECE, bytes - at));
    if (!piece) throw new UnfitArchive(message('phrases.archive-torn'));
    yield piece;
  }
}

/** The stages of a pipeline through which a packed file comes out; its checksum is looked at when all of it has. */
export function unpacking(
  archive: FileHandle,
  { start, packed, method, crc }: PackedFile,
  file: string,
): [Readable, ...Transform[]] {
  const bytes = Readable.from(piecesOf(archive, start, packed), { objectMode: false });
  const inflate = method === DEFLATED ? [createInflateRaw({ chunkSize: PIECE })] : [];
  return [bytes, ...inflate, checked(crc, file)];
}
