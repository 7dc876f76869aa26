import { createRequire } from 'node:module';

interface OldUtil {
  isNullOrUndefined?: (value: unknown) => boolean;
  isArray?: (value: unknown) => boolean;
}

/**
 * Gives `node:util` back the two functions that tfjs-node-gpu 4.22 calls and Node 23 removed.
 * Idempotent; must run before tfjs-node-gpu is first required.
 */
export function restoreOldUtil(): void {
  const util = createRequire(import.meta.url)('node:util') as OldUtil;
  util.isNullOrUndefined ??= (value) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
}
