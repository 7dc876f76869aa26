import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { toPlainError, type PlainError } from '../../contract/errors.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { JSON_BOUNDS } from '../../contract/limits.ts';
import { writeFileAtomic } from '../files/atomic.ts';
import { fewAtATime } from '../files/few-at-a-time.ts';
import { readJson } from '../files/json.ts';
import { serially } from '../files/serial.ts';

/** What is known of one file: while its size and its time of change are the same, so is its summary. */
export interface Known<S> {
  readonly bytes: number;
  readonly changedAt: number;
  readonly summary: S;
}

/** The files to be listed, and how one tells its summary. */
interface Files<S> {
  /** ids of what is there, after what is wrong with the folder */
  ids(problems: PlainError[]): Promise<string[]>;
  path(id: string): string;
  /** @throws AesopError where the file tells none */
  summary(id: string): Promise<S>;
}

/**
 * Summaries of one kind of file, so that a list need not open thousands of them. The files are the truth; what is known of
 * them is remembered in .cache/<kind>.json, which may be deleted at any time.
 */
export class SummaryIndex<S extends { id: string }> {
  readonly #kind: 'stories' | 'booklets';
  readonly #path: string;
  readonly #schema: z.ZodType<{ [kind: string]: unknown }>;
  readonly #files: Files<S>;
  /** by id, as the index holds it; undefined until the first listing */
  #known: ReadonlyMap<string, Known<S>> | undefined;

  constructor(workspace: string, kind: 'stories' | 'booklets', summary: z.ZodType<S>, files: Files<S>) {
    this.#kind = kind;
    this.#path = join(workspace, '.cache', `${kind}.json`);
    const known = z.strictObject({ bytes: z.number(), changedAt: z.number(), summary });
    this.#schema = z.strictObject({ version: z.literal(versionOf(kind)), [kind]: z.array(known) });
    this.#files = files;
  }

  /** What the last listing found. */
  get known(): readonly Known<S>[] {
    return [...(this.#known?.values() ?? [])];
  }

  /**
   * The summary of every file that can be read, and what is wrong with the rest. Only files that are new or changed since
   * the last time are opened.
   */
  list(): Promise<{ items: S[]; problems: PlainError[] }> {
    return serially(`list ${this.#path}`, async () => {
      const before = (this.#known ??= await this.#read());
      const now = new Map<string, Known<S>>();
      const problems: PlainError[] = [];
      const facts = await this.#facts(problems);
      const found = await fewAtATime(facts, async ({ id, bytes, changedAt }) => {
        const old = before.get(id);
        const same = old?.bytes === bytes && old.changedAt === changedAt;
        try {
          return same ? old : { bytes, changedAt, summary: await this.#files.summary(id) };
        } catch (thrown) {
          problems.push(toPlainError(thrown));
          return undefined;
        }
      });
      for (const [at, known] of found.entries()) if (known) now.set(facts[at].id, known);
      this.#known = now;
      const changed = now.size !== before.size || [...now].some(([id, known]) => before.get(id) !== known);
      if (changed) await this.#write(now);
      return { items: [...now.values()].map(({ summary }) => summary), problems };
    });
  }

  async #facts(problems: PlainError[]): Promise<{ id: string; bytes: number; changedAt: number }[]> {
    const found = (await this.#files.ids(problems)).map(async (id) => {
      const facts = await stat(this.#files.path(id)).catch(() => undefined);
      return facts ? [{ id, bytes: facts.size, changedAt: facts.mtimeMs }] : [];
    });
    return (await Promise.all(found)).flat();
  }

  async #read(): Promise<Map<string, Known<S>>> {
    try {
      const index = await readJson(this.#path, this.#kind, this.#schema, JSON_BOUNDS.stories);
      return new Map((index[this.#kind] as Known<S>[]).map((known) => [known.summary.id, known]));
    } catch {
      // Missing or damaged: every file is looked at once more.
      return new Map();
    }
  }

  async #write(known: ReadonlyMap<string, Known<S>>): Promise<void> {
    const text = JSON.stringify({ version: versionOf(this.#kind), [this.#kind]: [...known.values()] });
    // Where nothing can be written, listing takes longer and works.
    await writeFileAtomic(this.#path, text).catch(() => undefined);
  }
}
