import type { Run } from '../../../electron/contract/run.ts';

/** What can be done about a run at the foot of its settings. */
export type RunAction = 'pause' | 'stop' | 'resume' | 'restart' | 'leave' | 'tell' | 'more' | 'again' | 'delete';

export interface RunActions {
  /** what moves the run on */
  readonly primary?: RunAction;
  readonly others: readonly RunAction[];
}

/** The actions of a run in its state. A run under way has none that is primary: the best is to let it be. */
export function actionsOf(run: Pick<Run, 'status' | 'step' | 'model' | 'hyperparameters'>): RunActions {
  const unfinished = run.step < run.hyperparameters.steps;
  switch (run.status) {
    case 'queued':
      return { others: ['leave'] };
    case 'running':
      return { others: ['pause', 'stop'] };
    case 'paused':
      return { primary: 'resume', others: ['delete'] };
    case 'failed':
      return { primary: run.step > 0 ? 'resume' : 'restart', others: ['again', 'delete'] };
    case 'stopped':
      if (run.model) return { primary: 'tell', others: [unfinished ? 'resume' : 'more'] };
      return { primary: unfinished ? (run.step > 0 ? 'resume' : 'restart') : 'more', others: ['delete'] };
    case 'done':
      return run.model ? { primary: 'tell', others: ['more'] } : { primary: 'more', others: ['again'] };
  }
}
