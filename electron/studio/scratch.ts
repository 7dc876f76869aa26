import { rm } from 'node:fs/promises';
import { temporaryFolder } from '../storage/temporary-folder.ts';

/** Folders for files that pages may still fetch; they go when the studio closes. */
export class Scratch {
  readonly #folders: string[] = [];

  async folder(): Promise<string> {
    const folder = await temporaryFolder('scratch');
    this.#folders.push(folder);
    return folder;
  }

  async close(): Promise<void> {
    for (const folder of this.#folders.splice(0)) await rm(folder, { recursive: true, force: true });
  }
}
