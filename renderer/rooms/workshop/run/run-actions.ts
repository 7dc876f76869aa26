import type { Run } from '../../../../electron/contract/run.ts';

/** What can be done about a run at the foot of its settings. */
export type RunAction =
  | 'pause'
  | 'stop'
  | 'resume'
  | 'finish'
  | 'restart'
  | 'leave'
  | 'keep'
  | 'tell'
  | 'more'
  | 'again'
  | 'delete';

export interface RunActions {
  /** what moves the run on */
  readonly primary?: RunAction;
  readonly others: readonly RunAction[];
}

/** The actions of a run in its state; its menu deletes it, too. A run under way has none that is primary: the best is to let it be. */
export function actionsOf(run: Pick<Run, 'status' | 'step' | 'model' | 'final' | 'hyperparameters'>): RunActions {
  const unfinished = run.step < run.hyperparameters.steps;
  // The step of a run that is not under way is that of its last checkpoint.
  const learnt = run.step > 0;
  // All steps are made, but it was cut off while its model was measured or saved.
  const onward = unfinished ? 'resume' : 'finish';
  switch (run.status) {
    case 'queued':
      return { others: ['leave'] };
    case 'running':
      return { others: ['pause', 'stop'] };
    case 'paused':
      return { primary: onward, others: learnt ? ['keep'] : ['delete'] };
    case 'failed':
      return learnt ? { primary: onward, others: ['keep'] } : { primary: 'restart', others: ['again', 'delete'] };
    case 'stopped':
      if (run.model) return { primary: 'tell', others: [unfinished || !run.final ? onward : 'more'] };
      if (!learnt) return { primary: 'restart', others: ['delete'] };
      return unfinished ? { primary: onward, others: ['keep'] } : { primary: onward, others: ['more'] };
    case 'done':
      return run.model ? { primary: 'tell', others: ['more'] } : { primary: 'more', others: ['again'] };
  }
}
