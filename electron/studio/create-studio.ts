import { AesopError, toPlainError } from '../contract/errors.ts';
import type { Settings } from '../contract/machine.ts';
import {
  REQUESTS,
  type EventName,
  type EventPayload,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '../contract/studio.ts';
import type { JobInput, JobKind, JobResult } from '../contract/worker.ts';
import { openWorkspace } from '../storage/workspace/workspace.ts';
import type { Context } from './context.ts';
import { bookletVerbs } from './booklets/booklets.ts';
import { corporaVerbs } from './corpora/corpora.ts';
import { Events } from './events.ts';
import { Grants } from './files/grants.ts';
import { Jobs, JobStopped } from './jobs/jobs.ts';
import { Lane } from './jobs/lane.ts';
import { SharedWork } from './jobs/shared-work.ts';
import { Log } from './machine/log.ts';
import { machineVerbs } from './machine/machine.ts';
import { malformed } from './malformed.ts';
import { modelVerbs } from './models/models.ts';
import { Mover } from './workspace/move.ts';
import { recoverRuns } from './runs/recover-runs.ts';
import { RunQueue } from './runs/run-queue.ts';
import { RunRecords } from './runs/run-records.ts';
import { StepTiming } from './runs/step-timing.ts';
import { runVerbs } from './runs/runs.ts';
import { importSamples } from './corpora/samples.ts';
import { Scratch } from './files/scratch.ts';
import { SettingsStore } from './machine/settings-store.ts';
import { settingsVerbs } from './machine/settings.ts';
import { stateVerbs } from './state.ts';
import { passageVerbs } from './stories/passages.ts';
import { storyVerbs } from './stories/stories.ts';
import { keepHouse, trashVerbs } from './workspace/trash.ts';
import type { Verbs } from './verbs.ts';
import type { LaunchWorker } from './workers/worker-handle.ts';
import type { WorkerReport } from './workers/worker-process.ts';
import { workerLauncher } from './workers/workers.ts';

const MINUTE = 60_000;
/** Figures of texts through other tokenizers that are remembered. */
const STATISTICS_KEPT = 40;
/** Jobs that read whole texts, one after the other. */
const TEXT_JOBS: ReadonlySet<JobKind> = new Set(['preview', 'import', 'prepare', 'statistics']);

export interface StudioOptions {
  /** the workspace's folder; AESOP_HOME or `Aesop` in the home folder where it is left out */
  workspace?: string;
  /** folder of the shipped files */
  resources: string;
  launchWorker: LaunchWorker;
  version: string;
  /** the host stays (a window, a server): shipped texts are imported, a queue left by the last session goes on, old trash goes */
  resident?: boolean;
  /** called once nothing keeps the workspace from being opened; what it holds is yet to be read */
  onOpen?(): void;
}

/** The application: every verb of the contract, for whichever host. */
export interface Studio {
  /** Parses the input strictly, then does it. @throws AesopError */
  request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>>;
  /** @returns ends the subscription */
  on<N extends EventName>(event: N, handler: (payload: EventPayload<N>) => void): () => void;
  readonly files: Grants;
  /** for what goes wrong in the host itself */
  readonly log: Pick<Log, 'failure' | 'flush'>;
  /** as they were read or changed last */
  readonly settings: () => Settings;
  readonly folders: { readonly workspace: string; readonly log: string };
  /** to another place, for hosts that can start anew there */
  readonly move: Pick<Mover, 'look' | 'begin' | 'requireIdle' | 'start'>;
  /** A worker's job with real paths, for hosts that are themselves trusted. @throws AesopError, JobStopped when aborted */
  job<K extends JobKind>(
    kind: K,
    input: JobInput<K>,
    options?: { onReport?(report: WorkerReport): void; signal?: AbortSignal },
  ): Promise<JobResult<K>>;
  /** Result of a job that a request began. @throws AesopError, JobStopped */
  wait(job: string): Promise<unknown>;
  /** Pauses what trains after a checkpoint, ends every worker, writes what is unwritten. */
  close(): Promise<void>;
}

async function openContext({ workspace: folder, resources, launchWorker, version }: StudioOptions): Promise<Context> {
  const workspace = await openWorkspace(folder);
  const events = new Events();
  const log = new Log(workspace.logFolder, events);
  const settings = await SettingsStore.open(workspace.settingsPath, log);
  const launch = workerLauncher(launchWorker, version, log, () => settings.get());
  const jobs = new Jobs(events);
  const lane = (idle: number) => new Lane({ launch: () => launch('assist'), idle });
  return {
    workspace,
    resources,
    events,
    log,
    settings,
    launch,
    files: new Grants(),
    jobs,
    scratch: new Scratch(),
    texts: lane(MINUTE),
    figures: lane(MINUTE / 3),
    counted: new SharedWork(STATISTICS_KEPT),
    models: lane(10 * MINUTE),
    copies: lane(10 * MINUTE),
    checkpoints: lane(MINUTE / 3),
    timing: new StepTiming({ jobs, settings, workspace, launch }),
  };
}

function parsed<N extends RequestName>(name: N, input: unknown): unknown {
  if (!Object.hasOwn(REQUESTS, name)) throw new AesopError('request-unknown', { name });
  const result = REQUESTS[name].input.safeParse(input);
  if (result.success) return result.data;
  throw malformed(name, result.error);
}

/**
 * Opens the studio over a workspace.
 * @throws AesopError `not-a-workspace`, `no-permission`, `disk-full`, `model-newer` (of a later Aesop)
 */
export async function createStudio(options: StudioOptions): Promise<Studio> {
  const context = await openContext(options);
  options.onOpen?.();
  const { workspace, events, log, files, jobs } = context;
  const records = new RunRecords(context);
  const queue = new RunQueue(context, records);
  const move = new Mover(context, records);
  const verbs: Verbs<''> = {
    ...stateVerbs(context, records),
    ...corporaVerbs(context),
    ...runVerbs(context, records, queue),
    ...modelVerbs(context),
    ...storyVerbs(context),
    ...trashVerbs(context),
    ...machineVerbs(context),
    ...passageVerbs(context),
    ...bookletVerbs(context),
    ...settingsVerbs(context),
  };
  log.info('studio', `Aesop ${options.version} opened ${workspace.root}`);
  const waiting = await recoverRuns(context);
  if (options.resident) {
    void keepHouse(context);
    for (const { id, step } of waiting) queue.add(id, step > 0);
    void importSamples(context).catch((thrown: unknown) => {
      if (!(thrown instanceof JobStopped)) log.failure('studio', thrown, 'warning');
    });
  }
  return {
    async request<N extends RequestName>(name: N, input: RequestInput<N>) {
      const value = parsed(name, input);
      const verb = verbs[name] as (value: unknown) => Promise<RequestOutput<N>>;
      try {
        return await move.guard(name, () => verb(value));
      } catch (thrown) {
        // What the catalogue foresees is the person's to mend; the rest is ours to find in the log.
        if (toPlainError(thrown).code === 'internal') log.failure(name, thrown);
        throw thrown;
      }
    },
    on: (event, handler) => events.on(event, handler),
    files,
    log,
    settings: () => context.settings.get(),
    folders: { workspace: workspace.root, log: workspace.logFolder },
    move,
    async job(kind, input, { onReport, signal } = {}) {
      const lane = TEXT_JOBS.has(kind) ? context.texts : context.models;
      const ending = await lane.run(kind, input, { report: onReport, signal });
      if (ending.type === 'stopped') throw new JobStopped();
      return ending.result;
    },
    wait: (job) => jobs.wait(job),
    async close() {
      jobs.cancelAll();
      await queue.close();
      const { texts, figures, models, copies, checkpoints, timing } = context;
      await Promise.all([texts, figures, models, copies, checkpoints, timing].map((lane) => lane.close()));
      // What was told by now is written down.
      await jobs.ended('tell');
      await context.scratch.close();
      await log.flush();
    },
  };
}
