import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From so many numbers on, 64 MiB, arrays are worth looking for. */
const LARGE = 2 ** 24;

let collect: (() => void) | undefined;

/**
 * Frees the arrays that nobody holds any more, where they may be as large as that. By itself JavaScript looks for them when
 * it needs room for objects, which these hardly are: gigabytes would lie about until then.
 */
export function freeArrays(numbers: number): void {
  if (numbers < LARGE) return;
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
