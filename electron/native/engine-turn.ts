import { mkdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { AesopError } from '../contract/errors.ts';
import { takeLock, type HeldLock } from '../storage/processes/locks.ts';
import { enginesFolder } from './installation.mjs';

/** Milliseconds between two looks at whether another process is done. */
const LOOK_EVERY = 300;

/**
 * The one lock under which engines are brought and removed; waits for whoever does so, which may be for an hour.
 * @param waiting called at each look that finds it taken
 * @throws what `signal` aborts with
 */
export async function engineTurn(signal: AbortSignal, waiting: () => void = () => {}): Promise<HeldLock> {
  const folder = enginesFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      return await takeLock(folder);
    } catch (thrown) {
      if (!(thrown instanceof AesopError) || thrown.code !== 'run-locked') throw thrown;
      waiting();
      await wait(LOOK_EVERY, undefined, { signal });
    }
  }
}
