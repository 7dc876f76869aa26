import { rm } from 'node:fs/promises';
import { temporaryFolder } from '../../storage/processes/temporary-folder.ts';

/** Folders for files that pages may still fetch; those that are left go when the studio closes. */
export class Scratch {
  readonly #folders = new Set<string>();

  async folder(): Promise<string> {
    const folder = await temporaryFolder('scratch');
    this.#folders.add(folder);
    return folder;
  }

  /**
   * Makes a file to fetch in a folder of its own.
   * @returns what `make` does; where it throws, nothing is left
   */
  async filled<T>(make: (folder: string) => Promise<T>): Promise<T> {
    const folder = await this.folder();
    try {
      return await make(folder);
    } catch (thrown) {
      await this.remove(folder);
      throw thrown;
    }
  }

  async remove(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
    this.#folders.delete(folder);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#folders].map((folder) => this.remove(folder)));
  }
}
