import { fromPlainError } from '../../contract/errors.ts';
import type { Run } from '../../contract/run.ts';
import type { FoundModel } from '../find-model.ts';
import type { Host } from '../host.ts';
import { Interrupted } from '../interruptions.ts';
import type { TrainingLog } from './training-log.ts';

const OVER: ReadonlySet<Run['status']> = new Set<Run['status']>(['done', 'stopped', 'paused', 'failed']);

const LOOK_EVERY = 500;

/**
 * Calls `look` when no worker of ours trains for a second while the run's end was not told: another program took the run
 * between our question and our beginning.
 * @returns ends the watch
 */
function watchForLoss(host: Host, look: () => void): () => void {
  let missed = 0;
  const timer = setInterval(() => {
    missed = host.trains ? 0 : missed + 1;
    if (missed === 2) look();
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}

/**
 * Starts a run and tells it to its end. Ctrl-C asks it to write a checkpoint and stop.
 * @param begin asks the studio for the run; events may come before it answers
 * @returns a run that came to its end, and its model
 * @throws AesopError what failed; Interrupted where it was stopped
 */
export async function follow(
  host: Host,
  log: TrainingLog,
  begin: () => Promise<Run>,
): Promise<{ run: Run; model: FoundModel }> {
  const studio = await host.studio();
  let id: string | undefined;
  let startedTold = false;
  let over: (run: Run) => void;
  let lose: (error: unknown) => void;
  const ended = new Promise<Run>((resolve, reject) => {
    over = resolve;
    lose = reject;
  });
  const waiting: (() => void)[] = [];
  /** what comes before the run's id is known waits for it */
  const ofThisRun = (from: string, tell: () => void) => {
    if (id === undefined) waiting.push(() => ofThisRun(from, tell));
    else if (from === id) tell();
  };
  const onChange = (run: Run) => {
    if (!startedTold && run.engine !== undefined && run.parameters !== undefined && run.status === 'running') {
      startedTold = true;
      log.started(run);
    }
    if (OVER.has(run.status)) over(run);
  };
  // A run that ends by itself meanwhile has nothing to stop: its end is told all the same.
  const stop = (run: string) => void studio.request('runs.stop', { id: run }).catch(() => {});
  // Asking once more for a run that another program trains says which one that is.
  const look = async () => {
    const run = (await studio.request('studio.state', {})).runs.find((each) => each.id === id);
    if (run !== undefined && OVER.has(run.status)) over(run);
    else if (id !== undefined) await begin();
  };
  const releases = [
    watchForLoss(host, () => void look().catch((error: unknown) => lose(error))),
    studio.on('runs.changed', ({ run }) => ofThisRun(run.id, () => onChange(run))),
    studio.on('runs.report', ({ id: from, report, before = [] }) => ofThisRun(from, () => log.report(report, before))),
    studio.on('runs.measuring', ({ id: from, fraction }) => ofThisRun(from, () => log.measuring(fraction))),
    studio.on('runs.sample', ({ id: from, sample }) => ofThisRun(from, () => log.sample(sample))),
    host.interruptions.on(() => {
      if (!host.readerGone) host.terminal.note(host.translator.text('ending.stopping'));
      if (id !== undefined) stop(id);
    }),
  ];
  try {
    const begun = await begin();
    id = begun.id;
    log.planned(begun);
    waiting.splice(0).forEach((tell) => tell());
    if (host.interruptions.count > 0) stop(id);
    const run = await ended;
    if (run.status === 'failed' && run.error !== undefined) throw fromPlainError(run.error);
    const modelPath = run.model === undefined ? undefined : await host.modelPath(run.model);
    log.ended(run, modelPath);
    if (run.status !== 'done') throw new Interrupted({ told: true });
    return { run, model: { id: run.model!, path: modelPath! } };
  } finally {
    releases.forEach((release) => release());
    host.terminal.clearStatus();
  }
}
