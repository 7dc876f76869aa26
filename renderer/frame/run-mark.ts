import type { RunStatus } from '../../electron/contract/run.ts';

/** How the frame marks a run: filled while running, a ring while it waits, a red square when it failed. */
export function runMark(status: RunStatus) {
  if (status === 'running') return { mark: '', name: 'frame.runDotRunning' } as const;
  if (status === 'failed') return { mark: 'failed', name: 'frame.runDotFailed' } as const;
  return { mark: 'paused', name: status === 'queued' ? 'frame.runDotQueued' : 'frame.runDotPaused' } as const;
}
