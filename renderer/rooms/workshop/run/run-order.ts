import type { Run, RunStatus } from '../../../../electron/contract/run.ts';
import { percent, t } from '../../../state/language.svelte.ts';
import { shapeText } from '../settings/knob-text.ts';

const RANK: Partial<Record<RunStatus, number>> = { running: 0, queued: 1 };
const STATUS = {
  queued: 'workshop.statusQueued',
  running: 'workshop.statusRunning',
  paused: 'workshop.statusPaused',
  stopped: 'workshop.statusStopped',
  done: 'workshop.statusDone',
  failed: 'workshop.statusFailed',
} as const;

/** Under way, then waiting in the order they begin, then the rest, newest first. */
export function byOrder(runs: readonly Run[]): Run[] {
  const rank = ({ status }: Run) => RANK[status] ?? 2;
  return [...runs].sort((a, b) => {
    const newer = b.createdAt.localeCompare(a.createdAt);
    return rank(a) - rank(b) || (a.status === 'queued' ? -newer : newer);
  });
}

/** The run that trains while this one waits, and how many wait before it. */
export function before(run: Run, runs: readonly Run[]): { trains: Run | undefined; waiting: number } {
  const order = byOrder(runs);
  const queue = order.filter(({ status }) => status === 'queued');
  return { trains: order.find(({ status }) => status === 'running'), waiting: Math.max(0, queue.indexOf(run)) };
}

/**
 * A run in a few words: 2×400, done.
 * @param words what its settings have different from the others', in place of its shape
 */
export function runNote(run: Run, words = ''): string {
  const share = percent(run.step / run.hyperparameters.steps);
  const how = t(STATUS[run.status]);
  const far = run.status === 'done' || run.status === 'queued' ? '' : ` ${share}`;
  return `${words || shapeText(run.hyperparameters)}${t('workshop.comma')}${how}${far}`;
}
