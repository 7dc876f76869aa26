import type { ToWorker } from '../../contract/worker.ts';

/** What a worker process left when it ended. */
export interface WorkerEnd {
  code: number | null;
  signal: string | null;
  /** the last lines it wrote on stderr, oldest first */
  lastLines: string[];
}

/** One worker process, however its host made it. */
export interface WorkerHandle {
  readonly pid: number | undefined;
  send(message: ToWorker): void;
  onMessage(listener: (message: unknown) => void): void;
  /** called once, also when the process could not be started */
  onExit(listener: (end: WorkerEnd) => void): void;
  /** each line it writes on stdout or stderr, for the log */
  onLine?(listener: (line: string) => void): void;
  /** ends it at once */
  kill(): void;
}

export interface LaunchOptions {
  /** `train`: one run, then ended; `assist`: short jobs one after the other */
  purpose: 'train' | 'assist';
  /** added to the environment of the host */
  env: Record<string, string>;
}

/** How a host starts a worker: the only difference between Electron, the server and the terminal. */
export type LaunchWorker = (options: LaunchOptions) => WorkerHandle;
