import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { onDisk } from './disk-errors.ts';

/** Bytes of a text that are read at a time. */
const PIECE = 1 << 20;
const LINE_END = 0x0a;

/**
 * A text that is written to a new file piece by piece, then read from it, as often as is wished.
 * @throws AesopError `disk-full`, `no-permission`
 */
export function textFile(path: string) {
  const file = createWriteStream(path, { flags: 'wx', encoding: 'utf8', highWaterMark: PIECE });
  const written = finished(file);
  written.catch(() => {});
  let ended = false;
  const end = async () => {
    if (!ended) file.end();
    ended = true;
    await onDisk(path, () => written);
  };
  return {
    path,
    write: (piece: string) =>
      file.write(piece) ? undefined : onDisk(path, () => Promise.race([once(file, 'drain'), written]).then(() => {})),
    async *read(): AsyncGenerator<string> {
      await end();
      yield* readText(path);
    },
    end,
  };
}

/** The text of a file in UTF-8 in pieces that are whole lines, but for lines longer than a piece; all are read into the same memory. */
async function* readText(path: string): AsyncGenerator<string> {
  const file = await open(path);
  try {
    const memory = Buffer.allocUnsafeSlow(2 * PIECE);
    for (let held = 0; ;) {
      const { bytesRead } = await file.read(memory, held, PIECE);
      const length = held + bytesRead;
      const piece = bytesRead === 0 ? length : endOfPiece(memory.subarray(0, length));
      if (piece > 0) yield memory.toString('utf8', 0, piece);
      if (bytesRead === 0) return;
      memory.copyWithin(0, piece, length);
      held = length - piece;
    }
  } finally {
    await file.close();
  }
}

/** Where the last whole line ends; 0 where that is waited for; of a line that is too long, where its last whole character does. */
function endOfPiece(bytes: Buffer): number {
  const lines = bytes.lastIndexOf(LINE_END) + 1;
  if (lines > 0 || bytes.length <= PIECE) return lines;
  let end = bytes.length - 1;
  while ((bytes[end] & 0xc0) === 0x80) end--;
  return end;
}
