import type { CorpusStatistics } from '../contract/corpus.ts';
import type { Workspace } from '../storage/workspace/workspace.ts';
import type { Events } from './events.ts';
import type { Grants } from './files/grants.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Lane } from './jobs/lane.ts';
import type { Log } from './machine/log.ts';
import type { SharedWork } from './jobs/shared-work.ts';
import type { Scratch } from './files/scratch.ts';
import type { StepTiming } from './runs/step-timing.ts';
import type { SettingsStore } from './machine/settings-store.ts';
import type { WorkerProcess } from './workers/worker-process.ts';

/** What the verbs of the studio work with. */
export interface Context {
  readonly workspace: Workspace;
  /** shipped files */
  readonly resources: string;
  readonly events: Events;
  readonly files: Grants;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly jobs: Jobs;
  readonly scratch: Scratch;
  /** takes texts in */
  readonly texts: Lane;
  /** counts and searches in texts, which holds up none that comes in */
  readonly figures: Lane;
  /** what was counted through other tokenizers than the proposed ones: a form asks for the same again and again */
  readonly counted: SharedWork<CorpusStatistics>;
  /** loads models and the engine */
  readonly models: Lane;
  /** searches texts for what stories copy: seconds and much memory for the first of a model, which telling does not wait for */
  readonly copies: Lane;
  /** measures what is made of a checkpoint, which takes as long as a text is: telling waits for none of it */
  readonly checkpoints: Lane;
  /** times networks that are being set up, never beside a training */
  readonly timing: StepTiming;
  /** @param env what the process is told beside what the settings ask for */
  launch(purpose: 'train' | 'assist', env?: Readonly<Record<string, string>>): WorkerProcess;
}
