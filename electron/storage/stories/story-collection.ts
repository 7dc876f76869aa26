import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { toPlainError, type PlainError } from '../../contract/errors.ts';
import { versionOf } from '../../contract/file-formats.ts';
import { HISTORY_LIMITS, JSON_BOUNDS } from '../../contract/limits.ts';
import {
  isBeginningOf,
  storySchema,
  storySummarySchema,
  type Story,
  type StorySummary,
  type ToldStory,
} from '../../contract/story.ts';
import { writeFileAtomic } from '../files/atomic.ts';
import { Collection } from '../records/collection.ts';
import { readJson } from '../files/json.ts';
import { serially } from '../files/serial.ts';
import { readStory, readSummary, storyText } from './story-file.ts';

/** What is known of one file: while its size and its time of change are the same, so is its summary. */
const knownSchema = z.strictObject({ bytes: z.number(), changedAt: z.number(), summary: storySummarySchema });
type Known = z.infer<typeof knownSchema>;
const indexSchema = z.strictObject({ version: z.literal(versionOf('stories')), stories: z.array(knownSchema) });

/**
 * Every story that was told; a star says that it is kept. Their files are the truth; so that a list need not open
 * thousands of them, their summaries are remembered in .cache/stories.json, which may be deleted at any time.
 */
export class StoryCollection extends Collection<Story> {
  readonly #index: string;
  /** by id, as the index holds it; undefined until the first listing */
  #known: ReadonlyMap<string, Known> | undefined;

  constructor(workspace: string) {
    const schema = storySchema;
    super(workspace, { folder: 'stories', file: null, format: 'story', schema, missing: 'story-missing' });
    this.#index = join(workspace, '.cache', 'stories.json');
  }

  protected override load(path: string): Promise<Story> {
    return readStory(path);
  }

  protected override async save(path: string, story: Story): Promise<void> {
    await writeFileAtomic(path, await storyText(story));
  }

  /**
   * The summary of every story that can be read, and what is wrong with the rest. Only files that are new or changed since
   * the last time are opened.
   */
  summaries(): Promise<{ items: StorySummary[]; problems: PlainError[] }> {
    return serially(`list ${this.#index}`, async () => {
      const before = (this.#known ??= await this.#readIndex());
      const now = new Map<string, Known>();
      const problems: PlainError[] = [];
      for (const { id, bytes, changedAt } of await this.#files(problems)) {
        const old = before.get(id);
        const same = old?.bytes === bytes && old.changedAt === changedAt;
        try {
          now.set(id, same ? old : { bytes, changedAt, summary: { ...(await readSummary(this.path(id))), id } });
        } catch (thrown) {
          problems.push(toPlainError(thrown));
        }
      }
      this.#known = now;
      const changed = now.size !== before.size || [...now].some(([id, known]) => before.get(id) !== known);
      if (changed) await this.#writeIndex(now);
      return { items: [...now.values()].map(({ summary }) => summary), problems };
    });
  }

  /**
   * Writes what was told on in place of the telling that it goes on from.
   * @param now ISO 8601 in UTC
   * @returns undefined where nothing was written: that one is kept, gone, or no beginning of it
   */
  tellOn(id: string, told: ToldStory, now: string): Promise<Story | undefined> {
    return this.changing(id, async () => {
      const before = await this.read(id).catch(() => undefined);
      if (!before || before.keptAt !== undefined || !isBeginningOf(before, told)) return undefined;
      return this.write({ ...told, id: before.id, title: before.title, toldAt: now });
    });
  }

  /**
   * The oldest tellings without a star that are more than a workspace remembers, by number and by size. The newest stays
   * whatever its size.
   * @returns their ids
   */
  async overflow({ tellings, bytes }: { tellings: number; bytes: number } = HISTORY_LIMITS): Promise<string[]> {
    await this.summaries();
    const unkept = [...(this.#known?.values() ?? [])].filter(({ summary }) => summary.keptAt === undefined);
    unkept.sort((a, b) => (a.summary.toldAt < b.summary.toldAt ? 1 : -1));
    let size = 0;
    const beyond = unkept.filter((telling, newer) => {
      size += telling.bytes;
      return newer > 0 && (newer >= tellings || size > bytes);
    });
    return beyond.map(({ summary }) => summary.id);
  }

  async #files(problems: PlainError[]): Promise<{ id: string; bytes: number; changedAt: number }[]> {
    const found = (await this.listed(problems)).map(async (id) => {
      const facts = await stat(this.path(id)).catch(() => undefined);
      return facts ? [{ id, bytes: facts.size, changedAt: facts.mtimeMs }] : [];
    });
    return (await Promise.all(found)).flat();
  }

  async #readIndex(): Promise<Map<string, Known>> {
    try {
      const { stories } = await readJson(this.#index, 'stories', indexSchema, JSON_BOUNDS.stories);
      return new Map(stories.map((known) => [known.summary.id, known]));
    } catch {
      // Missing or damaged: every file is looked at once more.
      return new Map();
    }
  }

  async #writeIndex(known: ReadonlyMap<string, Known>): Promise<void> {
    const text = JSON.stringify({ version: versionOf('stories'), stories: [...known.values()] } satisfies z.infer<
      typeof indexSchema
    >);
    // Where nothing can be written, listing takes longer and works.
    await writeFileAtomic(this.#index, text).catch(() => undefined);
  }
}
