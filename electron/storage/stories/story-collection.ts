import type { PlainError } from '../../contract/errors.ts';
import { HISTORY_LIMITS } from '../../contract/limits.ts';
import {
  isBeginningOf,
  storySchema,
  storySummarySchema,
  type Story,
  type StorySummary,
  type ToldStory,
} from '../../contract/story.ts';
import { writeFileAtomic } from '../files/atomic.ts';
import { refuseLinks } from '../files/confinement.ts';
import { Collection } from '../records/collection.ts';
import { SummaryIndex } from '../records/summary-index.ts';
import { readStory, readSummary, storyText } from './story-file.ts';

/** Every story that was told; a star says that it is kept. A list of them opens only those that changed. */
export class StoryCollection extends Collection<Story> {
  readonly #index: SummaryIndex<StorySummary>;

  constructor(workspace: string) {
    const schema = storySchema;
    const called = ({ title }: Story) => title;
    super(workspace, { folder: 'stories', file: null, format: 'story', schema, missing: 'story-missing', called });
    this.#index = new SummaryIndex(workspace, 'stories', storySummarySchema, {
      ids: (problems) => this.listed(problems),
      path: (id) => this.path(id),
      summary: async (id) => ({ ...(await readSummary(this.path(id))), id }),
    });
  }

  protected override load(path: string): Promise<Story> {
    return readStory(path);
  }

  protected override async save(path: string, story: Story): Promise<void> {
    await writeFileAtomic(path, await storyText(story));
  }

  override async nameInTrash(id: string): Promise<string> {
    const path = this.trashPath(id);
    await refuseLinks(path);
    return (await readSummary(path)).title;
  }

  /** The summary of every story that can be read, and what is wrong with the rest. */
  summaries(): Promise<{ items: StorySummary[]; problems: PlainError[] }> {
    return this.#index.list();
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
    const unkept = this.#index.known.filter(({ summary }) => summary.keptAt === undefined);
    unkept.sort((a, b) => (a.summary.toldAt < b.summary.toldAt ? 1 : -1));
    let size = 0;
    const beyond = unkept.filter((telling, newer) => {
      size += telling.bytes;
      return newer > 0 && (newer >= tellings || size > bytes);
    });
    return beyond.map(({ summary }) => summary.id);
  }
}
