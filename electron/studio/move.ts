import { AesopError } from '../contract/errors.ts';
import type { RequestName } from '../contract/studio.ts';
import { copyWorkspace, lookAtPlace, type Place } from '../storage/move-workspace.ts';
import type { Context } from './context.ts';
import { JobStopped } from './jobs.ts';
import type { RunRecords } from './run-records.ts';

/** What changes nothing on the disk goes on while the workspace is copied. */
const READING: ReadonlySet<RequestName> = new Set<RequestName>([
  'studio.state',
  'jobs.cancel',
  'log.read',
  'corpora.text',
  'runs.metrics',
  'runs.samples',
]);

/** Copies the workspace to another place, while nothing in it changes. */
export class Mover {
  readonly #context: Context;
  readonly #records: RunRecords;
  #moving = false;

  constructor(context: Context, records: RunRecords) {
    this.#context = context;
    this.#records = records;
  }

  /** @throws AesopError `workspace-moving` for what would change a workspace that is being copied, or was */
  requireCalm(name: RequestName): void {
    if (this.#moving && !READING.has(name)) throw new AesopError('workspace-moving');
  }

  /** @throws AesopError `place-inside`, `place-full`, `no-permission` */
  look(folder: string): Promise<Place> {
    return lookAtPlace(this.#context.workspace.root, folder);
  }

  /** @throws AesopError `workspace-busy` while anything trains or another job is under way */
  async requireIdle(): Promise<void> {
    const busy = (await this.#records.list()).some(({ status }) => status === 'running');
    if (busy || this.#context.jobs.list().length > 0) throw new AesopError('workspace-busy');
  }

  /**
   * Begins to copy the workspace into an empty folder. Once it is copied nothing changes here any more: the host is to
   * open it there.
   * @returns the job
   * @throws AesopError `workspace-busy`, `place-short`, `target-exists`, and as `look`
   */
  async start(folder: string): Promise<string> {
    const { workspace, jobs } = this.#context;
    await this.requireIdle();
    const { kind, needed, free } = await this.look(folder);
    if (kind !== 'empty') throw new AesopError('target-exists', { path: folder });
    const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
    if (needed > free)
      throw new AesopError('place-short', { path: folder, needed: megabytes(needed), free: megabytes(free) });
    this.requireCalm('runs.start');
    this.#moving = true;
    return jobs.start('move', folder, async (control) => {
      try {
        await copyWorkspace(workspace.root, folder, control);
      } catch (thrown) {
        this.#moving = false;
        throw control.signal.aborted ? new JobStopped() : thrown;
      }
    });
  }
}
