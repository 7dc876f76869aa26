import type { TimedNetwork } from '../../contract/step-trial.ts';
import type { JobResult } from '../../contract/worker.ts';
import type { Workspace } from '../../storage/workspace/workspace.ts';
import { JobStopped, resultOf, type Jobs } from '../jobs/jobs.ts';
import { Lane } from '../jobs/lane.ts';
import type { SettingsStore } from '../machine/settings-store.ts';
import type { WorkerProcess } from '../workers/worker-process.ts';

/** Milliseconds without a network to time after which the process and its engine are let go. */
const IDLE = 20_000;

interface StepTimingOptions {
  readonly jobs: Jobs;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  launch(purpose: 'assist'): WorkerProcess;
}

/**
 * Steps of networks that are being set up, timed in a process of their own: nothing waits for it, and no training goes on
 * beside it.
 */
export class StepTiming {
  readonly #options: StepTimingOptions;
  readonly #lane: Lane;
  #trains = false;
  /** leaves off what is being timed */
  readonly #leaves = new Set<() => void>();

  constructor(options: StepTimingOptions) {
    this.#options = options;
    this.#lane = new Lane({ launch: () => options.launch('assist'), idle: IDLE });
  }

  /** Begins to time one. @returns the job, which is left off at once where something trains, or nothing is to be timed */
  start(network: TimedNetwork): string {
    return this.#options.jobs.start('time', '', ({ signal }) => this.#time(network, signal));
  }

  async #time(network: TimedNetwork, signal: AbortSignal): Promise<JobResult<'timeStep'>> {
    const { settings, workspace } = this.#options;
    if (this.#trains || !settings.get().timeSteps) throw new JobStopped();
    const abort = new AbortController();
    const leave = () => abort.abort();
    signal.addEventListener('abort', leave, { once: true });
    this.#leaves.add(leave);
    try {
      const input = { ...network, workspace: workspace.root };
      return resultOf(await this.#lane.run('timeStep', input, { signal: abort.signal }));
    } finally {
      this.#leaves.delete(leave);
    }
  }

  /** A training begins, which has the machine to itself: what is being timed ends with its process. */
  hold(): void {
    this.#trains = true;
    this.#leaves.forEach((leave) => leave());
    void this.#lane.leaveOff();
  }

  /** Nothing trains any more. */
  release(): void {
    this.#trains = false;
  }

  /** Lets the process go: the next one computes with the settings of then. */
  renew(): Promise<void> {
    return this.#lane.renew();
  }

  close(): Promise<void> {
    return this.#lane.close();
  }
}
