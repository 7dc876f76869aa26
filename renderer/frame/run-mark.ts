import type { RunStatus } from '../../electron/contract/run.ts';
import type { MessageKey } from '../messages/translate.ts';

/** How the frame marks a run: filled while running, a ring while it waits, a red square when it failed. */
export function runMark(status: RunStatus): { mark: '' | 'paused' | 'failed'; name: MessageKey } {
  if (status === 'running') return { mark: '', name: 'frame.runDotRunning' };
  if (status === 'failed') return { mark: 'failed', name: 'frame.runDotFailed' };
  return { mark: 'paused', name: 'frame.runDotPaused' };
}
