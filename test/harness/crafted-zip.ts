import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive as somebody who means harm may list it: what is left out is as it should be. */
export interface CraftedEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** 8 deflates */
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly offset?: number;
  /** of Unix: 0o120777 is a link */
  readonly mode?: number;
  /** the bytes as they are packed already */
  readonly packedContent?: Uint8Array;
}

/** A zip archive of those entries, told in its headers as they say. */
export function craftedZip(entries: readonly CraftedEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { content, method = 0, flags = 0x800 } = entry;
    const name = Buffer.from(entry.name);
    const bytes = entry.packedContent ?? (method === 8 ? deflateRawSync(content) : content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
    fields.writeUInt32LE(entry.packed ?? bytes.length, 14);
    fields.writeUInt32LE(entry.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(entry.offset ?? at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), fields, name, Buffer.from(bytes)];
    parts.push(...local);
    at += local.reduce((sum, { length }) => sum + length, 0);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
