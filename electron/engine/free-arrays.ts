import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From so many numbers on, 64 MiB, arrays are worth looking for. */
const LARGE = 2 ** 24;

let collect: (() => void) | undefined;

/** An Electron may have frozen its flags, and would end this process; there it is left to JavaScript. */
function collector(): () => void {
  if (globalThis.gc) return () => globalThis.gc!();
  if (process.versions.electron) return () => {};
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/**
 * Frees the arrays that nobody holds any more, in this thread. By itself JavaScript looks for them when
 * it needs room for objects, which these hardly are: gigabytes would lie about until then.
 */
export function freeArrays(): void {
  collect ??= collector();
  collect();
}

/** Frees arrays where they may be as large as that. */
export function freeLargeArrays(numbers: number): void {
  if (numbers >= LARGE) freeArrays();
}
