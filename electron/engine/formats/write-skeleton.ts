import type { FileHandle } from 'node:fs/promises';
import type { Message } from './protobuf.ts';
import { bytesOf } from './weights-file.ts';

/** Puts numbers where they belong. @returns how many numbers there are then, `from` counted */
export type Put = (values: Float32Array, place: string, from?: number) => Promise<number>;

/**
 * Writes what is there of a message, and leaves room for what comes later.
 * @returns the places that were left, and what fills them
 */
export async function writeSkeleton(
  file: FileHandle,
  message: Message,
): Promise<{ places: ReadonlySet<string>; put: Put }> {
  const places = new Map<string, number>();
  let position = 0;
  for (const part of message) {
    if ('source' in part) {
      places.set(part.source, position);
      position += part.bytes;
    } else {
      await file.write(part, 0, part.length, position);
      position += part.length;
    }
  }
  const put: Put = async (values, place, from = 0) => {
    const bytes = bytesOf(values);
    await file.write(bytes, 0, bytes.length, places.get(place)! + 4 * from);
    return from + values.length;
  };
  return { places: new Set(places.keys()), put };
}
