import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { centralDirectory, localHeader, type ZipEntry } from '../models/zip-records.ts';

const deflate = promisify(deflateRaw);

/** One file of an archive. */
export interface Member {
  readonly name: string;
  readonly text: string;
  /** as it is, for what is looked for at its place in the archive */
  readonly stored?: boolean;
}

/** Members in their order as one zip, without dates: the same members are the same bytes. */
export async function zipFile(members: readonly Member[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const { name, text, stored = false } of members) {
    const bytes = Buffer.from(text);
    const packed = stored ? bytes : await deflate(bytes);
    const entry = {
      name,
      method: stored ? 0 : 8,
      crc: crc32(bytes),
      packed: packed.length,
      size: bytes.length,
      offset,
    };
    const header = localHeader(entry);
    parts.push(header, packed);
    entries.push(entry);
    offset += header.length + packed.length;
  }
  return Buffer.concat([...parts, centralDirectory(entries, offset)]);
}
