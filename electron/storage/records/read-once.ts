import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Milliseconds after which a change of a file surely gives it another time: some file systems count in steps of two seconds. */
const SETTLED = 3000;

const factsOf = ({ ino, size, mtimeMs, ctimeMs }: Stats) => `${ino} ${size} ${mtimeMs} ${ctimeMs}`;

/** What files said, as long as they are the same: whoever else changes one is noticed by what the system says of it. */
export class ReadOnce<T> {
  #known = new Map<string, { facts: string; content: T }>();

  /** What the file says; it is opened only where it is new or changed. @throws what `read` throws */
  async content(path: string, read: () => Promise<T>): Promise<T> {
    const found = await stat(path).catch(() => undefined);
    const facts = found && factsOf(found);
    const known = this.#known.get(path);
    if (known && known.facts === facts) return known.content;
    this.#known.delete(path);
    const content = await read();
    if (found && facts && Date.now() - Math.max(found.ctimeMs, found.mtimeMs) > SETTLED)
      this.#known.set(path, { facts, content });
    return content;
  }

  /** Forgets what is no longer listed. */
  keep(paths: Iterable<string>): void {
    const listed = new Set(paths);
    for (const path of this.#known.keys()) if (!listed.has(path)) this.#known.delete(path);
  }
}
