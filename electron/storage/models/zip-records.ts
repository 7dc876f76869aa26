/** One file of a zip archive (PKWARE APPNOTE 6.3), as its central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** of its local header */
  readonly offset: number;
}

/** A file as somebody else's archive lists it. */
export interface ListedEntry extends ZipEntry {
  readonly encrypted: boolean;
  /** a plain file, as far as the archive says: no folder, no link */
  readonly plain: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
export const LOCAL_BYTES = 30;
export const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** Encrypted in the old way, in a strong way, or with its headers masked. */
const ENCRYPTED = 0x2041;
/** Where such a number would stand, zip64 has it elsewhere. */
const ELSEWHERE = 0xffffffff;
/** Kinds of files that Unix keeps in the upper half of an entry's attributes; 0 where it was made elsewhere. */
const [KIND_OF_FILE, REGULAR] = [0xf000, 0x8000];
/** 1 January 1980, the first day of a zip: the same model gives the same archive. */
const NO_DATE = 0x0021;

type Headed = Omit<ZipEntry, 'offset'>;

/** The fields that both kinds of header have in the same order, from byte `at` on. */
function writeFields(header: Buffer, at: number, { method, crc, packed, size }: Headed, nameBytes: number): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt16LE(NO_DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(nameBytes, at + 22);
}

/** What stands before a file's bytes. */
export function localHeader(entry: Headed): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL, 0);
  writeFields(header, 4, entry, name.length);
  return Buffer.concat([header, name]);
}

function centralHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(CENTRAL_BYTES);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(VERSION, 4);
  writeFields(header, 6, entry, name.length);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, name]);
}

/** The central directory, with the record that ends the archive. */
export function centralDirectory(entries: readonly ZipEntry[], offset: number): Buffer {
  const headers = Buffer.concat(entries.map(centralHeader));
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(headers.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([headers, end]);
}

/** Where the central directory lies, out of the archive's last bytes; nothing where that is no zip. */
export function findDirectory(tail: Buffer): { offset: number; bytes: number; zip64: boolean } | undefined {
  for (let at = tail.length - END_BYTES; at >= 0; at--)
    if (tail.readUInt32LE(at) === END) {
      const [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
      return { offset, bytes, zip64: bytes === ELSEWHERE || offset === ELSEWHERE };
    }
  return undefined;
}

/** The files that a central directory lists; stops at the first record that is none. */
export function* directoryEntries(directory: Buffer): Generator<ListedEntry> {
  for (let at = 0; at + CENTRAL_BYTES <= directory.length;) {
    if (directory.readUInt32LE(at) !== CENTRAL) return;
    const nameBytes = directory.readUInt16LE(at + 28);
    const next = at + CENTRAL_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const name = directory.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
    const kind = directory.readUInt16LE(at + 40) & KIND_OF_FILE;
    yield {
      name,
      plain: !/[/\\]$/.test(name) && (kind === 0 || kind === REGULAR),
      encrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    };
    at = next;
  }
}

/** Whether an entry's numbers stand elsewhere, as those of 4 GB and more do. */
export const isZip64 = ({ packed, size, offset }: ZipEntry): boolean => [packed, size, offset].includes(ELSEWHERE);

/** Whether a local header stands there. */
export const isLocalHeader = (header: Buffer): boolean => header.readUInt32LE(0) === LOCAL;

/** Where a file's bytes begin, behind its local header. */
export function dataOffset(offset: number, header: Buffer): number {
  return offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}
