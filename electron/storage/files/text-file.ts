import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { onDisk } from './disk-errors.ts';

const PIECE = 1 << 20;

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
      yield* createReadStream(path, { encoding: 'utf8', highWaterMark: PIECE }) as AsyncIterable<string>;
    },
    end,
  };
}
