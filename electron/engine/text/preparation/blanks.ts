import { isBlank } from './line.ts';
import type { Step } from './step.ts';

/** Leaves one blank line where several follow one another. */
export const blanks: Step = {
  name: 'blanks',
  open({ emit, tally }) {
    let run = 0;
    return {
      line(line) {
        run = line.ended && isBlank(line) ? run + 1 : 0;
        if (run < 2) emit(line);
        else tally.note(line.text.length + 1, '⏎⏎⏎', '⏎⏎', run === 2 ? 1 : 0);
      },
      gap() {
        run = 0;
      },
      found: () => (tally.places > 0 ? { sure: false } : undefined),
    };
  },
};
