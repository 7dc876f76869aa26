export { createStudio, type Studio, type StudioOptions } from './create-studio.ts';
export { temporaryFolder } from '../storage/temporary-folder.ts';
export { forkWorker } from './fork-worker.ts';
export { LastLines } from './last-lines.ts';
export type { LaunchOptions, LaunchWorker, WorkerEnd, WorkerHandle } from './worker-handle.ts';
