import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/** Bytes that the wanted members of one wheel may have unpacked; CUDA's largest has 1.1 GB. */
const LARGEST = 4e9;

/**
 * Unpacks some members of a zip archive, one after the other, in small memory. Names that lead out of the folder are refused.
 * @param placeOf path of a member in the folder, with `/`; undefined where it is not wanted
 * @throws Error for what is no archive, is damaged, or would become too large
 */
export async function unpack(
  archive: string,
  folder: string,
  placeOf: (member: string) => string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const place = entry.fileName.endsWith('/') ? undefined : placeOf(entry.fileName);
      if (place === undefined) continue;
      bytes += entry.uncompressedSize;
      if (bytes > LARGEST) throw new Error(`more than ${LARGEST / 1e9} GB`);
      const path = join(folder, ...place.split('/'));
      await mkdir(dirname(path), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path), { signal });
    }
  } finally {
    zip.close();
  }
}
