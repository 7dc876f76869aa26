import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { settingsSchema } from '../contract/machine.ts';

const ENTRIES = {
  /** where the window stood, in screen coordinates */
  window: z.strictObject({
    x: z.int().optional(),
    y: z.int().optional(),
    width: z.int().min(200).max(20_000),
    height: z.int().min(200).max(20_000),
    maximized: z.boolean(),
  }),
  /** what the window looks like, and in which language its menu is, before the workspace that says so is read */
  settings: settingsSchema.pick({ appearance: true, language: true }),
  /** last folder of each dialog: since Electron 43 the system no longer remembers it */
  text: z.strictObject({ folder: z.string() }),
  model: z.strictObject({ folder: z.string() }),
  wheels: z.strictObject({ folder: z.string() }),
  target: z.strictObject({ folder: z.string() }),
  story: z.strictObject({ folder: z.string() }),
  /** where the workspace was moved to */
  workspace: z.strictObject({ folder: z.string() }),
};
type Entries = { [K in keyof typeof ENTRIES]: z.infer<(typeof ENTRIES)[K]> };

/** What the shell remembers between two starts; damage, or a place that cannot be written, means forgetting, never failing. */
export class Memory {
  readonly #path: string;
  #values: Record<string, unknown>;
  #written = Promise.resolve();

  private constructor(path: string, values: Record<string, unknown>) {
    this.#path = path;
    this.#values = values;
  }

  static async open(path: string): Promise<Memory> {
    try {
      return new Memory(path, z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(path, 'utf8'))));
    } catch {
      return new Memory(path, {});
    }
  }

  get<K extends keyof Entries>(key: K, otherwise: Entries[K]): Entries[K] {
    const parsed = ENTRIES[key].safeParse(this.#values[key]);
    return parsed.success ? (parsed.data as Entries[K]) : otherwise;
  }

  /** What is known already is not written again. */
  async set<K extends keyof Entries>(key: K, value: Entries[K]): Promise<void> {
    if (isDeepStrictEqual(this.#values[key], value)) return this.#written;
    this.#values = { ...this.#values, [key]: value };
    this.#written = this.#written.then(() => this.#write()).catch(() => {});
    await this.#written;
  }

  async #write(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(`${this.#path}.tmp`, JSON.stringify(this.#values));
    await rename(`${this.#path}.tmp`, this.#path);
  }
}
