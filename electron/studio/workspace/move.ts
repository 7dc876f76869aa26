import { AesopError } from '../../contract/errors.ts';
import type { RequestName } from '../../contract/studio.ts';
import { copyWorkspace, lookAtPlace, type Place } from '../../storage/workspace/move-workspace.ts';
import { isWorkspace, openWorkspace } from '../../storage/workspace/workspace.ts';
import type { Context } from '../context.ts';
import { JobStopped } from '../jobs/jobs.ts';
import type { RunRecords } from '../runs/run-records.ts';

/** What changes nothing on the disk: it goes on while the workspace is copied, and an app that ends waits for none of it. */
const READING: ReadonlySet<RequestName> = new Set<RequestName>([
  'studio.state',
  'corpora.preview',
  'corpora.text',
  'corpora.symbols',
  'corpora.search',
  'corpora.statistics',
  'runs.metrics',
  'runs.samples',
  'runs.checkpoints',
  'models.map',
  'models.neighbours',
  'stories.read',
  'stories.prompt',
  'stories.copied',
  'booklets.read',
  'jobs.cancel',
  'trash.describe',
  'machine.describe',
  'log.read',
]);

/** Whether a request changes nothing on the disk. */
export const isReading = (name: string): boolean => READING.has(name as RequestName);

/** What is answered also where the workspace is gone: what describes that, and what ends work. */
const WITHOUT: ReadonlySet<RequestName> = new Set<RequestName>([
  'machine.describe',
  'log.read',
  'jobs.cancel',
  'runs.pause',
  'runs.stop',
]);

/** Sees to where the workspace lies: that it is still there, and that nothing in it changes while it is copied elsewhere. */
export class Mover {
  readonly #context: Context;
  readonly #records: RunRecords;
  #moving = false;
  /** requests under way that may change the workspace */
  #changing = 0;
  /** whether it is there, as long as that is being looked at */
  #there: Promise<boolean> | undefined;

  constructor(context: Context, records: RunRecords) {
    this.#context = context;
    this.#records = records;
  }

  /**
   * Does what a request asks for.
   * @throws AesopError `workspace-moving` for what would change a workspace that is being copied, or was;
   * `workspace-gone` where its drive is: its things would seem deleted, and new ones would come under the place of the drive
   */
  async guard<T>(name: RequestName, work: () => Promise<T>): Promise<T> {
    if (!WITHOUT.has(name)) await this.#requireThere();
    if (isReading(name)) return work();
    if (this.#moving) throw new AesopError('workspace-moving');
    this.#changing++;
    try {
      return await work();
    } finally {
      this.#changing--;
    }
  }

  /** One look for all who ask meanwhile: what they ask for is done in the order they asked. */
  async #requireThere(): Promise<void> {
    const { root } = this.#context.workspace;
    this.#there ??= isWorkspace(root).finally(() => (this.#there = undefined));
    if (!(await this.#there)) throw new AesopError('workspace-gone', { path: root });
  }

  /** @throws AesopError `place-inside`, `place-full`, `no-permission` */
  look(folder: string): Promise<Place> {
    return lookAtPlace(this.#context.workspace.root, folder);
  }

  /** Begins a workspace in an empty folder, or leaves the one that is there. @throws AesopError as `look` and `openWorkspace` */
  async begin(folder: string): Promise<void> {
    await this.look(folder);
    await openWorkspace(folder);
  }

  /** @throws AesopError `workspace-busy` while anything trains or changes, or another job is under way */
  async requireIdle(): Promise<void> {
    const trains = (await this.#records.list()).items.some(({ status }) => status === 'running' || status === 'queued');
    if (trains || this.#changing > 0 || this.#context.jobs.list().length > 0) throw new AesopError('workspace-busy');
  }

  /**
   * Begins to copy the workspace into an empty folder. Once it is copied nothing changes here any more: the host is to
   * open it there.
   * @returns the job
   * @throws AesopError `workspace-moving`, `workspace-busy`, `place-short`, `target-exists`, and as `look`
   */
  async start(folder: string): Promise<string> {
    const { workspace, jobs } = this.#context;
    if (this.#moving) throw new AesopError('workspace-moving');
    this.#moving = true;
    try {
      await this.requireIdle();
      await this.#requireRoom(folder);
    } catch (thrown) {
      this.#moving = false;
      throw thrown;
    }
    return jobs.start('move', folder, async (control) => {
      try {
        await copyWorkspace(workspace.root, folder, control);
      } catch (thrown) {
        this.#moving = false;
        throw control.signal.aborted ? new JobStopped() : thrown;
      }
    });
  }

  async #requireRoom(folder: string): Promise<void> {
    const { kind, needed, free } = await this.look(folder);
    if (kind !== 'empty') throw new AesopError('target-exists', { path: folder });
    const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
    if (needed > free)
      throw new AesopError('place-short', { path: folder, needed: megabytes(needed), free: megabytes(free) });
  }
}
