export { createStudio, type Studio, type StudioOptions } from './create-studio.ts';
export { filesIn } from './files/files-in.ts';
export { grantFile } from './files/grant-file.ts';
export { isReading } from './workspace/move.ts';
export { isWorkspace } from '../storage/workspace/workspace.ts';
export { temporaryFolder } from '../storage/processes/temporary-folder.ts';
export { forkWorker } from './workers/fork-worker.ts';
export { LastLines } from './workers/last-lines.ts';
export type { LaunchOptions, LaunchWorker, WorkerEnd, WorkerHandle } from './workers/worker-handle.ts';
