import { NO_LESSON } from '../../contract/lesson.ts';
import type { Run } from '../../contract/run.ts';
import type { Following } from '../../engine/training/index.ts';
import type { JobContext } from '../job.ts';

/** Milliseconds from report to report in a slow training. */
const SLOW = 1000;

/** The lesson of a run: as it is written, until the studio says another. */
export function followingOf({ lesson: written = NO_LESSON }: Pick<Run, 'lesson'>, context: JobContext): Following {
  const { words } = context;
  const lesson = () => words.lesson ?? written;
  return {
    pins: () => lesson().pins,
    slowed: () => lesson().pace !== 'full',
    async rest(step) {
      const until = performance.now() + SLOW;
      const nexts = words.nexts;
      let waits = false;
      while (context.requested() === undefined && words.nexts === nexts) {
        const { pace } = lesson();
        const left = until - performance.now();
        if (pace === 'full' || (pace === 'slow' && left <= 0)) break;
        if (pace === 'step' && !waits) context.tell({ type: 'waiting', step });
        waits ||= pace === 'step';
        await words.heard(pace === 'slow' ? left : undefined);
      }
      if (waits) context.tell({ type: 'waiting', step: null });
    },
  };
}
