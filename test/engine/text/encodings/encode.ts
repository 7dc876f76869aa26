import { createDecoder } from '../../../../electron/engine/text/encodings/text-decoder.ts';

const tables = new Map<string, Map<string, number[]>>();

/** Node encodes only Unicode, so the table is made by decoding every one- and two-byte sequence. */
function tableOf(encoding: string): Map<string, number[]> {
  let table = tables.get(encoding);
  if (table) return table;
  table = new Map();
  const add = (bytes: number[]) => {
    const text = createDecoder(encoding).decode(Uint8Array.from(bytes), true);
    if ([...text].length === 1 && text !== '\ufffd' && !table?.has(text)) table?.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add([byte]);
  if (!encoding.startsWith('windows'))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail]);
  tables.set(encoding, table);
  return table;
}

/** A text in a legacy encoding or UTF-16; fails on characters it does not have. */
export function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}
